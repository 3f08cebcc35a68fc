import { Injectable } from '@nestjs/common';
import {
  hashClientOf,
  PasswordRules,
  Passwords,
  type PasswordFault,
} from '../../accounts/index.js';
import { tenantOf, type Employer } from '../people/employer.js';

export type NewPasswordResult =
  | { readonly kind: 'hash'; readonly hash: string }
  | { readonly kind: 'weak'; readonly fault: PasswordFault };

/** New passwords of staff, by the rules for members. */
@Injectable()
export class StaffPasswords {
  constructor(
    private readonly rules: PasswordRules,
    private readonly passwords: Passwords,
  ) {}

  /** @throws request.unavailable when too many hashes are waiting */
  async hash(
    employer: Employer,
    password: string,
    owner: { readonly email: string; readonly name: string },
  ): Promise<NewPasswordResult> {
    const setter = { email: owner.email, names: [owner.name], customerId: undefined };
    const fault = await this.rules.fault(employer, password, setter);
    if (fault) return { kind: 'weak', fault };
    const hash = await this.passwords.hash(password, hashClientOf(tenantOf(employer)));
    return { kind: 'hash', hash };
  }
}
