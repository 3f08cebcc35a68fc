import { Injectable } from '@nestjs/common';
import type { DeviceOfGym } from '../contact/contacts.repository.js';

/** What a device told us, as it was stored. */
export interface Notification<Facts = unknown> {
  readonly device: DeviceOfGym;
  readonly facts: Facts;
  readonly arrivedAt: Date;
}

/** One topic of the monitor. */
export interface NotificationKind<Facts = unknown> {
  readonly topic: string;
  /** What the body says; undefined: nothing that has an effect. JSON without what need not be kept. */
  read(body: Readonly<Record<string, unknown>>): Facts | undefined;
  /** Runs after the answer; again after a failure or a crash, so twice must have one effect. */
  handle(notification: Notification<Facts>): Promise<void>;
}

/** The topics that have an effect; the parts of this room add theirs in `onModuleInit`. All others are thrown away. */
@Injectable()
export class NotificationKinds {
  private readonly kinds = new Map<string, NotificationKind>();

  add<Facts>(kind: NotificationKind<Facts>): void {
    if (this.kinds.has(kind.topic)) throw new Error(`${kind.topic} is handled twice`);
    this.kinds.set(kind.topic, kind as NotificationKind);
  }

  of(topic: string): NotificationKind | undefined {
    return this.kinds.get(topic);
  }
}
