import { SCOPES, type Scope } from '../../platform/http/declarations.js';
import { Text } from '../../platform/http/fields.js';
import { Pasted } from '../../platform/http/secret-fields.js';
import type { OpenedSession } from '../console-sessions.js';
import { Answer } from '../../platform/http/answer-fields.js';

export class OpenConsoleSessionDto {
  @Pasted()
  @Text({ max: 512, description: 'An API key' })
  key!: string;

  @Text({ max: 100, description: 'Who logs in: shown in the audit log' })
  name!: string;
}

/** What the cookie may do. The cookie itself is in the header only. */
export class ConsoleSessionDto {
  @Answer.text('Of the key')
  name!: string;

  @Answer.uuid('Null for the operator', { nullable: true })
  partnerId!: string | null;

  @Answer.id('Null: all gyms', { nullable: true })
  gymId!: number | null;

  @Answer.someOf(SCOPES)
  scopes!: readonly Scope[];

  @Answer.instant()
  expiresAt!: Date;

  static from({ caller, expiresAt }: OpenedSession): ConsoleSessionDto {
    return {
      name: caller.name,
      partnerId: caller.partnerId ?? null,
      gymId: caller.gymId ?? null,
      scopes: caller.scopes,
      expiresAt,
    };
  }
}
