import { Answer } from '../../platform/http/answer-fields.js';
import type { AccessToken } from '../access-tokens.js';

/** `wellhub.md` 2.1, also of `POST /admin/v1/token`: exactly these three. */
export class TokenDto {
  @Answer.text('Opaque; send it as `Authorization: Bearer …`')
  access_token!: string;

  @Answer.oneOf(['Bearer'])
  token_type!: 'Bearer';

  @Answer.whole('Unix time in seconds')
  expires_at!: number;

  static from({ token, expiresAt }: AccessToken): TokenDto {
    return { access_token: token, token_type: 'Bearer', expires_at: expiresAt };
  }
}
