import type { Answer, Api } from './api.js';

/** A person with a browser without script: follows no redirect by itself, keeps cookies, sends forms. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly api: Api,
    private readonly habits: Record<string, string> = { 'Accept-Language': 'en' },
  ) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.call('GET', path, undefined, headers);
  }

  submit(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const form = { 'Content-Type': 'application/x-www-form-urlencoded', ...headers };
    return this.call('POST', path, new URLSearchParams(fields).toString(), form);
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  setCookie(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  async call(
    method: string,
    path: string,
    body: string | Buffer | undefined,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = {
      Accept: 'text/html',
      ...this.habits,
      ...(cookie && { Cookie: cookie }),
      ...headers,
    };
    const answer = await this.api.call(method, path, body, sent);
    for (const line of answer.headers.getSetCookie()) this.keep(line);
    return answer;
  }

  private keep(line: string): void {
    const [pair = ''] = line.split(';', 1);
    const [name = '', ...rest] = pair.split('=');
    const value = rest.join('=');
    if (value === '' || /max-age=0\b/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** The token in the address of the newest mail to somebody. */
export const tokenIn = (text: string): string => /confirm\?token=([\w-]+)/.exec(text)?.[1] ?? '';

/** What a person reads: the page without its markup. */
export const textOf = (html: string): string =>
  html
    .replaceAll(/<head>.*?<\/head>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
