/** One request as the device puts it on the wire. */
export interface WireRequest {
  readonly method: string;
  /** Follows the device address. */
  readonly path: string;
  readonly contentType?: string | undefined;
  readonly body?: string | undefined;
}

export type WireFields = readonly (readonly [name: string, value: string])[];

const FORM = 'application/x-www-form-urlencoded';
export const JSON_TYPE = 'application/json';

/** The same fields in the two ways that firmwares send them: all values are text in both. */
export function fieldsRequest(
  path: string,
  fields: WireFields,
  form: 'form' | 'json',
): WireRequest {
  return form === 'json'
    ? jsonRequest(path, Object.fromEntries(fields))
    : post(
        path,
        FORM,
        new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
      );
}

export const jsonRequest = (path: string, body: unknown): WireRequest =>
  post(path, JSON_TYPE, JSON.stringify(body));

const post = (path: string, contentType: string, body: string): WireRequest => ({
  method: 'POST',
  path,
  contentType,
  body,
});
