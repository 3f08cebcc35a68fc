import { Controller, Header, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../platform/errors/domain-error.js';
import { RequestErrors } from '../platform/errors/request-errors.js';
import { Takes } from '../platform/http/body-kinds.js';
import { RawBody } from '../platform/http/body-parsers.js';
import { clientNetwork } from '../platform/http/client-address.js';
import { Public } from '../platform/http/declarations.js';
import { Operation } from '../platform/http/operation.js';
import { formText } from '../platform/http/form-body.js';
import { UsersApiTokenDto } from './dto/account-answers.dto.js';
import { RequestFields } from './fields.js';
import { refusal } from './refusals.js';
import { joinFormLines } from './form-lines.js';
import { TokenGrants, type GrantedToken } from './token-grants.js';
import { UsersApiErrors } from './users-api.errors.js';

const FORM = /^application\/x-www-form-urlencoded\s*(;|$)/i;

const text = { type: 'string' } as const;
const SCHEMA = {
  type: 'object',
  required: ['grant_type'],
  properties: {
    grant_type: { ...text, enum: ['password'] },
    username: text,
    password: text,
    facebookToken: text,
    partner: text,
  },
};

/** The token endpoint (`users-api.md` 2): failures have the codes of RFC 6749 and of this surface. */
@Controller('Api/oauth')
export class TokenController {
  constructor(private readonly grants: TokenGrants) {}

  @Operation('usersApi.login', {
    summary: 'Get a token for your key, or for a person',
    description:
      'Employee mode: `username` is the front part of the API key (17 characters), `password` the key. End-user mode: e-mail and password of an account, or `facebookToken`, and `partner` where there are several. There is no refresh token.',
    answer: UsersApiTokenDto,
    errors: [
      UsersApiErrors.invalidGrant,
      UsersApiErrors.unsupportedGrantType,
      UsersApiErrors.invalidRequest,
    ],
  })
  @Post('authorize')
  @Takes('raw')
  @Public()
  @HttpCode(200)
  @Header('Cache-Control', 'no-cache, no-store')
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({ schema: SCHEMA })
  async authorize(@Req() request: FastifyRequest): Promise<UsersApiTokenDto> {
    try {
      const token = await this.grants.grant(formOf(request), clientNetwork(request));
      return answer(token);
    } catch (error) {
      throw asTokenError(error);
    }
  }
}

/** One second less than it is valid, for the time in transit. */
const answer = ({ token, expiresInSeconds }: GrantedToken): UsersApiTokenDto => ({
  access_token: token,
  token_type: 'bearer',
  expires_in: expiresInSeconds - 1,
});

function formOf({ body, headers }: FastifyRequest): RequestFields {
  if (!(body instanceof RawBody) || !FORM.test(headers['content-type'] ?? ''))
    throw refusal(UsersApiErrors.invalidRequest, '', 'the body must be a form');
  const text = formText(body.bytes);
  if (text === undefined)
    throw refusal(UsersApiErrors.invalidRequest, '', 'the form must be UTF-8');
  return new RequestFields(new URLSearchParams(joinFormLines(text)));
}

/** A missing or malformed field is called `invalid_request` here. */
function asTokenError(error: unknown): unknown {
  if (!(error instanceof DomainError) || !error.is(RequestErrors.invalid)) return error;
  return new DomainError(UsersApiErrors.invalidRequest, error.facts);
}
