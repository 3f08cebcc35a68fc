import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { SelectField } from '../frame/fields.js';
import { Frame } from '../frame/frame.js';
import { Badge, DataTable, EmptyState, Pager } from '../frame/list.js';
import { STATE_TONES, stateOf, type DoorPage } from './door.js';
import { DOORS_WORDS } from './doors-words.js';

interface DoorsView {
  readonly found: DoorPage;
  readonly gyms: readonly ListedGym[];
  readonly gymId: number | undefined;
}

export function doorsScreen(page: ConsolePage, view: DoorsView): VNode {
  const words = page.textsOf(DOORS_WORDS);
  const { found, gyms, gymId } = view;
  const query = gymId === undefined ? {} : { gym: String(gymId) };
  return (
    <Frame
      page={page}
      title={page.words.sections.doors}
      lead={words.lead}
      actions={<Actions page={page} gymId={gymId} />}
    >
      {gyms.length > 1 && <GymFilter page={page} gyms={gyms} gymId={gymId} />}
      {found.items.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <DoorTable page={page} {...view} />
      )}
      <Pager page={page} nextCursor={found.nextCursor} query={query} />
    </Frame>
  );
}

function Actions({ page, gymId }: { page: ConsolePage; gymId: number | undefined }): VNode {
  const words = page.textsOf(DOORS_WORDS);
  const query = gymId === undefined ? '' : `?gym=${gymId}`;
  return (
    <>
      {page.may('STUDIO_READ') && (
        <a class="button second" href={`/console/doors/rules${query}`}>
          {words.rules}
        </a>
      )}
      {page.may('CHECKIN_READ') && (
        <a class="button second" href={`/console/doors/decisions${query}`}>
          {words.feed}
        </a>
      )}
      {page.may('DEVICE_WRITE') && (
        <a class="button" href={`/console/doors/new${query}`}>
          {words.add}
        </a>
      )}
    </>
  );
}

type FilterProps = Pick<DoorsView, 'gyms' | 'gymId'> & { readonly page: ConsolePage };

function GymFilter({ page, gyms, gymId }: FilterProps): VNode {
  const all = { value: '', label: page.words.allGyms };
  const choices = [all, ...gyms.map(({ id, name }) => ({ value: String(id), label: name }))];
  return (
    <form method="get" action="/console/doors" class="filters">
      <SelectField
        page={page}
        state={{ values: { gym: String(gymId ?? '') } }}
        name="gym"
        label={page.words.gym}
        choices={choices}
        required
      />
      <button>{page.words.filter}</button>
    </form>
  );
}

function DoorTable({ page, found, gyms }: DoorsView & { page: ConsolePage }): VNode {
  const words = page.textsOf(DOORS_WORDS);
  const { columns } = words;
  const gymOf = new Map(gyms.map((gym) => [gym.id, gym]));
  return (
    <DataTable
      caption={page.words.sections.doors}
      rows={found.items}
      keyOf={({ id }) => id}
      columns={[
        {
          title: columns.name,
          cell: ({ id, name }) => <a href={`/console/doors/${id}`}>{name || id}</a>,
        },
        { title: columns.gym, cell: ({ gymId }) => gymOf.get(gymId)?.name ?? '' },
        { title: columns.direction, cell: ({ direction }) => words.directions[direction] },
        {
          title: columns.state,
          cell: (door) => (
            <Badge tone={STATE_TONES[stateOf(door)]}>{words.states[stateOf(door)]}</Badge>
          ),
        },
        {
          title: columns.lastScan,
          cell: ({ lastScanAt, gymId }) =>
            lastScanAt === null
              ? words.never
              : page.formats.dateTime(lastScanAt, gymOf.get(gymId)?.timeZone),
        },
      ]}
    />
  );
}
