import { Injectable } from '@nestjs/common';

type Read = () => unknown;

/**
 * What `/health/details` shows besides the database: each part is registered by the room that owns it. Numbers and
 * states, no tenant.
 */
@Injectable()
export class HealthDetails {
  private readonly parts = new Map<string, Read>();

  declare(name: string, read: Read): void {
    this.parts.set(name, read);
  }

  read(): Record<string, unknown> {
    return Object.fromEntries([...this.parts].map(([name, read]) => [name, read()]));
  }
}
