import type { Form } from '../../pages/index.js';
import { checked } from '../settings/setting-fields.js';
import { FEES, itemState, type CatalogueKind, type Fee, type ListedItem } from './catalogue.js';

export const feeField = (fee: Fee, part: 'type' | 'value'): string => `${fee}/${part}`;

const FEE_FIELDS = FEES.flatMap((fee) => [feeField(fee, 'type'), feeField(fee, 'value')]);

export const ITEM_FIELDS = ['name', 'state', 'isAddOnPaymentPlan', ...FEE_FIELDS];

export const newItemValues = (): Record<string, string> => ({
  state: 'USED',
  ...Object.fromEntries(FEES.map((fee) => [feeField(fee, 'type'), 'NONE'])),
});

export const itemValues = (kind: CatalogueKind, item: ListedItem): Record<string, string> => ({
  name: item.name,
  state: itemState(item),
  ...(kind === 'payment-plans' && { isAddOnPaymentPlan: checked(!!item.isAddOnPaymentPlan) }),
  ...(kind === 'discounts' && Object.fromEntries(FEES.flatMap((fee) => feeValues(fee, item)))),
});

function feeValues(fee: Fee, { [fee]: reduction }: ListedItem): (readonly [string, string])[] {
  return [
    [feeField(fee, 'type'), reduction?.type ?? 'NONE'],
    [feeField(fee, 'value'), String(reduction?.value ?? '')],
  ];
}

/** What the form sets. */
export function itemIn(kind: CatalogueKind, form: Form) {
  const state = form.text('state');
  return {
    name: form.text('name'),
    isActive: state === 'USED',
    isDeleted: state === 'REMOVED',
    ...(kind === 'payment-plans' && {
      isAddOnPaymentPlan: form.isChecked('isAddOnPaymentPlan'),
    }),
    ...(kind === 'discounts' && Object.fromEntries(FEES.map((fee) => [fee, feeIn(form, fee)]))),
  };
}

/** Without a reduction there is no value, whatever was typed beside it. */
function feeIn(form: Form, fee: Fee) {
  const type = form.text(feeField(fee, 'type'));
  return { type, value: type === 'NONE' ? null : decimalOf(form.text(feeField(fee, 'value'))) };
}

/** Read with a comma or a point; null where nothing is typed; else the text, for the API to refuse by its name. */
function decimalOf(text: string): number | string | null {
  if (text === '') return null;
  const plain = text.replace(',', '.');
  return /^\d{1,10}(?:\.\d{1,4})?$/.test(plain) ? Number(plain) : text;
}
