import { Answer } from '../../platform/http/answer-fields.js';
import { Text } from '../../platform/http/fields.js';

export class NewAppDto {
  @Answer.text('For the QR picture that an authenticator app reads')
  uri!: string;

  @Answer.text('The same secret, to be typed')
  secret!: string;
}

export class ConfirmAppDto {
  @Text({ max: 40, description: 'What the app shows now' })
  code!: string;
}

export class RecoveryCodesDto {
  @Answer.texts('Empty beside an earlier second factor; absent where a call is repeated', {
    optional: true,
  })
  recoveryCodes!: readonly string[];
}
