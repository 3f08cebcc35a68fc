import type { WebhookOutage } from '../../wellhub-inbox/index.js';

export class MissingWebhooksDto {
  static from({ id, from, to, refused }: WebhookOutage) {
    return { id, from, to, refused };
  }
}
