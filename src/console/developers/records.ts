/** As the administration API shows them: what these screens read. */
export interface ListPage<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

export interface ListedSubscription {
  readonly id: string;
  readonly url: string;
  readonly eventTypes: readonly string[] | null;
  readonly gymId: number | null;
  readonly retry: 'default' | 'magicline' | readonly number[];
  readonly state: 'ACTIVE' | 'DISABLED';
  readonly disabledAt: string | null;
  readonly disabledReason: 'RECEIVER_GONE' | 'BY_HAND' | null;
  readonly replayFrom: string | null;
  readonly previousSecretUntil: string | null;
  readonly createdAt: string;
  /** Shown once. */
  readonly key?: string;
  readonly secret?: string;
}

export interface AttemptShown {
  readonly at: string;
  readonly url?: string;
  readonly status?: number;
  readonly durationMs?: number;
  readonly error?: string;
  readonly request?: { readonly headers: Record<string, string>; readonly body: string } | null;
  readonly response?: {
    readonly contentType: string | null;
    readonly body: string;
    readonly isCut: boolean;
  } | null;
}

export interface DeliveryShown {
  readonly id: string;
  readonly subscriptionId: string;
  readonly eventId: string;
  readonly eventType: string | null;
  readonly state: 'PENDING' | 'DELIVERED' | 'FAILED';
  readonly attempts: readonly AttemptShown[];
  readonly nextAttemptAt: string | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

/** The envelope that systems receive, with what it leaves out where one event is read. */
export interface EventShown {
  readonly uuid: string;
  readonly entityId: number;
  readonly payload: readonly { readonly timestamp: number; readonly type: string }[];
  readonly gymId?: number | null;
  readonly createdAt?: string;
}

export interface WellhubWebhook {
  readonly id: string;
  readonly type: string;
  readonly environment: 'production' | 'test';
  readonly hookGymId: number | null;
  readonly gympassGymId: string | null;
  readonly gymId: number | null;
  readonly state: 'RECEIVED' | 'PROCESSED' | 'PARKED' | 'IGNORED' | 'DEAD';
  readonly reason: string | null;
  readonly attempts: number;
  readonly nextAttemptAt: string | null;
  readonly receivedAt: string;
  readonly processedAt: string | null;
  readonly hasBody: boolean;
  readonly result: {
    readonly kind: 'CHECK_IN' | 'BOOKING' | 'CUSTOMER';
    readonly id: string | number;
  } | null;
}

export interface RefusalsOfDay {
  readonly day: string;
  readonly environment: 'production' | 'test';
  readonly gymId: number | null;
  readonly reason: 'NO_SIGNATURE' | 'WRONG_SIGNATURE' | 'NO_SECRET' | 'ENCODED' | 'WRONG_ADDRESS';
  readonly refused: number;
}

export interface ApiKeyShown {
  readonly id: string;
  readonly environment: 'live' | 'test';
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly string[];
  readonly gymId: number | null;
  readonly state: 'ACTIVE' | 'EXPIRED' | 'REVOKED';
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  /** Shown once. */
  readonly key?: string;
}
