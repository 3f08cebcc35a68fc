import { fresh, made, member, own, type Maker } from './form-makers.js';
import type { StaffStage } from './staff-stage.js';

const CATALOGUE = '/console/settings/catalogue';

export const membership = (stage: StaffStage) =>
  made(stage, own(stage, 'memberships'), { name: fresh('Full') });

async function terms(stage: StaffStage) {
  const paymentPlanId = await made(stage, own(stage, 'payment-plans'), { name: 'Monthly' });
  return { membershipId: await membership(stage), paymentPlanId, startDate: '2026-01-01' };
}

/** The page of a member's contract. */
export async function contracted(stage: StaffStage): Promise<string> {
  const id = await member(stage);
  const { membershipId, paymentPlanId, startDate } = await terms(stage);
  const contract = {
    membershipId: Number(membershipId),
    paymentPlanId: Number(paymentPlanId),
    startDate,
  };
  const contractId = await made(stage, `customers/${id}/contracts`, contract);
  return `/console/members/${id}/contracts/${contractId}`;
}

/** The forms about what members agreed to, and what is kept about them, by their routes. */
export const GYM_FORMS: Readonly<Record<string, Maker>> = {
  'POST /console/settings/catalogue/:kind/new': () => ({
    page: `${CATALOGUE}/discounts/new`,
    fields: { name: fresh('Student') },
  }),
  'POST /console/settings/catalogue/:kind/:id': async (stage) => ({
    page: `${CATALOGUE}/memberships/${await membership(stage)}`,
    fields: { name: fresh('Mornings') },
  }),
  'POST /console/members/:customerId/contracts/new': async (stage) => ({
    page: `/console/members/${await member(stage)}/contracts/new`,
    fields: await terms(stage),
  }),
  'POST /console/members/:customerId/contracts/:contractId': async (stage) => ({
    page: await contracted(stage),
    fields: { endDate: '2027-01-01' },
  }),
};
