import { performance } from 'node:perf_hooks';
import { CodeHashes } from '../../src/access-codes/index.js';
import { CountedGate, Passages, type PassageReport } from '../../src/gate/index.js';
import type { GateWorld } from './gate-world.js';
import type { TestApp } from './test-app.js';

export const PASSED = { hasPassed: true };
export const NOT_PASSED = { hasPassed: false };

export type Turnstile = Awaited<ReturnType<typeof openTurnstile>>;

/** A door that reports what happens after a grant, as the gate knows it. @param abilities another kind of door */
export async function openTurnstile(
  { app }: TestApp,
  { admin, partnerId, gymId }: Pick<GateWorld, 'admin' | 'partnerId' | 'gymId'>,
  settings: object,
  abilities: object = { turnSeconds: 30 },
) {
  const made = { name: 'Turnstile', repeatWindowSeconds: 0, ...settings };
  const { id } = (await admin.post(`/admin/v1/gyms/${gymId}/devices`, made)).body as { id: number };
  await admin.post(`/admin/v1/devices/${id}/token`);
  const hashes = app.get(CodeHashes, { strict: false });
  const device = { partnerId, id, ...abilities };
  return {
    id,
    show: ({ cardNumber }: { cardNumber: string }, nonce?: string) =>
      app.get(CountedGate, { strict: false }).decide({
        device,
        isCode: false,
        cardNumber,
        valueHashes: hashes.candidates(cardNumber),
        execute: true,
        ...(nonce && { nonce }),
        receivedAt: performance.now(),
      }),
    report: (report: Omit<PassageReport, 'partnerId' | 'deviceId'>) =>
      app.get(Passages, { strict: false }).report({ partnerId, deviceId: id, ...report }),
    state: async () => {
      const list = await admin.get(`/admin/v1/gyms/${gymId}/gate-decisions?deviceId=${id}`);
      return list.body.items[0].passage;
    },
  };
}

/** What happened to the person at doors so far happened that much earlier. */
export async function ageOf({ sql }: TestApp, customerId: number, by: string): Promise<void> {
  const earlier = (columns: string[]) =>
    columns.map((column) => `${column} = ${column} - interval '${by}'`).join(', ');
  const presence = ['last_scan_at', 'gave_up_at', 'moved_at', 'entered_at'];
  const times = ['granted_at', 'waits_until', 'ended_at'];
  await sql(`update presence set ${earlier(presence)} where customer_id = $1`, [customerId]);
  await sql(`update gate_passages set ${earlier(times)} where customer_id = $1`, [customerId]);
}
