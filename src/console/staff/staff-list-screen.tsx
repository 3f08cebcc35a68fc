import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { Frame } from '../frame/frame.js';
import { Badge, DataTable, EmptyState, Pager, type Tone } from '../frame/list.js';
import {
  shownName,
  membershipStateOf,
  type StaffHouse,
  type StaffList,
  type ShownStaff,
} from './member.js';
import { STAFF_SCREEN_WORDS } from './staff-screen-words.js';

const TONES: Record<ReturnType<typeof membershipStateOf>, Tone> = {
  ACTIVE: 'good',
  INVITED: 'wait',
  ENDED: 'off',
};

export function staffListScreen(page: ConsolePage, house: StaffHouse, found: StaffList): VNode {
  const words = page.textsOf(STAFF_SCREEN_WORDS);
  return (
    <Frame
      page={page}
      title={house.isOperator ? words.operatorTitle : page.words.sections.staff}
      lead={house.isOperator ? words.operatorLead : words.lead}
      actions={
        <a class="button" href={`${house.path}/new`}>
          {words.invite}
        </a>
      }
      done={words.done}
    >
      {found.items.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>
      ) : (
        <StaffTable page={page} house={house} people={found.items} />
      )}
      <Pager page={page} nextCursor={found.nextCursor} />
    </Frame>
  );
}

interface StaffTableProps {
  readonly page: ConsolePage;
  readonly house: StaffHouse;
  readonly people: readonly ShownStaff[];
}

function StaffTable({ page, house, people }: StaffTableProps): VNode {
  const words = page.textsOf(STAFF_SCREEN_WORDS);
  const { columns } = words;
  const placed = [
    { title: columns.role, cell: ({ role }: ShownStaff) => words.roles[role] },
    { title: columns.gyms, cell: (person: ShownStaff) => gymsText(page, house, person) },
  ];
  return (
    <DataTable
      caption={page.words.sections.staff}
      rows={people}
      keyOf={({ id }) => id}
      columns={[
        {
          title: columns.name,
          cell: (person) => (
            <>
              <a href={`${house.path}/${person.id}`}>{shownName(person)}</a>
              {person.name !== null && <span class="hint">{person.email}</span>}
            </>
          ),
        },
        ...(house.isOperator ? [] : placed),
        {
          title: columns.state,
          cell: (person) => (
            <Badge tone={TONES[membershipStateOf(person)]}>
              {words.states[membershipStateOf(person)]}
            </Badge>
          ),
        },
      ]}
    />
  );
}

/** Of a gym that was removed meanwhile only the number is known. */
export function gymsText(page: ConsolePage, { gyms }: StaffHouse, { gymIds }: ShownStaff): string {
  if (gymIds === null) return page.words.allGyms;
  return gymIds.map((id) => gyms.find((gym) => gym.id === id)?.name ?? `#${id}`).join(', ');
}
