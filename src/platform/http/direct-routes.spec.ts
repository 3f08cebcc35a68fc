import { afterEach, describe, expect, it } from '@jest/globals';
import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Module,
  Param,
  Post,
  Query,
} from '@nestjs/common';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { IsString } from 'class-validator';
import { CallerOf, Requires, type Caller } from './declarations.js';
import { addDirectRoutes, Direct } from './direct-routes.js';
import { OpenApiIdPipe } from './parameters.js';

const CALLER: Caller = { keyId: 'k', lineage: 'k', name: 'an app', scopes: ['CUSTOMER_READ'] };

@Controller('people')
class PeopleController {
  @Direct()
  @Post(':id/greetings')
  @HttpCode(202)
  @Header('X-Greeted', 'yes')
  @Requires('CUSTOMER_READ')
  async greet(
    @CallerOf() caller: Caller,
    @Param('id', OpenApiIdPipe) id: number,
    @Body() body: unknown,
    @Query('loud') loud?: string,
  ): Promise<object> {
    return { by: caller.name, id, body, loud: loud ?? null };
  }

  @Direct()
  @Get('broken')
  broken(): never {
    throw new Error('out of order');
  }
}

class Greeting {
  @IsString()
  text!: string;
}

@Controller('unchecked')
class UncheckedController {
  @Direct()
  @Post()
  take(@Body() greeting: Greeting): object {
    return greeting;
  }
}

@Module({ controllers: [PeopleController] })
class PeopleModule {}

@Module({ controllers: [UncheckedController] })
class UncheckedModule {}

let app: NestFastifyApplication | undefined;
afterEach(() => app?.close());

async function start(module: object): Promise<NestFastifyApplication> {
  app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    logger: false,
  });
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.addHook('onRequest', (request, _reply, done) => {
    request.caller = CALLER;
    done();
  });
  addDirectRoutes(
    fastify,
    app.get(ModulesContainer),
    (thrown, _request, reply) => void reply.status(418).send({ why: String(thrown) }),
  );
  await app.init();
  return app;
}

describe('a direct route', () => {
  it('passes its handler what it declares, and answers with its status and headers', async () => {
    const { statusCode, headers, body } = await (
      await start(PeopleModule)
    ).inject({ method: 'POST', url: '/people/7/greetings?loud=very', payload: { text: 'olá' } });
    expect(statusCode).toBe(202);
    expect(headers['x-greeted']).toBe('yes');
    expect(JSON.parse(body)).toEqual({
      by: 'an app',
      id: 7,
      body: { text: 'olá' },
      loud: 'very',
    });
  });

  it('is answered as a failure when a pipe refuses', async () => {
    const greeting = { method: 'POST', url: '/people/none/greetings' } as const;
    const answer = await (await start(PeopleModule)).inject(greeting);
    expect(answer.statusCode).toBe(418);
    expect(answer.json().why).toMatch('must be a whole number');
  });

  it('is answered as a failure when the handler throws', async () => {
    const answer = await (await start(PeopleModule)).inject('/people/broken');
    expect(answer.json()).toEqual({ why: 'Error: out of order' });
  });

  it('may not take a body that would have to be validated', async () => {
    await expect(start(UncheckedModule)).rejects.toThrow('takes no such parameter');
  });
});
