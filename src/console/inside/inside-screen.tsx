import type { VNode } from 'preact';
import { noGymScreen } from '../check-ins/check-ins-screen.js';
import { MemberLink } from '../doors/member-link.js';
import type { ConsolePage, ListedGym, ListedPage } from '../frame/console-page.js';
import { ConsoleForm } from '../frame/form.js';
import type { Problem } from '../frame/problem.js';
import { problemText } from '../frame/form-state.js';
import { Frame } from '../frame/frame.js';
import { GymFilter } from '../frame/gym-field.js';
import { DataTable, EmptyState, Facts, Pager, type Column } from '../frame/list.js';
import { INSIDE_WORDS } from './inside-words.js';

/** A visit that has not ended, as the administration shows it. */
export interface OpenVisit {
  readonly id: number;
  readonly customerId: number;
  readonly source: 'GATE' | 'DESK';
  readonly enteredAt: string;
  readonly offline: boolean;
}

export interface GymOccupancy {
  readonly inside: number;
  readonly capacity: number | null;
}

export interface InsideView {
  readonly gyms: readonly ListedGym[];
  readonly gym: ListedGym;
  readonly occupancy: GymOccupancy;
  readonly found: ListedPage<OpenVisit>;
  readonly names: ReadonlyMap<number, string>;
  /** Through which they came in, by the ids of visits. */
  readonly doors: ReadonlyMap<number, string>;
  readonly problem?: Problem;
}

interface InsideProps {
  readonly page: ConsolePage;
  readonly view: InsideView;
}

export const INSIDE_SCREEN = '/console/inside';

export const noInsideScreen = (page: ConsolePage): VNode =>
  noGymScreen(page, page.words.sections.inside);

/** Who is inside a gym, since when, and how they came in. */
export function insideScreen(page: ConsolePage, view: InsideView): VNode {
  const { gyms, gym, found, problem } = view;
  const words = page.textsOf(INSIDE_WORDS);
  return (
    <Frame
      page={page}
      title={page.words.sections.inside}
      lead={words.lead}
      done={{ ended: words.ended }}
    >
      {problem && (
        <p class="alert" role="alert">
          {problemText(page.words, problem, words.problems)}
        </p>
      )}
      <GymFilter page={page} action={INSIDE_SCREEN} gyms={gyms} gym={gym} />
      <Facts facts={[[words.now, occupancyText(page, view.occupancy)]]} />
      {found.items.length === 0 ? (
        <EmptyState title={words.nobody}>{words.nobodyHint}</EmptyState>
      ) : (
        <VisitTable page={page} view={view} />
      )}
      <Pager page={page} nextCursor={found.nextCursor} query={{ gymId: String(gym.id) }} />
    </Frame>
  );
}

function occupancyText(page: ConsolePage, { inside, capacity }: GymOccupancy): string {
  const { formats } = page;
  if (capacity === null) return formats.number(inside);
  return page.textsOf(INSIDE_WORDS).of(formats.number(inside), formats.number(capacity));
}

function VisitTable({ page, view }: InsideProps): VNode {
  const { gym, found, names, doors } = view;
  const words = page.textsOf(INSIDE_WORDS);
  const ends: Column<OpenVisit> = {
    title: words.end,
    cell: (visit) => <EndForm page={page} view={view} visit={visit} />,
  };
  return (
    <DataTable
      caption={page.words.sections.inside}
      rows={found.items}
      keyOf={({ id }) => id}
      columns={[
        {
          title: words.person,
          cell: ({ customerId: id }) => <MemberLink page={page} id={id} name={names.get(id)} />,
        },
        {
          title: words.since,
          cell: ({ enteredAt }) =>
            `${page.formats.dateTime(enteredAt, gym.timeZone)} (${page.formats.ago(enteredAt)})`,
        },
        {
          title: words.by,
          cell: (visit) =>
            [words.ways[wayOf(visit)], doors.get(visit.id)].filter(Boolean).join(': '),
        },
        ...(page.may('CHECKIN_WRITE') ? [ends] : []),
      ]}
    />
  );
}

const wayOf = ({ source, offline }: OpenVisit): 'GATE' | 'OFFLINE' | 'DESK' =>
  offline ? 'OFFLINE' : source;

function EndForm({ page, view, visit }: InsideProps & { readonly visit: OpenVisit }): VNode {
  const words = page.textsOf(INSIDE_WORDS);
  const { id, customerId } = visit;
  return (
    <ConsoleForm
      page={page}
      action={`${INSIDE_SCREEN}/${id}/leave`}
      hidden={{ gymId: String(view.gym.id) }}
    >
      <button>
        {words.end}
        <span class="unseen"> {view.names.get(customerId) || `№ ${customerId}`}</span>
      </button>
    </ConsoleForm>
  );
}
