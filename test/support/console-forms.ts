import { ACCESS_FORMS } from './access-forms.js';
import { GYM_FORMS } from './gym-forms.js';
import {
  door,
  fresh,
  gym,
  made,
  member,
  nextNumber,
  own,
  type FilledForm,
  type Maker,
} from './form-makers.js';
import type { StaffStage } from './staff-stage.js';

const key = (stage: StaffStage) =>
  made(stage, own(stage, 'api-keys'), { name: fresh('Key'), scopes: ['STUDIO_READ'] });
const subscription = (stage: StaffStage) =>
  made(stage, own(stage, 'webhook-subscriptions'), { url: 'https://example.com/events' });
const invited = async (stage: StaffStage) => String((await stage.invite({})).body.id);

const MEMBERS = '/console/members';
const SUBSCRIPTIONS = '/console/developers/subscriptions';
const KEYS = '/console/developers/keys';
const DOORS = '/console/doors';
const SETTINGS = '/console/settings';
const OPERATOR = '/console/operator';

/** The page of one thing, with a form below its address. */
const at =
  (make: (stage: StaffStage) => Promise<string>, path: string, more: Partial<FilledForm> = {}) =>
  (below = ''): Maker =>
  async (stage) => {
    const page = `${path}/${await make(stage)}`;
    return { page, action: `${page}${below}`, ...more };
  };

async function restricted(stage: StaffStage): Promise<string> {
  const id = await member(stage);
  await stage.world.admin.put(`/admin/v1/customers/${id}/restriction`, { reason: 'Medical' });
  return id;
}

async function disabled(stage: StaffStage): Promise<string> {
  const id = await subscription(stage);
  await stage.world.admin.patch(`/admin/v1/webhook-subscriptions/${id}`, { state: 'DISABLED' });
  return id;
}

const isState = true;
const PROVIDER = {
  issuer: 'https://id.example.com/',
  clientId: 'gatehouse',
  clientSecret: 'secret-of-the-provider',
  'group-0': 'staff',
  'role-0': 'VIEWER',
};

