import { Module } from '@nestjs/common';
import { PartnersModule } from '../partners/index.js';
import { MailEncryption } from './mail-encryption.js';
import { MailPreviews } from './mail-previews.js';
import { MailSenderWorker } from './mail-sender.worker.js';
import { MailSettlement } from './mail-settlement.js';
import { MailTemplatesAdminController } from './mail-templates-admin.controller.js';
import { MailTransport } from './mail-transport.js';
import { Mailbox } from './mailbox.js';
import { MailsRepository } from './mails.repository.js';
import { PartnerTemplates } from './partner-templates.js';
import { PartnerTemplatesRepository } from './partner-templates.repository.js';
import { TestMails } from './test-mails.js';
import { MailGaugesRepository } from './mail-gauges.repository.js';
import { keepInWipes } from '../platform/database/partner-wipe.js';

keepInWipes('mail_templates');

const facades = [Mailbox, MailSettlement, PartnerTemplates, TestMails];

/**
 * Purpose: sends mails to people. Owns: mails, mail_templates.
 * Offers: Mailbox, MailSettlement, PartnerTemplates, TestMails, the texts of our mails. Depends on: partners.
 * Promises: a mail is sent at least once or fails with an alert; its content and recipient are stored encrypted; the
 * mails to one address per hour are limited; what follows from the outcome of a mail is committed with it.
 */
@Module({
  imports: [PartnersModule],
  controllers: [MailTemplatesAdminController],
  providers: [
    MailGaugesRepository,
    ...facades,
    MailEncryption,
    MailPreviews,
    MailSenderWorker,
    MailTransport,
    MailsRepository,
    PartnerTemplatesRepository,
  ],
  exports: facades,
})
export class MailModule {}
