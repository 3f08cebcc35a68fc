import type { TestApp } from './test-app.js';

type Write = (
  address: string,
  ids?: Record<string, unknown>,
  body?: unknown,
) => Promise<{ id: number }>;

/** One call to every route that changes access rules, passes or Control iD devices. */
export async function writeAtDoors(app: TestApp, write: Write, gymId: number, customerId: number) {
  const policy = '/admin/v1/gyms/:gymId/access-policy';
  const rules = '/admin/v1/gyms/:gymId/access-rules';
  await write(`PUT ${policy}`, { gymId }, { outsideRules: 'DENY' });
  await write(`PATCH ${policy}`, { gymId }, { outsideRules: 'ALLOW' });
  const ids: number[] = [];
  for (const name of ['First', 'Second'])
    ids.push((await write(`POST ${rules}`, { gymId }, { name, effect: 'ALLOW' })).id);
  await write(`PUT ${rules}/order`, { gymId }, { ids: ids.toReversed() });
  await write('PATCH /admin/v1/access-rules/:id', { id: ids[0] }, { name: 'Other' });
  await write('DELETE /admin/v1/access-rules/:id', { id: ids[0] });
  await write(`DELETE ${policy}`, { gymId });
  const pass = { type: 'STAFF', validFrom: '2026-01-01' };
  const { id } = await write('POST /admin/v1/customers/:customerId/passes', { customerId }, pass);
  await write('PATCH /admin/v1/passes/:id', { id }, { note: 'Trainer' });
  await write('DELETE /admin/v1/passes/:id', { id });
  await writeToDevice(app, write, gymId);
}

async function writeToDevice(app: TestApp, write: Write, gymId: number): Promise<void> {
  const device = '/admin/v1/devices/:id';
  const body = { name: 'Arm', direction: 'BOTH', vendor: 'CONTROL_ID' };
  const { id } = await write('POST /admin/v1/gyms/:gymId/devices', { gymId }, body);
  const moved = await write(`POST ${device}/control-id/secret`, { id }, { graceSeconds: 0 });
  const { pathname } = new URL((moved as unknown as { address: string }).address);
  await app.api.get(`${pathname}/push?deviceId=1&uuid=u1`);
  await write(`POST ${device}/open`, { id }, { way: 'IN', reason: 'A delivery' });
  await write(`POST ${device}/control-id/apply`, { id });
  await write(`POST ${device}/control-id/learn-card`, { id });
}
