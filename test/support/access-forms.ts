import { fresh, gym, made, member, type Maker } from './form-makers.js';
import type { StaffStage } from './staff-stage.js';

const RULES = '/console/doors/rules';

async function ruled(stage: StaffStage, rules = 1): Promise<[page: string, ids: string[]]> {
  const gymId = await gym(stage);
  const ids: string[] = [];
  for (let no = 0; no < rules; no += 1)
    ids.push(
      await made(stage, `gyms/${gymId}/access-rules`, { name: fresh('Rule'), effect: 'ALLOW' }),
    );
  return [`${RULES}/${gymId}`, ids];
}

async function passed(stage: StaffStage): Promise<string> {
  const customerId = await member(stage);
  const pass = { type: 'STAFF', validFrom: '2026-01-01' };
  const id = await made(stage, `customers/${customerId}/passes`, pass);
  return `/console/members/${customerId}/passes/${id}`;
}

async function turnstile(stage: StaffStage): Promise<string> {
  const device = { name: fresh('Arm'), direction: 'BOTH', vendor: 'CONTROL_ID' };
  const id = await made(stage, `gyms/${stage.world.gymId}/devices`, device);
  return `/console/doors/${id}/control-id`;
}

/** The forms about access rules, passes and Control iD devices, by their routes. */
export const ACCESS_FORMS: Readonly<Record<string, Maker>> = {
  'POST /console/doors/rules/:gymId': async (stage) => ({
    page: `${RULES}/${await gym(stage)}`,
    fields: { reentryMinutes: '90' },
  }),
  'POST /console/doors/rules/:gymId/order': async (stage) => {
    const [page] = await ruled(stage, 2);
    return { page, action: `${page}/order` };
  },
  'POST /console/doors/rules/:gymId/remove': async (stage) => {
    const [page] = await ruled(stage);
    return { page, action: `${page}/remove` };
  },
  'POST /console/doors/rules/:gymId/new': async (stage) => ({
    page: `${RULES}/${await gym(stage)}/new`,
    fields: { name: fresh('Rule') },
  }),
  'POST /console/doors/rules/:gymId/:id': async (stage) => {
    const [page, [id]] = await ruled(stage);
    return { page: `${page}/${id}`, fields: { name: fresh('Rule') } };
  },
  'POST /console/doors/rules/:gymId/:id/remove': async (stage) => {
    const [page, [id]] = await ruled(stage);
    return { page: `${page}/${id}`, action: `${page}/${id}/remove` };
  },
  'POST /console/members/:customerId/passes/new': async (stage) => ({
    page: `/console/members/${await member(stage)}/passes/new`,
  }),
  'POST /console/members/:customerId/passes/:id': async (stage) => ({
    page: await passed(stage),
    fields: { note: fresh('Trainer') },
  }),
  'POST /console/members/:customerId/passes/:id/remove': async (stage) => {
    const page = await passed(stage);
    return { page, action: `${page}/remove` };
  },
  'POST /console/doors/:id/control-id/secret': async (stage) => {
    const device = await turnstile(stage);
    return { page: `${device}/setup`, action: `${device}/secret` };
  },
  'POST /console/doors/:id/control-id/learn-card': async (stage) => {
    const device = await turnstile(stage);
    return { page: `${device}/setup`, action: `${device}/learn-card` };
  },
  'POST /console/doors/:id/control-id/apply': async (stage) => {
    const device = await turnstile(stage);
    return { page: `${device}/setup`, action: `${device}/apply` };
  },
};
