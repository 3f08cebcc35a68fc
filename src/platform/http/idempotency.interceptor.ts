import { createHash } from 'node:crypto';
import {
  Injectable,
  Logger,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { lastValueFrom, of, type Observable } from 'rxjs';
import { DomainError } from '../errors/domain-error.js';
import { IdempotencyErrors } from './idempotency.errors.js';
import { IdempotencyKeys, type FirstAnswer, type KeyedRequest } from './idempotency-keys.js';
import { REPEATABLE, SHOWN_ONCE } from './shown-once.js';
import { surfaceAt } from './surfaces.js';

/**
 * `Idempotency-Key` on our own surface (`admin-api.md`, resources): a POST that is sent again with the same key is not
 * executed again. Nor is a change with a tag: sent again it would meet another tag, its own. Runs after the guard, so that no caller gets a stored answer of another one.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly logger = new Logger('idempotency');

  constructor(
    private readonly keys: IdempotencyKeys,
    private readonly reflector: Reflector,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = this.isRepeatable(context) ? undefined : keyed(http.getRequest());
    if (!request) return next.handle();
    const reply = http.getResponse<FastifyReply>();
    const claim = await this.keys.claim(request);
    if (claim.kind === 'answered') return of(replay(claim.answer, reply));
    const status = reply.statusCode;
    const body = await this.work(request, claim.at, next);
    await this.logged(
      this.keys.keep(request, claim.at, {
        // A late answer has the status 503, although the work was done.
        status: reply.sent ? status : reply.statusCode,
        location: (reply.getHeader('Location') as string | undefined) ?? null,
        body: withoutSecrets(body, this.reflector.get(SHOWN_ONCE, context.getHandler()) ?? []),
      }),
    );
    return of(body);
  }

  private isRepeatable(context: ExecutionContext): boolean {
    return this.reflector.get<boolean | undefined>(REPEATABLE, context.getHandler()) ?? false;
  }

  private async work(request: KeyedRequest, at: string, next: CallHandler): Promise<unknown> {
    try {
      return await lastValueFrom(next.handle(), { defaultValue: undefined });
    } catch (error) {
      await this.logged(this.keys.release(request, at));
      throw error;
    }
  }

  /** The work is done: the caller gets its answer even when that could not be stored. */
  private async logged(work: Promise<void>): Promise<void> {
    await work.catch((error: unknown) =>
      this.logger.error({ msg: 'an Idempotency-Key could not be updated', err: error }),
    );
  }
}

const isKeyed = ({ method, headers }: FastifyRequest): boolean =>
  method === 'POST' ||
  ((method === 'PATCH' || method === 'PUT') &&
    (headers['if-match'] !== undefined || headers['if-none-match'] !== undefined));

/**
 * The keyed request; undefined for one without a key, and outside the administration. @throws idempotency.key-invalid
 */
function keyed(request: FastifyRequest): KeyedRequest | undefined {
  const { method, url, caller, tenantId, body } = request;
  const key = request.headers['idempotency-key'];
  if (!isKeyed(request) || key === undefined || !caller) return undefined;
  if (surfaceAt(request).surface !== 'admin') return undefined;
  if (typeof key !== 'string' || key.length < 1 || key.length > 255)
    throw new DomainError(IdempotencyErrors.keyInvalid);
  const hash = createHash('sha256').update(`${method} ${url}\n${tenantId ?? ''}\n`);
  hash.update(Buffer.isBuffer(body) ? body : (JSON.stringify(body) ?? ''));
  return { owner: caller.lineage, key, hash: hash.digest() };
}

function replay({ status, location, body }: FirstAnswer, reply: FastifyReply): unknown {
  void reply.status(status).header('Idempotency-Replayed', 'true');
  if (location !== null) void reply.header('Location', location);
  return body;
}

function withoutSecrets(body: unknown, secrets: readonly string[]): unknown {
  if (secrets.length === 0 || typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => !secrets.includes(name)));
}
