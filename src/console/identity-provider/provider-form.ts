import type { ConsolePage } from '../frame/console-page.js';
import { refusedForm, storedForm, type FormState, type StoredForm } from '../frame/form-state.js';
import type { Problem } from '../frame/problem.js';

/** As the administration API shows it. */
export interface ShownProvider {
  readonly issuer: string | null;
  readonly clientId: string | null;
  readonly clientSecretSet: boolean;
  readonly clientSecretSetAt: string | null;
  readonly scopes: readonly string[];
  readonly groupsClaim: string;
  readonly groups: readonly GroupRow[];
  readonly required: boolean;
  readonly provesSecondFactor: boolean;
  readonly redirectUri: string;
  readonly logInUrl: string;
}

export interface GroupRow {
  readonly group: string;
  readonly role: string;
  readonly gymIds: readonly number[] | null;
}

const EMPTY_ROW: GroupRow = { group: '', role: 'FRONT_DESK', gymIds: null };
/** To add groups, without script. */
const EMPTY_ROWS = 3;
const MOST_ROWS = 100;

export interface ProviderForm {
  readonly state: FormState;
  readonly rows: readonly GroupRow[];
}

export const withEmptyRows = (rows: readonly GroupRow[]): readonly GroupRow[] =>
  [...rows, ...Array.from({ length: EMPTY_ROWS }, () => EMPTY_ROW)].slice(0, MOST_ROWS);

/** @param tag under which it was read */
export const providerFormOf = (shown: ShownProvider, tag: string): ProviderForm => ({
  rows: withEmptyRows(shown.groups),
  state: storedForm({ values: providerValues(shown), tag }),
});

export const providerValues = (shown: ShownProvider) => ({
  issuer: shown.issuer ?? '',
  clientId: shown.clientId ?? '',
  scopes: shown.scopes.join(' '),
  groupsClaim: shown.groupsClaim,
  required: shown.required ? 'on' : '',
  provesSecondFactor: shown.provesSecondFactor ? 'on' : '',
});

const gymPrefix = (row: number): string => `gym-${row}-`;
export const gymField = (row: number, gymId: number): string => `${gymPrefix(row)}${gymId}`;

/** The lines as they were typed; one without a group is none. Gyms that are gone stay named, so that no line widens unseen. */
export function groupRowsIn({ form }: ConsolePage): GroupRow[] {
  const rows: GroupRow[] = [];
  for (let row = 0; row < MOST_ROWS; row += 1) {
    const group = form.text(`group-${row}`);
    if (group === '') continue;
    const chosen = form.checkedOf(gymPrefix(row)).map(Number);
    const gymIds = chosen.length > 0 ? chosen : null;
    rows.push({ group, role: form.text(`role-${row}`), gymIds });
  }
  return rows;
}

export function providerBodyOf({ form }: ConsolePage, groups: readonly GroupRow[]) {
  const secret = form.raw('clientSecret').trim();
  const claim = form.text('groupsClaim');
  return {
    issuer: form.text('issuer'),
    clientId: form.text('clientId'),
    ...(secret !== '' && { clientSecret: secret }),
    scopes: form.text('scopes').split(/\s+/).filter(Boolean),
    ...(claim !== '' && { groupsClaim: claim }),
    groups,
    required: form.isChecked('required'),
    provesSecondFactor: form.isChecked('provesSecondFactor'),
  };
}

export const refusedProvider = (
  { form }: ConsolePage,
  rows: readonly GroupRow[],
  { problem, stored }: { readonly problem: Problem; readonly stored: StoredForm },
): ProviderForm => ({
  rows: withEmptyRows(rows),
  state: { ...refusedForm(form, Object.keys(stored.values), problem), stored },
});
