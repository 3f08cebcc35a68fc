import { Injectable } from '@nestjs/common';
import { Settings } from '../platform/config/settings.js';
import type { Caller, EndUser } from '../platform/http/declarations.js';
import { AccessTokens } from './access-tokens.js';
import { prefixOf } from './api-key-format.js';
import { KnownKeys } from './known-keys.js';
import { hasScope } from './scope-rules.js';

export interface EmployeeToken {
  readonly token: string;
  readonly expiresInSeconds: number;
}

/** Whom a token of the Users API belongs to. Neither of the two: a valid token that this surface does not accept. */
interface TokenHolder {
  readonly tenantId?: string;
  readonly caller?: Caller;
  readonly endUser?: EndUser;
}

type EndUserReader = (token: string) => Promise<EndUser | undefined>;

const DAY_SECONDS = 86_400;

/**
 * Who calls the Users API (`users-api.md` 2). Employee mode is an API key with `USERS_API`, by a token of its own kind
 * or by one of `POST /admin/v1/token`; both end with the key. End users are known to a room above, which registers how
 * their tokens are read.
 */
@Injectable()
export class UsersApiTokens {
  private readEndUser: EndUserReader = () => Promise.resolve(undefined);

  constructor(
    private readonly keys: KnownKeys,
    private readonly tokens: AccessTokens,
    private readonly settings: Settings,
  ) {}

  /** Called once, by the room that knows end users. */
  register(readEndUser: EndUserReader): void {
    this.readEndUser = readEndUser;
  }

  /**
   * Undefined unless `key` is a live API key that may use the Users API and `prefix` is its front part. The key alone
   * is looked up, so a known prefix costs what an unknown one does (U-10).
   */
  async issue(prefix: string, key: string): Promise<EmployeeToken | undefined> {
    const caller = await this.keys.byClearKey(key);
    if (!caller || !isEmployee(caller) || prefix !== prefixOf(key)) return undefined;
    const expiresInSeconds = this.settings.usersApiTokenDays * DAY_SECONDS;
    const { token } = this.tokens.issue('users-api', caller.keyId, expiresInSeconds);
    return { token, expiresInSeconds };
  }

  /** Undefined for a token that is unknown or has ended. */
  async read(token: string): Promise<TokenHolder | undefined> {
    const keyId = this.tokens.read('users-api', token) ?? this.tokens.read('admin', token);
    if (keyId !== undefined) {
      const caller = await this.keys.byKeyId(keyId);
      return caller && (isEmployee(caller) ? { caller, tenantId: caller.partnerId } : {});
    }
    const endUser = await this.readEndUser(token);
    return endUser && { endUser, tenantId: endUser.partnerId };
  }
}

const isEmployee = (caller: Caller): caller is Caller & { partnerId: string } =>
  caller.partnerId !== undefined && hasScope(caller, 'USERS_API');
