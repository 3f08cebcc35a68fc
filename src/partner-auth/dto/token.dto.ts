import type { AccessToken } from '../access-tokens.js';

/** `wellhub.md` 2.1, also of `POST /admin/v1/token`: exactly these three. */
export class TokenDto {
  access_token!: string;
  token_type!: 'Bearer';
  /** Unix time in seconds. */
  expires_at!: number;

  static from({ token, expiresAt }: AccessToken): TokenDto {
    return { access_token: token, token_type: 'Bearer', expires_at: expiresAt };
  }
}
