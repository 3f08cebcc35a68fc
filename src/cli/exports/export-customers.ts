import type { CommandCall } from '../frame/command-call.js';
import { IMPORT_COLUMNS, type CustomerColumn } from '../imports/customer-columns.js';
import { exportRows, type FormatOptions } from './export-rows.js';

export interface ExportOptions extends FormatOptions {
  readonly status?: string;
}

interface ShownCustomer extends Record<string, unknown> {
  readonly id: number;
  readonly isDeleted: boolean;
  readonly createdAt: string;
}

/** A card is shown as its decimal number: its format needs no column. */
const COLUMNS = IMPORT_COLUMNS.filter(({ name }) => name !== 'cardNumberFormat');

/** `gatehouse customers export`: what an import takes; people who were erased are left out. */
export const exportCustomers = async (call: CommandCall<ExportOptions>): Promise<void> => {
  const gatehouse = await call.partner();
  const query = { limit: 200, status: call.options.status?.toUpperCase() };
  const list = gatehouse.list<ShownCustomer>('/admin/v1/partners/{partnerId}/customers', { query });
  await exportRows(call, list, {
    columns: ['id', ...COLUMNS.map(({ name }) => name), 'createdAt'],
    rowsOf: (customer) => (customer.isDeleted ? [] : [rowOf(customer)]),
  });
};

const rowOf = (customer: ShownCustomer) => ({
  cells: [customer.id, ...COLUMNS.map((column) => cellOf(customer, column)), customer.createdAt],
  value: {
    id: customer.id,
    ...Object.fromEntries(FIELDS.map((field) => [field, customer[field]])),
    createdAt: customer.createdAt,
  },
});

const FIELDS = [...new Set(COLUMNS.map(({ path: [field = ''] }) => field))];

function cellOf(customer: ShownCustomer, { name, path }: CustomerColumn): unknown {
  const [field = '', inner] = path;
  const value = customer[field];
  if (inner === undefined || name === 'cardNumber') return value;
  return (value as Record<string, unknown> | null)?.[inner];
}
