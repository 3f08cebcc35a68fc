import { FileBody } from '../../platform/http/body-parsers.js';
import type { ConsolePage } from './console-page.js';

/** Why a file was refused, in words. */
export interface FileProblems {
  readonly unsupported: string;
  readonly tooLarge: string;
  /** The bytes are of the right kind, and not what belongs there. */
  readonly unfit?: string;
  readonly other: string;
}

/** What the script of the page does next: go on, or say why not. */
export type FileAnswer = { readonly to: string } | { readonly problem: string };

interface SentFile {
  /** Of the API. */
  readonly path: string;
  readonly body: unknown;
  /** Where the page goes on. */
  readonly to: string;
  readonly problems: FileProblems;
}

/** Stores the file that the script of the page sent: the body is its bytes. */
export async function storeFile(
  page: ConsolePage,
  { path, body, to, problems }: SentFile,
): Promise<FileAnswer> {
  const bytes = body instanceof FileBody ? body.bytes : Buffer.alloc(0);
  const answer = await page.send('PUT', path, bytes);
  if (answer.ok) return { to };
  const { status } = answer.problem;
  if (status === 415) return { problem: problems.unsupported };
  if (status === 413) return { problem: problems.tooLarge };
  return { problem: (status === 400 && problems.unfit) || problems.other };
}
