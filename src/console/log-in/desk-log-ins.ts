import { Injectable } from '@nestjs/common';
import { AuthErrors, ConsoleSessions, hasScope } from '../../partner-auth/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Caller } from '../../platform/http/declarations.js';
import type { LogInProblem } from '../words/words.js';

export type DeskLogInResult =
  | { readonly kind: 'in'; readonly token: string }
  | { readonly kind: 'refused'; readonly problem: LogInProblem };

const refused = (problem: LogInProblem): DeskLogInResult => ({ kind: 'refused', problem });

/** Log-ins at the desk with an API key; each refusal names what the person can do. */
@Injectable()
export class DeskLogIns {
  constructor(private readonly sessions: ConsoleSessions) {}

  async attempt(key: string, name: string): Promise<DeskLogInResult> {
    const person = printable(name);
    if (key === '') return refused('keyMissing');
    if (person === '') return refused('nameMissing');
    try {
      const { token, caller } = await this.sessions.open(key, person);
      const problem = missingPermission(caller);
      if (problem === undefined) return { kind: 'in', token };
      await this.sessions.close(token);
      return refused(problem);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.spec === AuthErrors.keyInvalid) return refused('keyUnknown');
      if (error.spec === AuthErrors.consoleForbidden) return refused('keyForWellhub');
      throw error;
    }
  }
}

function missingPermission(caller: Caller): LogInProblem | undefined {
  if (caller.partnerId === undefined) return 'keyOfOperator';
  return hasScope(caller, 'CHECKIN_WRITE') ? undefined : 'keyTooWeak';
}

/** Without control characters, of which PostgreSQL refuses NUL. */
const printable = (name: string) => name.replaceAll(/\p{Cc}+/gu, ' ').trim();
