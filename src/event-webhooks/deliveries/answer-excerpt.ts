import type { IncomingMessage } from 'node:http';

/** How an answer began. */
export interface AnswerExcerpt {
  readonly contentType: string | null;
  readonly body: string;
  /** There was more of it, or it had not come within a second. */
  readonly isCut: boolean;
}

/** Enough for an error message. */
const MOST_KEPT = 1_024;
/** A secret that begins inside what is kept ends inside what is searched. */
const MOST_SEARCHED = MOST_KEPT + 256;
/** Read and thrown away, so that the receiver can end what it sends. */
const MOST_READ = 64 * 1_024;
/** The head has come: whether the delivery succeeded is known, and nothing depends on the rest. */
const PATIENCE_MS = 1_000;
const LONGEST_TYPE = 100;

/**
 * Undefined when nothing of it can be shown: it is empty or compressed, which we do not request.
 * @param secrets what a receiver that repeats the request would show
 */
export async function readExcerpt(
  answer: IncomingMessage,
  secrets: readonly string[],
): Promise<AnswerExcerpt | undefined> {
  const { start, isCut } = await readStart(answer);
  const { 'content-encoding': encoding = 'identity', 'content-type': type } = answer.headers;
  if (start.length === 0 || encoding !== 'identity') return undefined;
  const clean = Buffer.from(withoutSecrets(textOf(start, isCut), secrets));
  const isLong = clean.length > MOST_KEPT;
  const body = isLong ? textOf(clean.subarray(0, MOST_KEPT), true) : clean.toString();
  return { contentType: type?.slice(0, LONGEST_TYPE) ?? null, body, isCut: isCut || isLong };
}

/** Half a character at the end of a cut text is left out. */
const textOf = (bytes: Buffer, isCut: boolean): string =>
  new TextDecoder().decode(bytes, { stream: isCut });

const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((clean, secret) => clean.replaceAll(secret, '•••'), text);

function readStart(answer: IncomingMessage): Promise<{ start: Buffer; isCut: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve) => {
    const end = (isCut: boolean) => {
      clearTimeout(timer);
      resolve({ start: Buffer.concat(chunks).subarray(0, MOST_SEARCHED), isCut });
    };
    const timer = setTimeout(end, PATIENCE_MS, true);
    answer.on('data', (chunk: Buffer) => {
      if (size < MOST_SEARCHED) chunks.push(chunk);
      size += chunk.length;
      if (size > MOST_SEARCHED) end(true);
      if (size > MOST_READ) answer.destroy();
    });
    answer.on('end', () => end(false));
    answer.on('error', () => end(true));
    answer.on('close', () => end(true));
  });
}
