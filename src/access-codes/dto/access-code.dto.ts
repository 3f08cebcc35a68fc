import { Answer } from '../../platform/http/answer-fields.js';
import type { IssuedCode } from '../access-codes.js';

const FORMATS = ['QR_CODE'] as const;

/** `open-api.md` section 2: exactly these three. */
export class AccessCodeDto {
  @Answer.oneOf(FORMATS)
  format!: 'QR_CODE';

  @Answer.text('19 digits. Show them as a QR picture; never read them as a number')
  content!: string;

  @Answer.instant('Whole seconds')
  expiresAt!: string;

  static from({ content, expiresAt }: IssuedCode): AccessCodeDto {
    return { format: 'QR_CODE', content, expiresAt: expiresAt.toISOString().replace('.000Z', 'Z') };
  }
}
