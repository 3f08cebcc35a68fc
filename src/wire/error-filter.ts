import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseAway } from '../platform/database/database-failure.js';
import { DomainError, type ErrorFacts } from '../platform/errors/domain-error.js';
import { RequestErrors } from '../platform/errors/request-errors.js';
import { languagesFor } from '../platform/http/accept-language.js';
import { routeOf } from '../platform/http/route-of.js';
import type { RouteTable } from '../platform/http/route-table.js';
import { sharedHeaders } from '../platform/http/shared-headers.js';
import { surfaceAt, type Surface } from '../platform/http/surfaces.js';
import { renderDeviceError } from './device-errors.js';
import { asDomainError } from './framework-errors.js';
import { renderOpenApiError } from './open-api-errors.js';
import { renderPageError } from './page-errors.js';
import { renderProblem } from './problem-json.js';
import { headersOf, type ErrorRenderer, type RenderedError } from './rendered-error.js';
import { renderUsersApiError } from './users-api-errors.js';
import { renderRegistrationError, renderWellhubError } from './wellhub-errors.js';

export const RENDERERS: Record<Surface, ErrorRenderer> = {
  wellhub: renderWellhubError,
  'wellhub-registration': renderRegistrationError,
  'open-api': renderOpenApiError,
  'users-api': renderUsersApiError,
  devices: renderDeviceError,
  admin: renderProblem,
  system: renderProblem,
  pages: renderPageError,
};

/** An empty text would get a content type. */
const bodyOf = ({ contentType, body }: RenderedError, { method }: FastifyRequest) =>
  contentType === undefined ? undefined : method === 'HEAD' ? '' : body;

const BUSY: ErrorFacts = {
  detail: 'There is too much to do right now; try again',
  retryAfterSeconds: 1,
};

/** Every failure of every surface ends here: converted once, logged once, rendered in its surface's format. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('request');

  private readonly shared: Record<string, string>;

  constructor(
    private readonly publicUrl: string,
    private readonly routes: RouteTable,
  ) {
    this.shared = sharedHeaders(publicUrl);
  }

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const error = this.withVerbs(asDomainError(thrown), request);
    this.log(error, request);
    if (!reply.sent) this.render(error, request, reply);
  }

  /** Nothing is done for it and nothing is logged: there is too much to do, or it came to the wrong process. */
  refuse(request: FastifyRequest, reply: FastifyReply, facts = BUSY): void {
    this.render(new DomainError(RequestErrors.unavailable, facts), request, reply);
  }

  private render(error: DomainError, request: FastifyRequest, reply: FastifyReply): void {
    request.failure = error.spec;
    const [path = '/'] = request.url.split('?', 1);
    const rendered = RENDERERS[surfaceAt(request).surface](error, {
      requestId: request.id,
      path,
      publicUrl: this.publicUrl,
      language: languagesFor(request.headers['accept-language'], request.served?.language),
    });
    void reply
      .status(rendered.status)
      .headers({
        ...this.shared,
        'X-Request-Id': request.id,
        ...headersOf(rendered),
      })
      .send(bodyOf(rendered, request));
  }

  /** An unknown route whose path knows other verbs is a wrong verb. */
  private withVerbs(error: DomainError, request: FastifyRequest): DomainError {
    if (!error.is(RequestErrors.notFound)) return error;
    const allow = this.routes.allowed(request.url);
    const isWrongVerb = allow.length > 0 && !allow.includes(request.method);
    return isWrongVerb ? new DomainError(RequestErrors.methodNotAllowed, { allow }) : error;
  }

  private log(error: DomainError, request: FastifyRequest): void {
    if (!isFault(error)) return;
    this.logger.error({
      msg: error.spec.code,
      requestId: request.id,
      method: request.method,
      route: routeOf(request),
      err: error.cause ?? error,
    });
  }
}

/**
 * Something of ours is broken: neither a refusal, which the access log has, nor the database, whose outage has lines of
 * its own.
 */
export const isFault = ({ spec: { kind }, cause }: DomainError): boolean =>
  kind === 'internal' || (kind === 'unavailable' && cause !== undefined && !isDatabaseAway(cause));
