import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { isHeaderSafe, NOT_HEADER_SAFE, pasted } from '../text/pasted.js';
import { Checked, type FieldOptions } from './fields.js';

/** A text that is copied from somewhere: what the copy brought along at its ends is left out. */
export const Pasted = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? pasted(value) : value));

const isText = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value.length <= max;

/** A token that we send in a header. */
export const Token = ({ max, ...options }: FieldOptions & { max: number }) =>
  applyDecorators(
    Pasted(),
    Checked(
      'isToken',
      (value) => isText(value, max) && value !== '',
      `must be a text of 1 to ${max} characters`,
      options,
    ),
    Checked(
      'isHeaderSafe',
      (value) => typeof value !== 'string' || value === '' || isHeaderSafe(value),
      NOT_HEADER_SAFE,
      options,
    ),
  );

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** A secret that signs: any characters that people see, for only its bytes count. */
export const SigningSecret = ({ max, ...options }: FieldOptions & { max: number }) =>
  applyDecorators(
    Pasted(),
    Checked(
      'isSecret',
      (value) => isText(value, max),
      `must be a text of at most ${max} characters`,
      options,
    ),
    Checked(
      'isSeen',
      (value) => typeof value !== 'string' || !UNSEEN.test(value),
      'holds a line end or a character that nobody sees: copy it again',
      options,
    ),
  );
