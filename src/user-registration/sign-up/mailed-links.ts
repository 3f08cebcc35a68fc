import { Injectable } from '@nestjs/common';
import { MailedTokens, type MailedToken } from '../../accounts/index.js';
import type { Queries } from '../../platform/database/database.js';
import { JoinStates, type JoinState } from './join-states.js';
import type { LinkToken } from '../links/link-tokens.js';
import { OpenLinks } from '../links/open-links.js';

/** A mailed token that can still finish its join. */
export interface MailedLink {
  readonly mailed: MailedToken;
  readonly state: JoinState;
  readonly token: LinkToken;
}

/** Reads mailed tokens. They work also after the link they were requested with has expired (2.3). */
@Injectable()
export class MailedLinks {
  constructor(
    private readonly tokens: MailedTokens,
    private readonly states: JoinStates,
    private readonly links: OpenLinks,
  ) {}

  async open(partnerId: string, clear: string): Promise<MailedLink | undefined> {
    const mailed = await this.tokens.peek(partnerId, clear);
    if (!mailed?.joinState) return undefined;
    const state = this.states.open(partnerId, mailed.joinState);
    const token = this.links.open(partnerId, state.link);
    const now = await this.links.inspect(partnerId, state.link);
    return token && (now.kind === 'open' || now.kind === 'expired')
      ? { mailed, state, token }
      : undefined;
  }

  /** @returns false when it was consumed before */
  async consume(tx: Queries, partnerId: string, clear: string): Promise<boolean> {
    return (await this.tokens.consume(tx, partnerId, clear)) !== undefined;
  }
}
