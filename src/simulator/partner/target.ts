import { InvalidInput } from '../http/input.js';

/** The Gatehouse (or other partner software) that this simulator calls, and its credentials there. */
export interface Target {
  readonly baseUrl: string;
  /** The key that "Wellhub" uses for `GET /wellhub/token`. */
  readonly apiKey: string;
  /** Before `/token` and `/users`; absent: `/wellhub`. A test environment has `/wellhub/test`. */
  readonly registrationPath?: string;
  /** The 22 characters of the webhook URL. */
  readonly hook: string;
  readonly webhookSecret: string;
  /** Wellhub's numeric id of the gym. */
  readonly wellhubGymId: string;
}

/** Holds the target, which may come later over the control API. */
export class TargetSetting {
  private current: Target | undefined;

  constructor(first: Target | undefined) {
    if (first !== undefined) this.set(first);
  }

  /** Replaces the given fields; the first call must have all of them. */
  set(change: Partial<Target>): void {
    const merged = { ...this.current, ...change };
    const { baseUrl, apiKey, hook, webhookSecret, wellhubGymId, registrationPath } = merged;
    if (baseUrl === undefined) throw new InvalidInput("'baseUrl' is missing");
    if (apiKey === undefined) throw new InvalidInput("'apiKey' is missing");
    if (hook === undefined) throw new InvalidInput("'hook' is missing");
    if (webhookSecret === undefined) throw new InvalidInput("'webhookSecret' is missing");
    if (wellhubGymId === undefined) throw new InvalidInput("'wellhubGymId' is missing");
    this.current = {
      baseUrl: baseUrl.replace(/\/+$/, ''),
      apiKey,
      hook,
      webhookSecret,
      wellhubGymId,
      ...(registrationPath !== undefined && { registrationPath }),
    };
  }

  get(): Target | undefined {
    return this.current;
  }

  require(): Target {
    if (this.current === undefined) {
      throw new InvalidInput('No target is set: PUT /control/target first');
    }
    return this.current;
  }
}
