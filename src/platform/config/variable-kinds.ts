import * as z from 'zod';
import { parseUrl } from '../values/parse-url.js';

export const IN_A_HEADER = /^[ -~]+$/;

export const onOrOff = (fallback: 'on' | 'off') =>
  z.enum(['on', 'off'], { error: 'must be on or off' }).default(fallback);

export const url = (...schemes: string[]) =>
  z
    .string()
    // `URL` drops line ends and tabs silently.
    .refine((text) => !/[\p{Cc}\p{Cf}]/u.test(text), 'holds a line break or an invisible character')
    .refine(
      (text) => schemes.includes(parseUrl(text)?.protocol.slice(0, -1) ?? ''),
      `must be a URL (${schemes.join(' or ')})`,
    );
