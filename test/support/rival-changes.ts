import type { StaffStage } from './staff-stage.js';

/** What somebody else changes while a form is open, and what its page then says is stored. */
interface RivalChange {
  readonly method: 'PATCH' | 'PUT';
  readonly path: string;
  readonly body: object;
  readonly shown: string;
}

const idIn = (page: string): string =>
  page
    .replace(/\/edit$/, '')
    .split('/')
    .at(-1) ?? '';
const patch = (path: string, body: object, shown = 'Rival'): RivalChange => ({
  method: 'PATCH',
  path,
  body,
  shown,
});
const put = (path: string, body: object, shown = 'Rival'): RivalChange => ({
  method: 'PUT',
  path,
  body,
  shown,
});

/** By the route of the form, and where it stands. */
export const RIVAL_CHANGES: Readonly<
  Record<string, (page: string, stage: StaffStage) => RivalChange>
> = {
  'POST /console/members/:customerId/edit': (page) =>
    patch(`customers/${idIn(page)}`, { lastName: 'Rival' }, 'Stored now: Rival'),
  'POST /console/members/:customerId/restriction': (page) =>
    put(`customers/${idIn(page)}/restriction`, { reason: 'Rival' }, 'Stored now: Rival'),
  'POST /console/settings/catalogue/:kind/:id': (page, { world }) =>
    patch(
      `partners/${world.partnerId}/memberships/${idIn(page)}`,
      { isActive: false },
      'Stored now: Old contracts only',
    ),
  'POST /console/members/:customerId/contracts/:contractId': (page) =>
    patch(
      page.replace('/console/members/', 'customers/'),
      { cancelDate: '2026-03-01' },
      'Stored now: 2026-03-01',
    ),
  'POST /console/doors/:id': (page) =>
    patch(`devices/${idIn(page)}`, { name: 'Rival' }, 'Stored now: Rival'),
  'POST /console/staff/:id': (page) =>
    patch(`staff/${idIn(page)}`, { role: 'ACCOUNTANT' }, 'Stored now: Accountant'),
  'POST /console/developers/subscriptions/:id/edit': (page) =>
    patch(
      `webhook-subscriptions/${idIn(page)}`,
      { url: 'https://rival.example/' },
      'Stored now: https://rival.example/',
    ),
  'POST /console/alerts/mails/times': (_, { world }) =>
    put(`partners/${world.partnerId}/alert-mails`, { digestAt: '05:30' }, 'Stored now: 05:30'),
  'POST /console/settings/partner': (_, { world }) =>
    patch(
      `partners/${world.partnerId}`,
      { supportEmail: 'rival@example.com' },
      'Stored now: rival@example.com',
    ),
  'POST /console/settings/brand': (_, { world }) =>
    put(`partners/${world.partnerId}/brand`, { accentColor: '#0b6655' }, 'Stored now: #0b6655'),
  'POST /console/settings/gyms/:gymId': (page) =>
    patch(`gyms/${idIn(page)}`, { name: 'Rival' }, 'Stored now: Rival'),
  'POST /console/settings/gyms/:gymId/secrets': (page) =>
    patch(`gyms/${idIn(page)}`, { name: 'Rival' }),
  'POST /console/settings/identity-provider': (_, { world }) =>
    put(
      `partners/${world.partnerId}/identity-provider`,
      {
        issuer: 'https://rival.example/',
        clientId: 'rival',
        clientSecret: 'secret-of-the-rival',
        groups: [],
      },
      'Stored now: https://rival.example/',
    ),
  'POST /console/settings/mails/:name': (_, { world }) =>
    put(
      `partners/${world.partnerId}/mail-templates/password-changed`,
      { subject: 'Rival', text: 'Rival', html: '<p>Rival</p>' },
      'Stored now: Rival',
    ),
  'POST /console/settings/wellhub': (_, { world }) =>
    put(
      `partners/${world.partnerId}/wellhub`,
      { environment: 'production', accessToken: 'rival-token' },
      'Stored now: ',
    ),
};
