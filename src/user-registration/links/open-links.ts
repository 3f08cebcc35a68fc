import { Injectable } from '@nestjs/common';
import type { Prefill } from './joining.types.js';
import { LinkRows } from './link-rows.repository.js';
import { LinkTokens, type LinkToken } from './link-tokens.js';
import { Prefills } from './prefills.js';

/** A link token of ours as it is right now. */
export type KnownLink =
  | { readonly kind: 'open'; readonly token: LinkToken; readonly prefill: Prefill }
  | { readonly kind: 'used' | 'expired' };

export type LinkState = KnownLink | { readonly kind: 'invalid' };

/** Reads link tokens. Reading changes nothing: a page may be opened twice (W-14). */
@Injectable()
export class OpenLinks {
  constructor(
    private readonly tokens: LinkTokens,
    private readonly rows: LinkRows,
    private readonly prefills: Prefills,
  ) {}

  /** Decrypts the token, without checking whether it was used. */
  open(partnerId: string, text: string): LinkToken | undefined {
    return this.tokens.open(partnerId, text);
  }

  async inspect(partnerId: string, text: string): Promise<LinkState> {
    const token = this.tokens.open(partnerId, text);
    if (!token) return { kind: 'invalid' };
    const row = await this.rows.find(partnerId, token);
    if (row.used || row.superseded) return { kind: 'used' };
    if (row.expired) return { kind: 'expired' };
    return { kind: 'open', token, prefill: this.prefills.open(row.prefill, token.jti) };
  }
}
