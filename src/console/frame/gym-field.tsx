import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from './console-page.js';
import { SelectField } from './fields.js';

interface GymFieldProps {
  readonly page: ConsolePage;
  readonly gyms: readonly ListedGym[];
  /** Undefined: all of them. */
  readonly gymId?: number | undefined;
  readonly mayBeAll?: boolean;
}

/** Which gym a list is about. With one gym there is nothing to choose. */
export function GymField({ page, gyms, gymId, mayBeAll = false }: GymFieldProps): VNode | null {
  if (gyms.length < 2) return null;
  const all = { value: '', label: page.words.allGyms };
  const choices = gyms.map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <SelectField
      page={page}
      state={{ values: { gymId: String(gymId ?? '') } }}
      name="gymId"
      label={page.words.gym}
      required
      choices={mayBeAll ? [all, ...choices] : choices}
    />
  );
}

/** The gym that the address names. */
export const gymIn = (page: ConsolePage, gyms: readonly ListedGym[]): ListedGym | undefined =>
  gyms.find(({ id }) => String(id) === page.query.text('gymId'));

/** The gym that a form of its list names, else the first. */
export const gymOfForm = (page: ConsolePage, gyms: readonly ListedGym[]): ListedGym | undefined =>
  gyms.find(({ id }) => String(id) === page.form.text('gymId')) ?? gyms[0];

interface GymFilterProps {
  readonly page: ConsolePage;
  readonly action: string;
  readonly gyms: readonly ListedGym[];
  readonly gym: ListedGym;
}

/** Chooses the gym of a list that has no other filter. With one gym there is nothing to choose. */
export function GymFilter({ page, action, gyms, gym }: GymFilterProps): VNode | null {
  if (gyms.length < 2) return null;
  return (
    <form method="get" action={action} class="filters">
      <GymField page={page} gyms={gyms} gymId={gym.id} />
      <button>{page.words.filter}</button>
    </form>
  );
}
