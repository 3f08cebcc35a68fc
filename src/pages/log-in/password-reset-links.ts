import { Injectable } from '@nestjs/common';
import { MailedTokens, PasswordResets } from '../../accounts/index.js';
import type { FinishResult } from '../../user-registration/index.js';

export interface NewPasswordInput {
  readonly token: string;
  readonly password: string;
  /** Of the page. */
  readonly language: string | undefined;
}

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
  async setPassword(partnerId: string, form: NewPasswordInput): Promise<FinishResult> {
    const { password } = form;
    const result = await this.resets.reset(partnerId, { ...form, lineage: null });
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
