import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { Form, renderPage, seeOther, type PageStatus } from '../../pages/index.js';
import { mayOpen } from '../../partner-auth/index.js';
import type { Partner } from '../../partners/index.js';
import type { Caller, Scope } from '../../platform/http/declarations.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import { callAdmin, type AdminCall } from './admin-api.js';
import { formHeaders, NONE_SEEN } from './form-headers.js';
import { Formats } from './formats.js';
import { FRAME_WORDS, type FrameWords } from './frame-words.js';
import type { InLanguages, Language } from './languages.js';
import type { OwnPlace } from './own-places.js';
import { interruption, isFirstRunning, pageErrorOf, type AdminAnswer } from './problem.js';

interface Seat {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly caller: Caller;
  /** Undefined for people of the operator who work at no partner. */
  readonly partner: Partner | undefined;
  /** The test environment of a live partner, or its live one: where the person works as well. */
  readonly other: OwnPlace | undefined;
  readonly language: Language;
}

/** A gym as screens choose and name it. */
export interface ListedGym {
  readonly id: number;
  readonly name: string;
  readonly timeZone: string;
}

export interface ListedPage<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

type Query = Readonly<Record<string, string | number | boolean | undefined | null>>;

/** How long a form that was sent twice waits for the answer to the first. */
const PATIENCE = { tries: 15, everyMs: 200 };

/** What a form changes, and the `ETag` for its `SEEN_FIELD`. */
export interface TaggedBody<T> {
  readonly body: T;
  readonly tag: string;
}

/** One request to a screen of the console: who is there, what they sent, and the way to the administration API. */
export class ConsolePage {
  readonly words: FrameWords;
  readonly formats: Formats;
  readonly form: Form;
  readonly query: Form;

  constructor(private readonly seat: Seat) {
    this.words = FRAME_WORDS[seat.language];
    this.formats = new Formats(seat.language, seat.partner?.timeZone);
    this.form = new Form(seat.request.body);
    this.query = new Form(seat.request.query);
  }

  get caller(): Caller {
    return this.seat.caller;
  }

  get request(): FastifyRequest {
    return this.seat.request;
  }

  get reply(): FastifyReply {
    return this.seat.reply;
  }

  get partner(): Partner | undefined {
    return this.seat.partner;
  }

  get otherEnvironment(): OwnPlace | undefined {
    return this.seat.other;
  }

  get language(): Language {
    return this.seat.language;
  }

  /** @throws request.not-found for people of the operator who work at no partner */
  get partnerId(): string {
    if (!this.seat.partner) throw new DomainError(RequestErrors.notFound);
    return this.seat.partner.id;
  }

  /** The path of this page, without its query. */
  get path(): string {
    return this.request.url.split('?', 1)[0] ?? '/';
  }

  textsOf<T>(texts: InLanguages<T>): T {
    return texts[this.seat.language];
  }

  may(scope: Scope): boolean {
    return mayOpen(this.caller, scope);
  }

  /** Reads from the administration API. Whatever it refuses is a page in words: not found, not allowed, busy. */
  async get<T>(path: string, query: Query = {}): Promise<T> {
    const answer = await this.call<T>({ method: 'GET', path: withQuery(path, query) });
    if (answer.ok) return answer.body;
    throw pageErrorOf(answer.problem);
  }

  /** The same for what a form changes. */
  async getTagged<T>(path: string): Promise<TaggedBody<T>> {
    const answer = await this.call<T>({ method: 'GET', path });
    if (answer.ok) return answer;
    throw pageErrorOf(answer.problem);
  }

  /** The same for what may be missing. */
  async find<T>(path: string, query: Query = {}): Promise<T | undefined> {
    const answer = await this.call<T>({ method: 'GET', path: withQuery(path, query) });
    if (answer.ok) return answer.body;
    if (answer.problem.status === 404) return undefined;
    throw pageErrorOf(answer.problem);
  }

