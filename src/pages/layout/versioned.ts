import type { FastifyReply } from 'fastify';

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
  const etag = `"${file.version}"`;
  void reply.headers({
    ETag: etag,
    'Cache-Control': version === file.version ? FOR_EVER : 'no-cache',
  });
  if (reply.request.headers['if-none-match'] === etag) {
    void reply.status(304);
    return '';
  }
  void reply.type(file.type);
  return file.body;
}
