import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { fastify, type FastifyInstance } from 'fastify';
import { RouteTable } from '../platform/http/route-table.js';
import { ErrorFilter } from './error-filter.js';
import { answerInTime } from './late-answers.js';

Logger.overrideLogger(false);

describe('a handler that hangs', () => {
  let server: FastifyInstance;
  let finish: (answer: string) => void;

  beforeEach(() => {
    server = fastify();
    answerInTime(server, new ErrorFilter('https://gym.example.com', new RouteTable()));
    server.get('/v1/hangs', () => new Promise((resolve) => (finish = resolve)));
    server.get('/v1/answers', () => 'good');
  });
  afterEach(() => server.close());

  it('is answered by the deadline of its surface, in its format', async () => {
    const answer = await server.inject('/v1/hangs');
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ errorCode: 'SERVICE_UNAVAILABLE' });
    expect(answer.headers['retry-after']).toBe('1');
  });

  it('may still answer after that; the answer is dropped and nothing breaks', async () => {
    await server.inject('/v1/hangs');
    finish('too late');
    expect((await server.inject('/v1/answers')).body).toBe('good');
  });
});
