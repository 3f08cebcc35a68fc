import {
  applyDecorators,
  Controller,
  createParamDecorator,
  Injectable,
  type ExecutionContext,
  type PipeTransform,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Partners } from '../../partners/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import { ConsolePage } from './console-page.js';
import { languageOf } from './languages.js';
import { otherEnvironment } from './own-places.js';

/** A controller of screens. Each of its routes declares `@RequiresSession`. */
export const Screens = (path: string) => applyDecorators(ApiExcludeController(), Controller(path));

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Ids, names and slugs: what may stand in an address of the administration as it is. */
const PLAIN = /^[\w~-]+(?:\.[\w~-]+)*$/;

/** Makes the page of a request whose caller the guard has found. */
@Injectable()
export class ConsolePages implements PipeTransform<Exchange, Promise<ConsolePage>> {
  constructor(private readonly partners: Partners) {}

  /** @throws request.not-found for what is no id of anything */
  async transform({ request, reply }: Exchange): Promise<ConsolePage> {
    const { caller, params } = request;
    if (!Object.values(params as object).every((value) => PLAIN.test(String(value))))
      throw new DomainError(RequestErrors.notFound);
    if (!caller) throw new Error('a public route has no page of the console');
    const partner =
      caller.partnerId === undefined ? undefined : await this.partners.get(caller.partnerId);
    const language = languageOf(request, caller, partner?.locale ?? 'en');
    const other = partner && (await otherEnvironment(request, caller, partner));
    return new ConsolePage({ request, reply, caller, partner, other, language });
  }
}

const ExchangeOf = createParamDecorator((_: unknown, context: ExecutionContext): Exchange => {
  const http = context.switchToHttp();
  return { request: http.getRequest(), reply: http.getResponse() };
});

/** The page of this request: all that a screen needs of it, and the answer. */
export const OnPage = () => ExchangeOf(ConsolePages);
