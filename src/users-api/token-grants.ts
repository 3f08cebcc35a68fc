import { Injectable } from '@nestjs/common';
import { EndUserTokens, UsersApiAccounts } from '../accounts/index.js';
import { UsersApiTokens } from '../partner-auth/index.js';
import { Partners } from '../partners/index.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { invalid } from '../platform/errors/request-errors.js';
import { pasted } from '../platform/text/pasted.js';
import type { RequestFields } from './fields.js';
import { refusal } from './refusals.js';
import { UsersApiErrors } from './users-api.errors.js';

export interface GrantedToken {
  readonly token: string;
  readonly expiresInSeconds: number;
}

/** The format of an API key's prefix; no e-mail matches it. */
const KEY_PREFIX = /^ghk_(live|test)_[0-9a-z]{8}$/;
const SLUG = /^[a-z0-9-]{1,63}$/;

/** Who gets a token of this surface, and of which mode (`users-api.md` 2). */
@Injectable()
export class TokenGrants {
  constructor(
    private readonly employees: UsersApiTokens,
    private readonly endUsers: EndUserTokens,
    private readonly accounts: UsersApiAccounts,
    private readonly partners: Partners,
  ) {}

  /**
   * @param source who is counted for failed log-ins of people
   * @throws users-api.invalid-grant, users-api.unsupported-grant-type, users-api.invalid-request, request.invalid
   */
  async grant(form: RequestFields, source: string): Promise<GrantedToken> {
    if (form.required('grant_type') !== 'password')
      throw refusal(UsersApiErrors.unsupportedGrantType, 'grant_type', 'must be password');
    const facebookToken = form.text('facebookToken');
    const username = facebookToken === undefined ? form.required('username') : '';
    const password = facebookToken === undefined ? form.required('password') : '';
    const prefix = pasted(username);
    if (KEY_PREFIX.test(prefix))
      return granted(await this.employees.issue(prefix, pasted(password)));
    const partnerId = await this.partnerIn(form);
    const account =
      facebookToken === undefined
        ? await this.accounts.logIn(partnerId, { email: username, password, source })
        : await this.accounts.logInWithFacebook(partnerId, facebookToken);
    return granted(account && (await this.endUsers.issue(account)));
  }

  /** The partner of an end user: the only one, or the one that is named. */
  private async partnerIn(form: RequestFields): Promise<string> {
    const slug = form.text('partner');
    if (slug === undefined) {
      const only = await this.partners.findOnly();
      if (!only) throw invalid({ path: 'partner', detail: 'is required: there are several' });
      return only.id;
    }
    const named = SLUG.test(slug) ? await this.partners.findBySlug(slug) : undefined;
    if (!named) throw invalid({ path: 'partner', detail: 'is unknown' });
    return named.id;
  }
}

function granted(token: GrantedToken | undefined): GrantedToken {
  if (!token) throw new DomainError(UsersApiErrors.invalidGrant);
  return token;
}
