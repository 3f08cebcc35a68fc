import type { FastifyReply } from 'fastify';
import type { WireAnswer } from './wire-answers.js';

const MS_PER_SLOW_BYTE = 1_000;

/** Lets an answer leave the way it was ordered: at once, byte by byte, never, or as a reset connection. */
export function sendAnswer(reply: FastifyReply, answer: WireAnswer): FastifyReply | void {
  if (answer.manner === 'send') {
    return reply
      .code(answer.status)
      .headers({ ...answer.headers, 'Content-Type': answer.contentType })
      .send(answer.body);
  }
  reply.hijack();
  if (answer.manner === 'reset') reply.raw.socket?.resetAndDestroy();
  if (answer.manner === 'slow-bytes') sendSlowly(reply, answer);
}

function sendSlowly(reply: FastifyReply, answer: WireAnswer): void {
  const bytes = Buffer.from(answer.body);
  let sent = 0;
  reply.raw.writeHead(answer.status, { 'Content-Type': answer.contentType });
  const timer = setInterval(() => {
    reply.raw.write(bytes.subarray(sent, (sent += 1)));
    if (sent < bytes.length) return;
    clearInterval(timer);
    reply.raw.end();
  }, MS_PER_SLOW_BYTE);
  reply.raw.flushHeaders();
  reply.raw.on('close', () => clearInterval(timer));
}
