import { Injectable } from '@nestjs/common';
import { Accounts } from '../accounts/index.js';
import {
  cardNumber,
  phoneMatch,
  UserSearchRepository,
  type UserCriteria,
} from '../customers/index.js';
import { Database } from '../platform/database/database.js';
import { invalid } from '../platform/errors/request-errors.js';
import { emailAddress } from '../platform/values/email-address.js';
import type { RequestFields } from './fields.js';
import { badEmail } from './refusals.js';

const CRITERIA = ['email', 'phone', 'cardNumber', 'personalId', 'userId'] as const;
/** What stays of a personal id without the marks between its signs. */
const SIGN = /[^ ./-]/;

/** Finds people by the parameters of `Users/Search` (`users-api.md` 4.1). */
@Injectable()
export class UserSearch {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly people: UserSearchRepository,
  ) {}

  /** Ids of a page, ascending. @throws request.invalid, also when nothing is searched for */
  async find(partnerId: string, query: RequestFields, page: number): Promise<number[]> {
    if (!isSearch(query))
      throw invalid({ path: '', detail: `send at least one of ${CRITERIA.join(', ')}` });
    return this.people.find(partnerId, await this.criteria(partnerId, query), page);
  }

  private async criteria(partnerId: string, query: RequestFields): Promise<UserCriteria> {
    return {
      id: query.text('userId') === undefined ? undefined : query.id('userId'),
      phone: query.readAs('phone', phoneMatch, 'must be a phone number of 4 to 20 digits'),
      cardNumber: query.readAs('cardNumber', decimalCard, 'must be the digits of a card number'),
      personalId: query.readAs('personalId', personalId, 'must have letters or digits'),
      email: await this.email(partnerId, query),
    };
  }

  /** People log in with one address and may show another one. */
  private async email(partnerId: string, query: RequestFields): Promise<UserCriteria['email']> {
    const text = query.text('email');
    if (text === undefined) return undefined;
    const key = emailAddress(text)?.key;
    if (key === undefined) throw badEmail();
    const account = await this.accounts.findByEmail(this.db, partnerId, key);
    return { key, holderId: account?.customerId ?? null };
  }
}

/** Whether something is searched for. */
export const isSearch = (query: RequestFields): boolean =>
  CRITERIA.some((name) => query.text(name) !== undefined);

const decimalCard = (text: string) => cardNumber(text, 'DECIMAL');
const personalId = (text: string) => (SIGN.test(text) ? text : undefined);
