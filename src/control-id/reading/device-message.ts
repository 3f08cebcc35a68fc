import { isObject, parseJsonWithLongIntegers } from '../../platform/http/json-body.js';
import { isStorable } from '../../platform/values/storable-text.js';

/** What a device sent with a call, in whatever form (`control-id.md` 3, body and values). */
export interface DeviceMessage {
  /** Of the body and, where it lacks them, of the query. Numbers are text of their digits; blank values are left out. */
  readonly fields: ReadonlyMap<string, string>;
  /** The body when it was a JSON object; its integers of 16 digits and more are texts. */
  readonly json: Readonly<Record<string, unknown>> | undefined;
  /** The body as it came. */
  readonly text: string;
  /** False: the body is broken, or a field is too long. What could be read is there all the same. */
  readonly isReadable: boolean;
}

/** The bytes of a call, not yet read. */
export interface SentMessage {
  readonly url: string;
  readonly contentType: string;
  readonly body: Uint8Array;
}

const LONGEST_FIELD = 512;
const MOST_FIELDS = 200;
const JSON_TYPE = /^\s*application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;
const FORM_TYPE = /^\s*application\/x-www-form-urlencoded\s*(?:;|$)/i;
/** Invalid bytes become U+FFFD: a garbled name is no reason to keep the door shut. */
const utf8 = new TextDecoder();

export function readMessage({ url, contentType, body }: SentMessage): DeviceMessage {
  const text = utf8.decode(body);
  const isJson =
    JSON_TYPE.test(contentType) || (!FORM_TYPE.test(contentType) && /^\s*\{/.test(text));
  const json = isJson ? readJson(text) : undefined;
  const sent = new SentFields();
  if (isJson) sent.addObject(json ?? {});
  else sent.addForm(text);
  sent.addForm(queryOf(url));
  const isReadable = sent.areReadable && (json !== undefined || !isJson || text.trim() === '');
  return { fields: sent.fields, json, text, isReadable };
}

/** Of a field that is sent twice the first counts. */
class SentFields {
  readonly fields = new Map<string, string>();
  areReadable = true;
  private count = 0;

  addForm(text: string): void {
    if (text !== '') new URLSearchParams(text).forEach(this.add);
  }

  addObject(json: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(json))
      if (['string', 'number', 'boolean'].includes(typeof value)) this.add(String(value), name);
  }

  private readonly add = (value: string, name: string): void => {
    if (value.trim() === '') return;
    this.count += 1;
    if (this.count > MOST_FIELDS || value.length > LONGEST_FIELD || !isStorable(value))
      this.areReadable = false;
    if (!this.fields.has(name)) this.fields.set(name, value);
  };
}

function queryOf(url: string): string {
  const at = url.indexOf('?');
  return at < 0 ? '' : url.slice(at + 1);
}

function readJson(text: string): Record<string, unknown> | undefined {
  try {
    const value = parseJsonWithLongIntegers(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
