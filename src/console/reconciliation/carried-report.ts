import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { FastifyRequest } from 'fastify';
import { Form } from '../../pages/index.js';
import { FileBody } from '../../platform/http/body-parsers.js';

export const REPORT_FIELD = 'report';
const FILE_FIELD = 'file';
const LARGEST = 1024 * 1024;

export interface SentForm {
  readonly form: Form;
  /** Empty when none came, or one that is too large. */
  readonly file: Buffer;
}

/** The fields of a form and its file, which came as such or was carried along. */
export async function readSentForm({ body, headers }: FastifyRequest): Promise<SentForm> {
  if (!(body instanceof FileBody)) {
    const form = new Form(body);
    return { form, file: carriedFile(form.raw(REPORT_FIELD)) };
  }
  const type = headers['content-type'] ?? '';
  try {
    const bytes = new Uint8Array(body.bytes);
    const data = await new Response(bytes, { headers: { 'content-type': type } }).formData();
    const file = data.get(FILE_FIELD);
    const sent = file instanceof Blob ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
    return { form: new Form(Object.fromEntries(data)), file: sent };
  } catch {
    return { form: new Form({}), file: Buffer.alloc(0) };
  }
}

/** Between two pages the file stays with the person: nothing of it is stored here. */
export const carried = (file: Buffer): string => deflateRawSync(file).toString('base64url');

function carriedFile(text: string): Buffer {
  try {
    return inflateRawSync(Buffer.from(text, 'base64url'), { maxOutputLength: LARGEST });
  } catch {
    return Buffer.alloc(0);
  }
}
