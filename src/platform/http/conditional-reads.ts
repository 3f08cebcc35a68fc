import type { FastifyInstance, FastifyReply } from 'fastify';
import { namesTag } from './entity-tags.js';

declare module 'fastify' {
  interface FastifyReply {
    /** Its `ETag` stands for all that it shows. */
    isTagged?: boolean;
  }
}

type TaggedReply = Pick<FastifyReply, 'header'> & { isTagged?: boolean };

/** Answers with a tag that stands for all that is shown: who has that state need not get it again. */
export function addReadTag(reply: TaggedReply, tag: string): void {
  void reply.header('ETag', tag);
  reply.isTagged = true;
}

/** `If-None-Match` of reads: who has the present state gets 304, and no body. Tags of forms stand for less than is shown. */
export function addConditionalReads(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (!reply.isTagged || !hasPresent(request.headers['if-none-match'], reply))
      return done(null, payload);
    void reply.code(304).removeHeader('content-type').removeHeader('content-length');
    done(null, null);
  });
}

function hasPresent(known: string | undefined, reply: FastifyReply): boolean {
  const { method } = reply.request;
  const tag = reply.getHeader('etag');
  const isRead = method === 'GET' || method === 'HEAD';
  return isRead && reply.statusCode === 200 && known !== undefined && namesTag(known, String(tag));
}
