import { Injectable } from '@nestjs/common';
import { MailedTokens, PasswordResets } from '../../accounts/index.js';
import type { FinishResult } from '../../user-registration/index.js';

/** Sets another password of an account with the token that was mailed to its owner. */
@Injectable()
export class PasswordResetLinks {
  constructor(
    private readonly tokens: MailedTokens,
    private readonly resets: PasswordResets,
  ) {}

  /** The address of the account that the token is for; undefined when it is not for an account, or used, or old. */
  async emailFor(partnerId: string, clear: string): Promise<string | undefined> {
    const token = await this.tokens.peek(partnerId, clear);
    return token?.accountId && !token.joinState ? token.email : undefined;
  }

  /** Call it only for a token that `emailFor` knows. Uses the token up once the password is good. */
  async setPassword(partnerId: string, token: string, password: string): Promise<FinishResult> {
    const result = await this.resets.reset(partnerId, { token, password, lineage: null });
    switch (result.kind) {
      case 'CUSTOMER':
        return { kind: 'joined', accountId: result.accountId };
      case 'WEAK_PASSWORD':
        return {
          kind: 'bad-input',
          fields: { password: password === '' ? 'missing' : result.fault },
        };
      case 'INVALID_TOKEN':
        return { kind: 'invalid-token' };
    }
  }
}
