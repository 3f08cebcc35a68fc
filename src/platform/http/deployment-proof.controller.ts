import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../config/settings.js';
import { Keyring } from '../crypto/keyring.js';
import { Public, Streams } from './declarations.js';
import { forwardingOf } from './client-address.js';
import { DeploymentProof } from './deployment-proof.js';

/** Between the two halves of the stream: what collects them sends both at once. */
const PAUSE_MS = 600;

/** Answers `gatehouse doctor`, so that it knows who answers at the public addresses and what a proxy does on the way. */
@ApiExcludeController()
@Public()
@Controller()
export class DeploymentProofController {
  private readonly proof: DeploymentProof;

  constructor(
    keyring: Keyring,
    private readonly settings: Settings,
  ) {
    this.proof = new DeploymentProof(keyring, settings);
  }

  @Get(['assets/deployment/path/*', 'wellhub/deployment/path/*'])
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  prove(@Req() request: FastifyRequest): string {
    return this.proof.of({
      path: request.url,
      forwarding: forwardingOf(request, this.settings.trustProxy),
    });
  }

  @Get('assets/deployment/stream/:nonce')
  @Streams()
  stream(@Res() reply: FastifyReply): void {
    const headers = {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    };
    void reply.headers(headers).send(Readable.from(twoHalves()));
  }
}

async function* twoHalves(): AsyncGenerator<string> {
  yield 'data: first\n\n';
  await sleep(PAUSE_MS);
  yield 'data: second\n\n';
}
