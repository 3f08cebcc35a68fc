import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sha256 } from '../crypto/hashing.js';
import { DomainError } from '../errors/domain-error.js';
import { EntityTagErrors } from './entity-tags.errors.js';

/**
 * `ETag` and `If-Match` of one exchange. The tag is made of what is shown, so that every change of it is another one,
 * whichever version of us made it.
 */
export class EntityTags {
  constructor(
    private readonly request: Pick<FastifyRequest, 'headers'>,
    private readonly reply: Pick<FastifyReply, 'header'>,
  ) {}

  /** Answers with the tag of what is shown. */
  add<T extends object>(shown: T): T {
    void this.reply.header('ETag', tagOf(shown));
    return shown;
  }

  /** With the row locked, before it is changed; undefined where there is none. @throws if-match.changed when the caller saw another state */
  check(present: object | undefined): void {
    if (!this.isExpected(present)) throw new DomainError(EntityTagErrors.changed);
  }

  private isExpected(present: object | undefined): boolean {
    const { 'if-match': wanted, 'if-none-match': unwanted } = this.request.headers;
    if (unwanted?.trim() === '*' && present !== undefined) return false;
    if (wanted === undefined || wanted.trim() === '*') return true;
    return present !== undefined && namesTag(wanted, tagOf(present));
  }
}

/** The document recognises by it which routes know tags. */
export function entityTagsOf(_: unknown, context: ExecutionContext): EntityTags {
  const http = context.switchToHttp();
  return new EntityTags(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
}

export const EntityTagsOf = createParamDecorator(entityTagsOf);

const tagOf = (shown: object): string =>
  `"${sha256(JSON.stringify(shown)).toString('base64url').slice(0, 22)}"`;

/** Whether a header of conditions (`If-Match`, `If-None-Match`) names this tag, or any. */
export function namesTag(header: string, tag: string): boolean {
  if (header.trim() === '*') return true;
  // Proxies that compress make a tag weak.
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}
