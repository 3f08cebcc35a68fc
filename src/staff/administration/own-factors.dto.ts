import { ApiProperty } from '@nestjs/swagger';
import { Text } from '../../platform/http/fields.js';

export class NewAppDto {
  @ApiProperty({ description: 'For the QR picture that an authenticator app reads' })
  uri!: string;

  @ApiProperty({ description: 'The same secret, to be typed' })
  secret!: string;
}

export class ConfirmAppDto {
  @Text({ max: 40, description: 'What the app shows now' })
  code!: string;
}

export class RecoveryCodesDto {
  @ApiProperty({ type: [String], description: 'Empty beside an earlier second factor' })
  recoveryCodes!: readonly string[];
}
