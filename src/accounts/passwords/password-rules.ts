import { Injectable } from '@nestjs/common';
import { Customers } from '../../customers/index.js';
import { Partners } from '../../partners/index.js';
import { Settings } from '../../platform/config/settings.js';
import { isCommonPassword } from './common-passwords.js';
import { isPattern } from './password-patterns.js';
import { isPersonal, type PasswordOwner } from './personal-words.js';

export type PasswordFault =
  'too-short' | 'too-long' | 'is-email' | 'too-common' | 'too-simple' | 'too-personal';

/** Who sets a password: the e-mail, names as typed, and the customer once there is one. */
export interface PasswordSetter extends Omit<PasswordOwner, 'gym'> {
  readonly customerId: number | undefined;
}

const MOST_CHARACTERS = 128;
const BLANK = /^[\p{Z}\p{C}\s]*$/u;

const characters = (text: string): number => [...text].length;

/** The rule that a password breaks, for a person at a gym of that name; undefined when it is good. */
export function passwordFaultOf(
  password: string,
  owner: PasswordOwner,
  minimum: number,
): PasswordFault | undefined {
  const text = password.normalize('NFC');
  if (characters(text) < minimum) return 'too-short';
  if (characters(text) > MOST_CHARACTERS) return 'too-long';
  const lower = text.toLowerCase();
  if (lower === owner.email.trim().normalize('NFC').toLowerCase()) return 'is-email';
  if (isCommonPassword(lower)) return 'too-common';
  if (BLANK.test(text) || isPattern(lower)) return 'too-simple';
  return isPersonal(lower, owner) ? 'too-personal' : undefined;
}

/** What a new password must be, wherever one is set (users-api.md 3, "password"). */
@Injectable()
export class PasswordRules {
  constructor(
    private readonly settings: Settings,
    private readonly partners: Partners,
    private readonly customers: Customers,
  ) {}

  /** @param partnerId null for people of the operator */
  async fault(
    partnerId: string | null,
    password: string,
    { email, names, customerId }: PasswordSetter,
  ): Promise<PasswordFault | undefined> {
    const owner = {
      email,
      gym: await this.namesOf(partnerId),
      names: [...names, ...(await this.namesOfCustomer(partnerId, customerId))],
    };
    return passwordFaultOf(password, owner, this.settings.passwordMinLength);
  }

  private async namesOf(partnerId: string | null): Promise<string[]> {
    if (partnerId === null) return [];
    const { name, slug } = await this.partners.getEvenStale(partnerId);
    return [name, slug];
  }

  private async namesOfCustomer(partnerId: string | null, customerId: number | undefined) {
    if (partnerId === null || customerId === undefined) return [];
    const known = await this.customers.find(partnerId, customerId);
    return known ? [known.firstName, known.lastName] : [];
  }

  /** In English, for the APIs. */
  describe(fault: PasswordFault): string {
    return {
      'too-short': `must have at least ${this.settings.passwordMinLength} characters`,
      'too-long': `must have at most ${MOST_CHARACTERS} characters`,
      'is-email': 'must not be the e-mail address',
      'too-common': 'is on the list of the most common passwords',
      'too-simple': 'is only a repetition or a sequence; choose one that is harder to guess',
      'too-personal':
        'holds little besides the name of the gym or of Wellhub, your own name or your e-mail; choose another one',
    }[fault];
  }
}
