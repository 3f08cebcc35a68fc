import type { VNode } from 'preact';
import { zoneForClocks } from '../../platform/values/time-zones.js';
import { BarTable } from '../charts/bar-table.js';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { SelectField } from '../frame/fields.js';
import { Frame } from '../frame/frame.js';
import { EmptyState, Panel } from '../frame/list.js';
import { REASON_WORDS, refusalText } from '../reasons/reason-words.js';
import { TodayTiles } from './today-tiles.js';
import { WellhubTable } from './wellhub-table.js';
import type { TodayAnswer } from './today-numbers.js';
import { TODAY_WORDS } from './today-words.js';

export const TODAY_SCREEN = '/console/today';

export interface TodayView {
  readonly numbers: TodayAnswer;
  readonly gyms: readonly ListedGym[];
  /** The chosen gym; empty: all. */
  readonly gymId: string;
}

export function todayScreen(page: ConsolePage, view: TodayView): VNode {
  const { numbers, gymId } = view;
  const words = page.textsOf(TODAY_WORDS);
  const query = gymId === '' ? '' : `?gymId=${gymId}`;
  return (
    <Frame page={page} title={page.words.sections.today} lead={words.lead} script="today.js">
      <GymChoice page={page} {...view} />
      <div
        id="today"
        data-events={`/admin/v1/partners/${page.partnerId}/today/events${query}`}
        data-zone={zoneForClocks(numbers.timeZone ?? page.partner?.timeZone ?? 'UTC')}
        data-log-in={`/console/login?to=${encodeURIComponent(TODAY_SCREEN)}`}
        data-words={JSON.stringify(words.live)}
      >
        <p id="today-state" class="live-state" role="status" />
        <div id="today-live" data-at={numbers.at}>
          <p class="quiet as-of">
            {words.asOf.replace('{time}', page.formats.time(numbers.at, zoneOf(numbers)))}{' '}
            <a id="today-update" href={`${TODAY_SCREEN}${query}`}>
              {words.update}
            </a>
          </p>
          {numbers.gyms?.length === 0 ? (
            <EmptyState title={words.noGym}>{words.noGymHint}</EmptyState>
          ) : (
            <Numbers page={page} numbers={numbers} />
          )}
        </div>
      </div>
    </Frame>
  );
}

const zoneOf = ({ timeZone }: TodayAnswer): string | undefined => timeZone ?? undefined;

interface NumbersProps {
  readonly page: ConsolePage;
  readonly numbers: TodayAnswer;
}

function Numbers({ page, numbers }: NumbersProps): VNode {
  const words = page.textsOf(TODAY_WORDS);
  return (
    <>
      <TodayTiles page={page} numbers={numbers} />
      <p class="quiet">{words.compared}</p>
      <div class="panels">
        <Losses page={page} numbers={numbers} />
        <Refusals page={page} numbers={numbers} />
      </div>
      {numbers.gyms && <WellhubTable page={page} gyms={numbers.gyms} />}
    </>
  );
}

function Losses({ page, numbers }: NumbersProps): VNode {
  const words = page.textsOf(TODAY_WORDS);
  const { losses } = page.textsOf(REASON_WORDS);
  const bars = numbers.checkIns.losses.map(({ reason, count }) => ({
    key: reason,
    label: losses[reason],
    value: count,
  }));
  return (
    <Panel title={words.lostTitle}>
      {bars.length === 0 ? (
        <p class="quiet">{words.nobodyLost}</p>
      ) : (
        <BarTable
          page={page}
          caption={words.lostTitle}
          heads={[words.reason, words.count]}
          tone="lost"
          bars={bars}
        />
      )}
    </Panel>
  );
}

function Refusals({ page, numbers }: NumbersProps): VNode {
  const words = page.textsOf(TODAY_WORDS);
  const reasons = page.textsOf(REASON_WORDS);
  const bars = numbers.scans.refusals.map(({ reason, count }) => ({
    key: reason,
    label: refusalText(reasons, reason),
    value: count,
  }));
  return (
    <Panel title={words.refusedTitle}>
      {bars.length === 0 ? (
        <p class="quiet">{words.nobodyRefused}</p>
      ) : (
        <BarTable
          page={page}
          caption={words.refusedTitle}
          heads={[words.reason, words.count]}
          tone="waiting"
          bars={bars}
        />
      )}
    </Panel>
  );
}

function GymChoice({
  page,
  gyms,
  gymId,
}: { readonly page: ConsolePage } & TodayView): VNode | null {
  if (gyms.length < 2) return null;
  const all = { value: '', label: page.words.allGyms };
  const choices = [all, ...gyms.map(({ id, name }) => ({ value: String(id), label: name }))];
  return (
    <form method="get" action={TODAY_SCREEN} class="filters">
      <SelectField
        page={page}
        state={{ values: { gymId } }}
        name="gymId"
        label={page.words.gym}
        choices={choices}
        required
      />
      <button>{page.words.filter}</button>
    </form>
  );
}
