import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../errors/domain-error.js';
import { addReadTag } from './conditional-reads.js';
import { namesTag } from './entity-tags.js';
import { VersionTagErrors } from './version-tags.errors.js';

/**
 * `ETag` and `If-Match` of what has a version: the tag is its number, and a change must say which one it is of. What
 * has none is tagged by what it shows (`EntityTags`).
 */
export class VersionTags {
  constructor(
    private readonly request: Pick<FastifyRequest, 'headers'>,
    private readonly reply: Pick<FastifyReply, 'header' | 'isTagged'>,
  ) {}

  add<T>(version: number, shown: T): T {
    addReadTag(this.reply, tagOf(version));
    return shown;
  }

  /** With the row locked, before it is changed. @throws access.precondition-required, access.precondition-failed */
  check(present: number): void {
    const wanted = this.request.headers['if-match'];
    if (wanted === undefined) throw new DomainError(VersionTagErrors.preconditionRequired);
    if (!namesTag(wanted, tagOf(present)))
      throw new DomainError(VersionTagErrors.preconditionFailed);
  }
}

/** The document recognises by it which routes need the version. */
export function versionTagsOf(_: unknown, context: ExecutionContext): VersionTags {
  const http = context.switchToHttp();
  return new VersionTags(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
}

export const VersionTagsOf = createParamDecorator(versionTagsOf);

const tagOf = (version: number): string => `"${version}"`;
