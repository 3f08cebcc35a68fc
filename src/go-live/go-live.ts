import { Injectable } from '@nestjs/common';
import { MailErrors, Mailbox, TestMails } from '../mail/index.js';
import { Partners } from '../partners/index.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Caller } from '../platform/http/declarations.js';
import { goLiveItems, type GoLiveItem } from './go-live-items.js';
import { GoLiveRepository } from './go-live.repository.js';

/** What is left to do before a partner opens: computed from what is there, and never ticked off by hand but for backups. */
@Injectable()
export class GoLive {
  constructor(
    private readonly rows: GoLiveRepository,
    private readonly partners: Partners,
    private readonly mailbox: Mailbox,
    private readonly testMails: TestMails,
  ) {}

  /** @throws partner.not-found */
  async items(partnerId: string): Promise<GoLiveItem[]> {
    await this.partners.get(partnerId);
    const [gyms, staff, marks] = await Promise.all([
      this.rows.gyms(partnerId),
      this.rows.staff(partnerId),
      this.rows.marks(partnerId),
    ]);
    return goLiveItems({ gyms, staff, marks, canMail: this.mailbox.canSend });
  }

  /** Backups are made outside: a person confirms them, and can take it back. @throws partner.not-found */
  async confirmBackups(partnerId: string, caller: Caller, isGood: boolean): Promise<void> {
    await this.partners.get(partnerId);
    await this.rows.mark(partnerId, { item: 'BACKUPS', isGood, by: nameOf(caller) });
  }

  /** @returns the address that got it. @throws as `TestMails.send` */
  async mail(partnerId: string, caller: Caller): Promise<string> {
    const keep = (isGood: boolean) =>
      this.rows.mark(partnerId, { item: 'MAIL', isGood, by: nameOf(caller) });
    try {
      const language = caller.person === undefined ? undefined : caller.language;
      const request = { name: 'password-changed', language } as const;
      const to = await this.testMails.send(partnerId, caller, request);
      await keep(true);
      return to;
    } catch (error) {
      if (error instanceof DomainError && error.is(MailErrors.notAccepted)) await keep(false);
      throw error;
    }
  }
}

const nameOf = ({ person, name }: Caller): string => person ?? name;
