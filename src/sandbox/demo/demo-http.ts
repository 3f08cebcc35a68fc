/** One real exchange of the demo, printed as it happened. */
export interface DemoExchange {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

export interface DemoRequest {
  readonly method?: string;
  readonly url: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly form?: Record<string, string>;
}

const SHOWN = 600;

const print = (line = '') => process.stdout.write(`${line}\n`);
const shorten = (text: string) => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** A step's answer was not what the story promises; ends the demo with a non-zero status. */
export class StepFailed extends Error {
  override readonly name = 'StepDiffers';
}

let step = 0;
let isVerbose = false;

/** From here on every request and answer is printed, keys masked. */
export function showRequests(): void {
  isVerbose = true;
}

/** Printed with `--verbose` only. */
export function detail(line: string): void {
  if (isVerbose) print(`   ${shorten(maskSecrets(line))}`);
}

const SECRET_HEADER = /((?:x-api-key|authorization|cookie): (?:Bearer )?.{6})\S*/i;
const SECRET_FIELD =
  /("(?:key|apiKey|token|\w*(?:Token|Secret|_token)|secret|password)":\s*".{0,4}?)[^"]{6,}"/g;
const SECRET_IN_ADDRESS = /((?:token|password)=.{4})[^&\s"]*/g;

/** A log that is shared must contain no credential. */
export const maskSecrets = (line: string): string =>
  line
    .replace(SECRET_HEADER, '$1…')
    .replaceAll(SECRET_FIELD, '$1…"')
    .replaceAll(SECRET_IN_ADDRESS, '$1…');

/** Prints the headline of a chapter. */
export function beginChapter(title: string): void {
  print();
  print(`── ${title} ${'─'.repeat(60 - title.length)}`);
}

/** Prints the headline of a step. */
export function beginStep(title: string): void {
  step += 1;
  print();
  print(`${step}. ${title}`);
}

export function note(line: string): void {
  print(`   ${line}`);
}

export const stepsDone = (): number => step;

export function expectThat(holds: boolean, promise: string): void {
  if (!holds) throw new StepFailed(`step ${step}: ${promise}`);
  print(`   ✓ ${promise}`);
}

/** Sends a real request; with `--verbose` it is printed with its answer. */
export async function send({
  method = 'GET',
  url,
  ...request
}: DemoRequest): Promise<DemoExchange> {
  const { payload, headers } = payloadOf(request);
  const options = { method, headers, redirect: 'manual' } as const;
  const response = await printedFetch(
    url,
    payload === undefined ? options : { ...options, body: payload },
  );
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parse(text) };
}

/** `fetch`, also that of the partner's client: what it sends and gets is printed with `--verbose`. */
export const printedFetch: typeof fetch = async (input, init = {}) => {
  detail(`→ ${init.method ?? 'GET'} ${String(input)}`);
  for (const [name, value] of new Headers(init.headers)) detail(`  ${name}: ${value}`);
  if (init.body) detail(`  ${String(init.body)}`);
  const response = await fetch(input, init);
  const isPage = (response.headers.get('content-type') ?? '').includes('html');
  detail(`← ${response.status} ${isPage ? '(a page)' : await response.clone().text()}`);
  return response;
};

function payloadOf({ headers = {}, body, form }: Pick<DemoRequest, 'headers' | 'body' | 'form'>) {
  if (form) {
    const payload = new URLSearchParams(form).toString();
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
    return { payload, headers: { ...type, ...headers } };
  }
  if (body === undefined) return { headers };
  const payload = JSON.stringify(body);
  return { payload, headers: { 'Content-Type': 'application/json', ...headers } };
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
