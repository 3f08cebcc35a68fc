import { ApiProperty } from '@nestjs/swagger';
import type { IssuedCode } from '../access-codes.js';

/** `open-api.md` section 2: exactly these three. */
export class AccessCodeDto {
  @ApiProperty({ enum: ['QR_CODE'] })
  format!: 'QR_CODE';

  @ApiProperty({
    pattern: '^[0-9]{19}$',
    description: 'Render as a QR picture; never parse as a number',
  })
  content!: string;

  @ApiProperty({ format: 'date-time', description: 'UTC, whole seconds' })
  expiresAt!: string;

  static from({ content, expiresAt }: IssuedCode): AccessCodeDto {
    return { format: 'QR_CODE', content, expiresAt: expiresAt.toISOString().replace('.000Z', 'Z') };
  }
}
