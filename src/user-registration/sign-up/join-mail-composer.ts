import { Injectable } from '@nestjs/common';
import { MailedTokens } from '../../accounts/index.js';
import {
  joinConfirmMail,
  mailBrand,
  Mailbox,
  mailLanguage,
  setPasswordMail,
} from '../../mail/index.js';
import type { Partner } from '../../partners/index.js';
import { Settings } from '../../platform/config/settings.js';
import type { Queries } from '../../platform/database/database.js';
import type { Proven } from '../links/confirmed-email.js';
import { JoinStates, type JoinState } from './join-states.js';

/** Writes the mail whose link finishes a sign-up. */
@Injectable()
export class JoinMailComposer {
  constructor(
    private readonly tokens: MailedTokens,
    private readonly mailbox: Mailbox,
    private readonly states: JoinStates,
    private readonly settings: Settings,
  ) {}

  /**
   * Queues it in the caller's transaction.
   * @param to the stored address, and the link token that the mail was requested with
   * @returns how many addresses got a mail for that link token
   */
  async write(
    tx: Queries,
    partner: Partner,
    to: Proven & { readonly jti: string },
    state: JoinState,
  ): Promise<number> {
    const { email, key, jti } = to;
    const joinState = this.states.encrypt(partner.id, state);
    const token = { email, emailKey: key, joinState, jti };
    const clear = await this.tokens.issue(tx, partner.id, token);
    const compose = state.setPassword ? setPasswordMail : joinConfirmMail;
    const { publicUrl } = this.settings;
    const language = mailLanguage(state.language, partner.locale);
    const mail = compose(
      { language, brand: mailBrand(partner, publicUrl) },
      {
        gym: partner.name,
        link: `${publicUrl}/${partner.slug}/confirm?token=${clear}`,
        minutes: this.settings.resetTokenMinutes,
      },
    );
    await this.mailbox.queue(tx, partner.id, { to: email, ...mail });
    return this.tokens.addressesFor(tx, partner.id, jti);
  }
}