/** Every form of the console that changes something, by its route. */
export const CHANGING_FORMS: Readonly<Record<string, Maker>> = {
  ...ACCESS_FORMS,
  ...GYM_FORMS,
  'POST /console/account': () => ({ page: '/console/account', fields: { name: fresh('Ana') } }),
  'POST /console/go-live/backups': () => ({
    page: '/console/go-live',
    action: '/console/go-live/backups',
    isState,
  }),
  'POST /console/go-live/test-mail': () => ({
    page: '/console/go-live',
    action: '/console/go-live/test-mail',
  }),
  'POST /console/alerts/mails/own': () => ({
    page: '/console/alerts/mails',
    action: '/console/alerts/mails/own',
    isState,
  }),
  'POST /console/alerts/mails/times': () => ({
    page: '/console/alerts/mails',
    action: '/console/alerts/mails/times',
    fields: { digestAt: '09:00' },
  }),
  'POST /console/developers/keys/new': () => ({
    page: `${KEYS}/new`,
    fields: { name: fresh('Key'), 'scope.STUDIO_READ': 'on' },
  }),
  'POST /console/developers/keys/:id/rotate': at(key, KEYS)('/rotate'),
  'POST /console/developers/keys/:id/revoke': at(key, KEYS, { isState })('/revoke'),
  'POST /console/developers/subscriptions/new': () => ({
    page: `${SUBSCRIPTIONS}/new`,
    fields: { url: `https://example.com/${nextNumber()}` },
  }),
  'POST /console/developers/subscriptions/:id/edit': async (stage) => ({
    page: `${SUBSCRIPTIONS}/${await subscription(stage)}/edit`,
    fields: { url: `https://example.com/${nextNumber()}` },
  }),
  'POST /console/developers/subscriptions/:id/disable': at(subscription, SUBSCRIPTIONS, {
    isState,
  })('/disable'),
  'POST /console/developers/subscriptions/:id/enable': at(disabled, SUBSCRIPTIONS, { isState })(
    '/enable',
  ),
  'POST /console/developers/subscriptions/:id/remove': at(subscription, SUBSCRIPTIONS)('/remove'),
  'POST /console/developers/subscriptions/:id/replay': at(subscription, SUBSCRIPTIONS)('/replay'),
  'POST /console/developers/subscriptions/:id/secret': at(subscription, SUBSCRIPTIONS)('/secret'),
  'POST /console/developers/subscriptions/:id/test': at(subscription, SUBSCRIPTIONS)('/test'),
  'POST /console/doors/new': (stage) => ({
    page: `${DOORS}/new`,
    fields: { name: fresh('Door'), gymId: String(stage.world.gymId) },
  }),
  'POST /console/doors/:id': at(door, DOORS, { fields: { name: 'Side door' } })(),
  'POST /console/doors/:id/token': at(door, DOORS)('/token'),
  'POST /console/doors/:id/remove': at(door, DOORS)('/remove'),
  'POST /console/members/new': () => ({
    page: `${MEMBERS}/new`,
    fields: { firstName: fresh('Gil') },
  }),
  'POST /console/members/:customerId/edit': async (stage) => ({
    page: `${MEMBERS}/${await member(stage)}/edit`,
    fields: { firstName: fresh('Bia') },
  }),
  'POST /console/members/:customerId/status': at(member, MEMBERS, { isState })('/status'),
  'POST /console/members/:customerId/restriction': at(member, MEMBERS, {
    fields: { reason: 'Medical' },
  })('/restriction'),
  'POST /console/members/:customerId/restriction/remove': at(
    restricted,
    MEMBERS,
  )('/restriction/remove'),
  'POST /console/members/:customerId/erase': at(member, MEMBERS)('/erase'),
  'POST /console/members/:customerId/merge/:otherId': async (stage) => ({
    page: `${MEMBERS}/${await member(stage)}/merge/${await member(stage)}`,
  }),
  'POST /console/staff': (stage) => ({
    page: '/console/staff/new',
    action: '/console/staff',
    fields: { email: stage.address(), role: 'VIEWER' },
  }),
  'POST /console/staff/:id': at(invited, '/console/staff', { fields: { role: 'VIEWER' } })(),
  'POST /console/staff/:id/:action': at(invited, '/console/staff')('/invitation'),
  'POST /console/settings/partner': () => ({
    page: `${SETTINGS}/partner`,
    fields: { name: fresh('Corpo') },
  }),
  'POST /console/settings/brand': () => ({
    page: `${SETTINGS}/brand`,
    fields: { shortName: fresh('C') },
  }),
  'POST /console/settings/gyms': () => ({
    page: `${SETTINGS}/gyms/new`,
    action: `${SETTINGS}/gyms`,
    fields: { name: fresh('Gym') },
  }),
  'POST /console/settings/gyms/:gymId': at(gym, `${SETTINGS}/gyms`, {
    fields: { name: 'Praia' },
  })(),
  'POST /console/settings/gyms/:gymId/secrets': at(gym, `${SETTINGS}/gyms`, {
    fields: { webhookSecret: 'secret-of-the-gym-itself' },
  })('/secrets'),
  'POST /console/settings/gyms/:gymId/remove': at(gym, `${SETTINGS}/gyms`)('/remove'),
  'POST /console/settings/identity-provider': () => ({
    page: `${SETTINGS}/identity-provider`,
    fields: { ...PROVIDER, clientId: fresh('client').replace(' ', '-') },
  }),
  'POST /console/settings/identity-provider/remove': () => ({
    page: `${SETTINGS}/identity-provider`,
    action: `${SETTINGS}/identity-provider/remove`,
  }),
  'POST /console/settings/mails/:name': () => ({
    page: `${SETTINGS}/mails/password-changed`,
    fields: { subject: fresh('Changed'), text: 'Changed', html: '<p>Changed</p>' },
  }),
  'POST /console/settings/mails/:name/test': () => ({
    page: `${SETTINGS}/mails/password-changed`,
    action: `${SETTINGS}/mails/password-changed/test`,
  }),
  'POST /console/settings/mails/:name/remove': () => ({
    page: `${SETTINGS}/mails/password-changed`,
    action: `${SETTINGS}/mails/password-changed/remove`,
  }),
  'POST /console/settings/wellhub': () => ({
    page: `${SETTINGS}/wellhub`,
    fields: { environment: 'sandbox', accessToken: fresh('token').replace(' ', '-') },
  }),
  'POST /console/operator': () => ({
    page: `${OPERATOR}/new`,
    action: OPERATOR,
    fields: { name: fresh('Partner'), slug: fresh('partner').replace(' ', '-') },
    isOperator: true,
  }),
  'POST /console/operator/:id/owners': (stage) => ({
    page: `${OPERATOR}/${stage.world.partnerId}`,
    action: `${OPERATOR}/${stage.world.partnerId}/owners`,
    fields: { email: stage.address() },
    isOperator: true,
  }),
  'POST /console/operator/people': (stage) => ({
    page: `${OPERATOR}/people/new`,
    action: `${OPERATOR}/people`,
    fields: { email: stage.address() },
    isOperator: true,
  }),
};

