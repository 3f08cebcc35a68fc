/** What contracts refer to. Rows are never removed, because old contracts name them. */
export interface CatalogueItem {
  readonly id: number;
  readonly name: string;
  readonly isActive: boolean;
  readonly isDeleted: boolean;
  readonly changeNo: number;
  readonly createdAt: Date;
}

export type Membership = CatalogueItem;

export interface PaymentPlan extends CatalogueItem {
  readonly isAddOn: boolean;
}

export const REDUCTIONS = ['NONE', 'VALUE', 'PERCENT'] as const;

/** By how much a fee is lower; the value is an amount of money or a percentage. */
export interface Reduction {
  readonly type: (typeof REDUCTIONS)[number];
  readonly value: number | null;
}

export interface Discount extends CatalogueItem {
  readonly administrationFee: Reduction;
  readonly joiningFee: Reduction;
  readonly membershipFee: Reduction;
}

/** What a caller may set; absent: the default of a new row, unchanged in an old one. */
export type CatalogueValues<T extends CatalogueItem> = Partial<
  Omit<T, 'id' | 'changeNo' | 'createdAt'>
>;
