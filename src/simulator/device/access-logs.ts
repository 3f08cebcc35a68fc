import type { DeviceMemory, StoredObject } from './device-memory.js';

const OBJECT = 'access_logs';

export interface AccessFact {
  readonly time: number;
  readonly event: number;
  readonly deviceId: string;
  readonly userId: string;
  readonly cardNumber: string;
}

/** What the device writes down of every identification, and which of it the server has. */
export class AccessLogs {
  private readonly waiting = new Set<string>();

  constructor(private readonly memory: DeviceMemory) {}

  write({ time, event, deviceId, userId, cardNumber }: AccessFact): void {
    const id = this.memory.add(OBJECT, {
      time,
      event,
      device_id: deviceId,
      identifier_id: 0,
      user_id: userId,
      portal_id: 1,
      identification_rule_id: 0,
      card_value: cardNumber,
      log_type_id: -1,
    });
    this.waiting.add(id);
  }

  list(): readonly StoredObject[] {
    return this.memory.list(OBJECT);
  }

  listWaiting(): readonly StoredObject[] {
    return this.list().filter(({ id = '' }) => this.waiting.has(id));
  }

  markSent(ids: readonly string[]): void {
    for (const id of ids) this.waiting.delete(id);
  }

  clear(): void {
    this.memory.remove(OBJECT, () => true);
    this.waiting.clear();
  }
}
