import { Answer } from '../../platform/http/answer-fields.js';

export class HandedOutTokenDto {
  @Answer.uuid('Sets one password within 60 minutes; for this key and its rotations')
  resetPasswordToken!: string;
}

const SENT = ['Success'] as const;

export class SentMailDto {
  @Answer.oneOf(SENT) ResultStatus!: 'Success';
}

const BEARER = ['bearer'] as const;

/** RFC 6749 section 5.1. */
export class UsersApiTokenDto {
  @Answer.text() access_token!: string;
  @Answer.oneOf(BEARER) token_type!: 'bearer';
  @Answer.whole('Seconds') expires_in!: number;
}
