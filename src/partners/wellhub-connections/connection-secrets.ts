import type { EncryptedColumn, EncryptionPurpose } from '../../platform/crypto/purposes.js';

const columnsOf = (table: string, ...columns: string[]): EncryptedColumn[] =>
  columns.map((column) => ({ table, column }));

/** Tokens and webhook secrets of a partner, and those with which a gym overrides them. */
export const CONNECTION_SECRETS: EncryptionPurpose = {
  name: 'wellhub-connection',
  columns: [
    ...columnsOf(
      'wellhub_connections',
      'access_token',
      'webhook_secret',
      'previous_webhook_secret',
      'events_api_token',
    ),
    ...columnsOf('gyms', 'wellhub_access_token', 'webhook_secret', 'previous_webhook_secret'),
  ],
};