/** What else is sent by POST, and why it is not tried here. */
export const OTHER_FORMS: Readonly<Record<string, string>> = {
  'POST /console/members/search': 'changes nothing',
  'POST /console/members/:customerId/merge/search': 'changes nothing',
  'POST /console/members/:customerId/timeline/:entryId/body': 'reads, and is in the audit log',
  'POST /console/doors/:id/dry-run': 'changes nothing',
  'POST /console/doors/rules/:gymId/check': 'changes nothing',
  'POST /console/doors/:id/control-id/open': 'needs a device that fetches commands',
  'POST /console/reconciliation/preview': 'changes nothing',
  'POST /console/reconciliation/compare': 'changes nothing but which columns are remembered',
  'POST /console/reconciliation/csv': 'changes nothing but which columns are remembered',
  'POST /console/settings/mails/:name/preview': 'changes nothing',
  'POST /console/settings/identity-provider/test': 'changes nothing',
  'POST /console/settings/wellhub/test': 'keeps the newest result',
  'POST /console/settings/wellhub/webhooks':
    'registers what is missing at Wellhub: nothing is, then',
  'POST /console/settings/brand/logo/remove': 'a logo that is gone is gone',
  'POST /console/members/:customerId/files/:kind/remove': 'a file that is gone is gone',
  'POST /console/members/:customerId/contracts/:contractId/document/remove':
    'a file that is gone is gone',
  'POST /console/settings/gyms/:gymId/secrets/remove': 'a secret that is gone is gone',
  'POST /console/account/place': 'the session ends, and with it the second press',
  'POST /console/account/sessions/end': 'a session that has ended has ended',
  'POST /console/account/sessions/end-all': 'the session ends, and with it the second press',
  'POST /console/account/second-factor/app':
    'a code works once; then the screen says that it is set',
  'POST /console/account/second-factor/remove-app': 'what is gone is gone',
  'POST /console/account/second-factor/recovery-codes': 'needs a second factor',
  'POST /console/account/second-factor/passkeys': 'needs a browser that makes one',
  'POST /console/account/second-factor/passkeys/options': 'changes nothing',
  'POST /console/account/second-factor/passkeys/remove': 'what is gone is gone',
  'POST /console/account/second-factor/passkeys/:id': 'a name: the same again is the same',
  'POST /console/operator/alerts/mails/own': 'as at a partner',
  'POST /console/operator/alerts/mails/times': 'the operator has no quiet hours',
  'POST /console/leave': 'the session ends, and with it the second press',
  'POST /console/operator/:id/look-in': 'the session ends, and with it the second press',
  'POST /console/operator/people/:id': 'people of the operator have one role',
  'POST /console/operator/people/:id/:action': 'as at a partner',
  'POST /console/alerts/:id/close': 'a closed alert stays closed',
  'POST /console/operator/alerts/:id/close': 'a closed alert stays closed',
  'POST /console/bookings/:id/accept': 'the same decision again changes nothing (W-61)',
  'POST /console/bookings/:id/reject': 'the same decision again changes nothing (W-61)',
  'POST /console/bookings/:id/cancel': 'what is cancelled stays so',
  'POST /console/inside/:visitId/leave': 'a visit that has ended stays so',
  'POST /console/check-ins/missing-webhooks/:id/probe':
    'asks Wellhub, which answers the same: a check-in is stored once (C-180)',
  'POST /console/bookings/seats': 'a count: the last one is right',
  'POST /console/check-ins/:id/validate': 'a check-in is validated once (W-40)',
  'POST /console/developers/deliveries/:id/resend': 'keyed as a test event is',
};
