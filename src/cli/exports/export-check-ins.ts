import type { CommandCall } from '../frame/command-call.js';
import { exportRows, type FormatOptions } from './export-rows.js';

export interface CheckInOptions extends FormatOptions {
  readonly gym: number;
  readonly state?: string;
  readonly from?: Date;
  readonly to?: Date;
  readonly day?: string;
}

const COLUMNS =
  'id gymId customerId gympassId state cause lostBecause day occurredAt receivedAt expiresAt validatedAt alreadyValidated overdue provisional bookingNumber productId productDescription attempts lastStatus'.split(
    ' ',
  );

/** `gatehouse check-ins export`: newest first. */
export const exportCheckIns = async (call: CommandCall<CheckInOptions>): Promise<void> => {
  const { gym, state, from, to, day } = call.options;
  const query = {
    limit: 200,
    state: state?.toUpperCase(),
    from: from?.toISOString(),
    to: to?.toISOString(),
    day,
  };
  const options = { path: { gymId: gym }, query };
  const gatehouse = await call.partner();
  const list = gatehouse.list<Record<string, unknown>>('/admin/v1/gyms/{gymId}/check-ins', options);
  await exportRows(call, list, {
    columns: COLUMNS,
    rowsOf: (checkIn) => [{ value: checkIn, cells: COLUMNS.map((name) => checkIn[name]) }],
  });
};
