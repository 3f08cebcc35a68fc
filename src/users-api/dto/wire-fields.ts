import { ApiProperty } from '@nestjs/swagger';
import { Answer } from '../../platform/http/answer-fields.js';
import type { Blank } from './wire-values.js';

/** A decorator for a property that holds this, or `""` for none. */
type ShowsBlank<T> = <K extends string>(target: { readonly [P in K]?: Blank<T> }, key: K) => void;

const BLANK = { type: 'string', const: '' };

const orBlank = <T>(type: string, description?: string): ShowsBlank<T> =>
  ApiProperty({
    oneOf: [{ type }, BLANK],
    ...(description !== undefined && { description }),
  } as object) as ShowsBlank<T>;

/** The kinds of values that only this surface has (`users-api.md` 1). */
export const Wire = {
  /** A number of ours, or `""`. */
  idOrBlank: (description?: string) => orBlank<number>('integer', description),

  decimalOrBlank: (description?: string) => orBlank<number>('number', description),

  /** Value of one sequence, taken at each stored change. */
  timestamp: () => Answer.whole('Rises with each stored change'),

  /** Local time without offset: no `date-time` of JSON Schema. */
  localTime: (description?: string) =>
    Answer.text(`${description ?? 'Local time'}: \`YYYY-MM-DDTHH:MM:SS\`, or \`""\``),

  /** Always null. */
  none: (): ((target: { readonly employee?: object | null }, key: 'employee') => void) =>
    ApiProperty({ type: 'null', description: 'Always null' }) as never,
};
