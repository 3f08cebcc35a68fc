import { Module } from '@nestjs/common';
import { EventWebhooksModule } from '../event-webhooks/index.js';
import { MailModule } from '../mail/index.js';
import { PartnersModule } from '../partners/index.js';
import { StaffModule } from '../staff/index.js';
import { AlertMailsAdminController } from './administration/alert-mails-admin.controller.js';
import { OwnAlertMailsController } from './administration/own-alert-mails.controller.js';
import { AlertMailQueue } from './mails/alert-mail-queue.js';
import { AlertMailSettingsRepository } from './mails/alert-mail-settings.repository.js';
import { AlertMailer } from './mails/alert-mailer.worker.js';
import { AlertMailsRepository } from './mails/alert-mails.repository.js';
import { AlertPublisher } from './publishing/alert-publisher.worker.js';
import { keepInWipes } from '../platform/database/partner-wipe.js';

keepInWipes('alert_mail_settings');

/**
 * Purpose: alerts reach people and systems. Owns: alert_mail_settings, alert_mail_recipients, alert_mail_items.
 * Offers: the words of every alert. Depends on: staff, mail, event-webhooks, partners.
 * Promises: an opening and a closing are published once each; no mail comes in quiet hours.
 */
@Module({
  imports: [EventWebhooksModule, MailModule, PartnersModule, StaffModule],
  controllers: [AlertMailsAdminController, OwnAlertMailsController],
  providers: [
    AlertMailer,
    AlertMailQueue,
    AlertMailSettingsRepository,
    AlertMailsRepository,
    AlertPublisher,
  ],
})
export class AlertNotificationsModule {}
