import { Injectable } from '@nestjs/common';

type Listener = () => void;

/** Wakes the workers of this process for what it has just stored; others find the rows by polling. */
@Injectable()
export class InboxSignals {
  private readonly listeners = new Map<string, Listener[]>();

  subscribe(types: readonly string[], listener: Listener): void {
    for (const type of types)
      this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  }

  notify(type: string): void {
    for (const listener of this.listeners.get(type) ?? []) listener();
  }
}
