import { SETTINGS } from '../settings/settings-screen.js';

export const CATALOGUE = `${SETTINGS}/catalogue`;

/** What contracts refer to, as their addresses name it, here and in the API. */
export const CATALOGUE_KINDS = ['memberships', 'payment-plans', 'discounts'] as const;
export type CatalogueKind = (typeof CATALOGUE_KINDS)[number];

export const FEES = ['membershipFee', 'joiningFee', 'administrationFee'] as const;
export type Fee = (typeof FEES)[number];

export interface ShownReduction {
  readonly type: 'NONE' | 'VALUE' | 'PERCENT';
  readonly value: number | null;
}

/** As the administration shows it: a discount has its reductions, a payment plan whether it comes on top of another. */
export interface ListedItem extends Partial<Readonly<Record<Fee, ShownReduction>>> {
  readonly id: number;
  readonly name: string;
  readonly isActive: boolean;
  readonly isDeleted: boolean;
  readonly isAddOnPaymentPlan?: boolean;
}

export type ItemState = 'USED' | 'CLOSED' | 'REMOVED';

export const itemState = ({ isActive, isDeleted }: ListedItem): ItemState => {
  if (isDeleted) return 'REMOVED';
  return isActive ? 'USED' : 'CLOSED';
};
