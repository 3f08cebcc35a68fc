export interface BadPartnerOptions {
  readonly faults?: readonly string[];
  readonly key?: string;
  readonly secret?: string;
  readonly existingUser?: string;
  readonly multiOffer?: boolean;
  /** Wellhub's base URL; without one it validates nobody. */
  readonly wellhubUrl?: string | undefined;
  readonly validateToken?: string;
  readonly slowMs?: number;
  readonly retryMs?: number;
  readonly callMs?: number;
  readonly idleMs?: number;
}

/** A small system of a Wellhub partner, right in everything, but for the faults that are switched on. */
export class BadPartner {
  constructor(options?: BadPartnerOptions);
  readonly options: Required<Omit<BadPartnerOptions, 'faults'>>;
  url: string;
  listen(port?: number, host?: string): Promise<string>;
  close(): Promise<void>;
}

/** Every fault: the check that is meant to find it, and what the partner then does. */
export const FAULTS: Readonly<Record<string, readonly [check: string, about: string]>>;
