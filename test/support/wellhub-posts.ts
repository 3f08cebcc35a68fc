import { signBody } from '../../src/wellhub/index.js';
import type { Answer } from './api.js';
import type { TestApp } from './test-app.js';
import type { World } from './world.js';

/** Speaks to the inbound webhooks as Wellhub would: any body, any signature. */
export class WellhubPosts {
  constructor(
    private readonly app: Pick<TestApp, 'api'>,
    private readonly world: World,
  ) {}

  /** Signs with the partner's secret unless told otherwise. */
  send(
    body: unknown,
    { path = this.world.hookPath, signature, secret, headers }: SendOptions = {},
  ): Promise<Answer> {
    const raw = typeof body === 'string' ? body : JSON.stringify(body);
    const signed = signBody(secret ?? this.world.webhookSecret, raw);
    const header = signature === undefined ? signed : signature;
    return this.app.api.post(path, raw, {
      ...(header !== null && { 'X-Gympass-Signature': header }),
      ...headers,
    });
  }

  /** A `checkin` of now at the world's gym. */
  checkIn(wellhubId: string, data: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      event_type: 'checkin',
      event_data: {
        user: { unique_token: wellhubId },
        timestamp: Math.floor(Date.now() / 1000),
        gym: { id: Number(this.world.wellhubGymId), title: 'Fit Centro' },
        ...data,
      },
    };
  }

  booked(wellhubId: string, bookingNumber: string, data: Record<string, unknown> = {}) {
    const event = this.checkIn(wellhubId, { booking: { booking_number: bookingNumber }, ...data });
    return { ...event, event_type: 'checkin-booking-occurred' };
  }
}

export interface SendOptions {
  path?: string;
  /** null sends none. */
  signature?: string | null;
  secret?: string;
  headers?: Record<string, string>;
}

let next = Math.floor(Math.random() * 1e9);

/** A Wellhub id nobody else in this run has: 13 digits with leading zeros. */
export const newWellhubId = (): string => String((next += 1)).padStart(13, '0');