  /** The same for what a form changes or makes. */
  async findTagged<T>(path: string): Promise<TaggedBody<T | undefined>> {
    const answer = await this.call<T>({ method: 'GET', path });
    if (answer.ok) return answer;
    if (answer.problem.status === 404) return { body: undefined, tag: NONE_SEEN };
    throw pageErrorOf(answer.problem);
  }

  /** A list as CSV, for `file`. */
  async csv(path: string, query: Query = {}): Promise<string> {
    const headers = { accept: 'text/csv' };
    const answer = await this.call<string>({
      method: 'GET',
      path: withQuery(path, query),
      headers,
    });
    if (answer.ok) return answer.body;
    throw pageErrorOf(answer.problem);
  }

  /**
   * Changes something. What the API refuses comes back, so that the form can say it. Of two presses the second gets
   * the answer to the first.
   */
  async send<T>(
    method: AdminCall['method'],
    path: string,
    body?: unknown,
  ): Promise<AdminAnswer<T>> {
    const headers = formHeaders(this.form, { method, path, body });
    const call = () => this.call<T>({ method, path, body, headers });
    let answer = await call();
    for (let tries = 0; isFirstRunning(answer) && tries < PATIENCE.tries; tries += 1) {
      await sleep(PATIENCE.everyMs);
      answer = await call();
    }
    return answer;
  }

  /** Sends a table that a person chose. @param accept what comes back */
  upload<T>(
    path: string,
    file: Buffer,
    { query = {}, accept = 'application/json' }: { query?: Query; accept?: string } = {},
  ): Promise<AdminAnswer<T>> {
    const headers = { 'content-type': 'text/csv', accept };
    return this.call<T>({ method: 'POST', path: withQuery(path, query), body: file, headers });
  }

  /** @throws what leads to the log-in, or to the confirmation of who it is */
  private async call<T>(call: AdminCall): Promise<AdminAnswer<T>> {
    const answer = await callAdmin<T>(this.request, call);
    if (answer.ok)
      for (const cookie of answer.cookies) void this.reply.header('set-cookie', cookie);
    const interrupted = answer.ok ? undefined : interruption(answer.problem, this.request);
    if (interrupted) throw interrupted;
    return answer;
  }

  /** A whole list, page by page: for lists that a gym fills by hand. */
  async all<T>(path: string, query: Query = {}): Promise<readonly T[]> {
    return (await pagesOf<T>((cursor) => this.get(path, { ...query, limit: 200, cursor }))) ?? [];
  }

  /** The same for what may be missing. */
  findAll<T>(path: string): Promise<readonly T[] | undefined> {
    return pagesOf((cursor) => this.find(path, { limit: 200, cursor }));
  }

  /** The gyms at which the person works. */
  gyms(): Promise<readonly ListedGym[]> {
    return this.all(`partners/${this.partnerId}/gyms`);
  }

  /** The same; none for a caller who may not read gyms. */
  async readableGyms(): Promise<readonly ListedGym[]> {
    return this.may('STUDIO_READ') ? this.gyms() : [];
  }

  show(page: VNode, status: PageStatus = 'ok'): string {
    return renderPage(this.reply, page, status);
  }

  /** A CSV file to keep. */
  file(name: string, csv: string): string {
    void this.reply.headers({
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    });
    return csv;
  }

  /** After a change. @param done names a text that the next page shows once */
  goTo(path: string, done?: string): string {
    const join = path.includes('?') ? '&' : '?';
    return seeOther(this.reply, done === undefined ? path : `${path}${join}done=${done}`);
  }
}

async function pagesOf<T>(
  read: (cursor: string | undefined) => Promise<ListedPage<T> | undefined>,
): Promise<readonly T[] | undefined> {
  const items: T[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await read(cursor);
    if (!page) return undefined;
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

function withQuery(path: string, query: Query): string {
  const set = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  if (set.length === 0) return path;
  return `${path}?${new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString()}`;
}
