import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { isHeaderSafe, NOT_HEADER_SAFE, pasted } from '../text/pasted.js';
import { firstOf, type Rule } from '../values/rule.js';
import { Checked, type FieldOptions } from './fields.js';

/** A pasted text: characters that were pasted along at its ends are removed. */
export const Pasted = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? pasted(value) : value));

/** A token that we send in a header. */
export const Token = ({ max, ...options }: FieldOptions & { max: number }) =>
  applyDecorators(
    Pasted(),
    Checked(
      firstOf(textWithin(1, max), (value) =>
        isHeaderSafe(String(value)) ? undefined : NOT_HEADER_SAFE,
      ),
      options,
    ),
  );

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** A secret that signs: any characters that people see, for only its bytes count. */
export const SigningSecret = ({ max, ...options }: FieldOptions & { max: number }) =>
  applyDecorators(
    Pasted(),
    Checked(
      firstOf(textWithin(0, max), (value) =>
        UNSEEN.test(String(value))
          ? 'holds a line break or an invisible character: copy it again'
          : undefined,
      ),
      options,
    ),
  );

const textWithin =
  (min: number, max: number): Rule =>
  (value) =>
    typeof value === 'string' && value.length >= min && value.length <= max
      ? undefined
      : `must be a text of ${min === 0 ? 'at most' : `${min} to`} ${max} characters`;
