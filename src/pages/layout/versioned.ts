import type { FastifyReply } from 'fastify';
import { addReadTag } from '../../platform/http/conditional-reads.js';

const FOR_EVER = 'public, max-age=31536000, immutable';

export interface VersionedFile {
  readonly body: Buffer | string;
  readonly type: string;
  /** Changes with the content; names it in URLs, so that a browser may keep it for ever. */
  readonly version: string;
}

/** The body of the answer: cached for ever under the versioned URL; revalidated under any other. */
export function versioned(
  reply: FastifyReply,
  file: VersionedFile,
  version?: unknown,
): Buffer | string {
  addReadTag(reply, `"${file.version}"`);
  void reply.header('Cache-Control', version === file.version ? FOR_EVER : 'no-cache');
  void reply.type(file.type);
  return file.body;
}
