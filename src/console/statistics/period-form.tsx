import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { SelectField, TextField } from '../frame/fields.js';
import type { Problem } from '../frame/problem.js';
import { lastDays, todayIn, type ShownPeriod } from './period.js';
import { STATISTICS_WORDS } from './statistics-words.js';

interface PeriodFormProps {
  readonly page: ConsolePage;
  readonly action: string;
  readonly period: ShownPeriod;
  readonly gyms: readonly ListedGym[];
  readonly problem?: Problem;
}

/** Which gym and which days; the usual periods are links. */
export function PeriodForm(props: PeriodFormProps): VNode {
  const { page, action, period, gyms, problem } = props;
  const words = page.textsOf(STATISTICS_WORDS);
  const state = { values: { ...period }, problem };
  const all = { value: '', label: page.words.allGyms };
  const choices = [all, ...gyms.map(({ id, name }) => ({ value: String(id), label: name }))];
  const shared = { page, state, required: true };
  return (
    <>
      <UsualPeriods {...props} />
      <form method="get" action={action} class="filters">
        {gyms.length > 1 && (
          <SelectField {...shared} name="gymId" label={page.words.gym} choices={choices} />
        )}
        <TextField {...shared} name="from" label={words.from} input={{ type: 'date' }} />
        <TextField {...shared} name="to" label={words.to} input={{ type: 'date' }} />
        <button>{words.show}</button>
      </form>
      {problem && (
        <p class="alert" role="alert">
          {words.badPeriod}
        </p>
      )}
    </>
  );
}

function UsualPeriods({ page, action, period, gyms }: PeriodFormProps): VNode {
  const { periods } = page.textsOf(STATISTICS_WORDS);
  const today = todayIn(page, gyms, period.gymId);
  return (
    <ul class="tabs">
      {Object.entries(periods).map(([days, label]) => {
        const { from, to } = lastDays(Number(days), today);
        const isShown = from === period.from && to === period.to;
        const gym = period.gymId === '' ? {} : { gymId: period.gymId };
        const query = new URLSearchParams({ from, to, ...gym }).toString();
        return (
          <li key={days}>
            <a href={`${action}?${query}`} {...(isShown && { 'aria-current': 'page' as const })}>
              {label}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
