import type { MissingWebhooks } from '../../wellhub-inbox/index.js';

export class MissingWebhooksDto {
  static from({ id, from, to, refused }: MissingWebhooks) {
    return { id, from, to, refused };
  }
}
