import { Api, type Answer } from './api.js';

const SECRET_FIELD = /token|secret|^key$|password|redirect_link|^content$|^link$/i;
const TOKEN_IN_ADDRESS = /[?&;]token=([\w-]{20,})/g;

/** A client that remembers every secret it is answered: tokens, keys, codes, links, cookies, in JSON and in pages. */
export class WatchingApi extends Api {
  constructor(
    origin: string,
    readonly issued: Set<string> = new Set(),
    private readonly own: Record<string, string> = {},
  ) {
    super(origin, own);
  }

  override with(headers: Record<string, string>): Api {
    return new WatchingApi(this.origin, this.issued, { ...this.own, ...headers });
  }

  override async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const answer = await super.call(method, path, body, headers);
    for (const secret of secretsIn(answer.body)) this.keep(secret);
    for (const line of answer.headers.getSetCookie()) this.keep(line.split(/[=;]/)[1] ?? '');
    for (const [, token = ''] of answer.text.matchAll(TOKEN_IN_ADDRESS)) this.keep(token);
    return answer;
  }

  private keep(secret: string): void {
    if (secret.length > 8 && !secret.startsWith('http')) this.issued.add(secret);
  }
}

function* secretsIn(value: unknown, name = ''): Generator<string> {
  if (typeof value === 'string' && SECRET_FIELD.test(name)) yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const [field, part] of Object.entries(value)) yield* secretsIn(part, field);
}
