import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { SelectField } from '../frame/fields.js';
import { Frame } from '../frame/frame.js';
import { Badge, DataTable, EmptyState, Pager, Panel, type Tone } from '../frame/list.js';
import type { ListPage, RefusalsOfDay, WellhubWebhook } from '../developers/records.js';
import { DEVELOPERS, gymName, Tabs, wordsOf } from '../developers/shared.js';
import { WELLHUB_TYPES_SHOWN, wellhubEventName } from './wellhub-event-names.js';

export interface ChosenWebhooks {
  readonly type: string;
  readonly state: string;
  readonly gymId: string;
}

interface WellhubView {
  readonly found: ListPage<WellhubWebhook>;
  readonly refusals: readonly RefusalsOfDay[];
  readonly gyms: readonly ListedGym[];
  readonly filter: ChosenWebhooks;
}

const TONES: Record<WellhubWebhook['state'], Tone> = {
  RECEIVED: 'wait',
  PROCESSED: 'good',
  PARKED: 'ask',
  IGNORED: 'off',
  DEAD: 'bad',
};

export function webhookListScreen(page: ConsolePage, view: WellhubView): VNode {
  const { wellhub: words } = wordsOf(page);
  const { found, refusals, gyms, filter } = view;
  return (
    <Frame page={page} title={page.words.sections.developers} lead={wordsOf(page).lead}>
      <Tabs page={page} current="wellhub" />
      <p>{words.lead}</p>
      <Filters page={page} gyms={gyms} filter={filter} />
      {found.items.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <WebhookTable page={page} rows={found.items} gyms={gyms} />
      )}
      <Pager page={page} nextCursor={found.nextCursor} query={{ ...filter }} />
      {refusals.length > 0 && <Refusals page={page} rows={refusals} gyms={gyms} />}
    </Frame>
  );
}

interface FiltersProps {
  readonly page: ConsolePage;
  readonly gyms: readonly ListedGym[];
  readonly filter: ChosenWebhooks;
}

function Filters({ page, gyms, filter }: FiltersProps): VNode {
  const { wellhub: words } = wordsOf(page);
  const shared = { page, state: { values: { ...filter } }, required: true };
  const all = { value: '', label: page.words.all };
  const types = WELLHUB_TYPES_SHOWN.map((value) => ({
    value,
    label: wellhubEventName(page, value),
  }));
  const states = Object.entries(words.states).map(([value, label]) => ({ value, label }));
  const places = gyms.map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <form method="get" action={page.path} class="filters">
      <SelectField {...shared} name="type" label={words.type} choices={[all, ...types]} />
      <SelectField {...shared} name="state" label={words.state} choices={[all, ...states]} />
      {places.length > 1 && (
        <SelectField {...shared} name="gymId" label={page.words.gym} choices={[all, ...places]} />
      )}
      <button>{page.words.filter}</button>
    </form>
  );
}

interface TableProps<R> {
  readonly page: ConsolePage;
  readonly rows: readonly R[];
  readonly gyms: readonly ListedGym[];
}

function WebhookTable({ page, rows, gyms }: TableProps<WellhubWebhook>): VNode {
  const words = wordsOf(page);
  return (
    <DataTable
      caption={words.tabs.wellhub}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          title: words.wellhub.type,
          cell: ({ id, type }) => (
            <a href={`${DEVELOPERS}/wellhub/${id}`}>{wellhubEventName(page, type)}</a>
          ),
        },
        { title: words.wellhub.state, cell: (row) => <WebhookState page={page} row={row} /> },
        {
          title: page.words.gym,
          cell: ({ gymId, gympassGymId }) =>
            gymName(page, gyms, {
              id: gymId,
              none: gympassGymId === null ? words.noGym : `Wellhub ${gympassGymId}`,
            }),
        },
        {
          title: words.wellhub.result,
          cell: ({ result }) => (result ? words.wellhub.results[result.kind] : ''),
        },
        {
          title: words.wellhub.received,
          cell: ({ receivedAt }) => page.formats.exactTime(receivedAt),
        },
      ]}
    />
  );
}

export function WebhookState({ page, row }: { page: ConsolePage; row: WellhubWebhook }): VNode {
  return <Badge tone={TONES[row.state]}>{wordsOf(page).wellhub.states[row.state]}</Badge>;
}

function Refusals({ page, rows, gyms }: TableProps<RefusalsOfDay>): VNode {
  const { wellhub: words } = wordsOf(page);
  return (
    <Panel title={words.refused}>
      <p class="quiet">{words.refusedHint}</p>
      <DataTable
        caption={words.refused}
        rows={rows}
        keyOf={({ day, environment, gymId, reason }) => `${day}/${environment}/${gymId}/${reason}`}
        columns={[
          { title: words.day, cell: ({ day }) => page.formats.day(day) },
          { title: words.reason, cell: ({ reason }) => words.reasons[reason] },
          {
            title: words.address,
            cell: ({ gymId }) => gymName(page, gyms, { id: gymId, none: words.partnerAddress }),
          },
          { title: words.environment, cell: ({ environment }) => words.environments[environment] },
          {
            title: words.count,
            cell: ({ refused }) => page.formats.number(refused),
            isNumber: true,
          },
        ]}
      />
    </Panel>
  );
}
