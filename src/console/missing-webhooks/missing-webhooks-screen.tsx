import type { VNode } from 'preact';
import { CHECK_INS_PATH } from '../check-ins/check-ins-screen.js';
import type { ConsolePage, ListedGym, ListedPage } from '../frame/console-page.js';
import { ConsoleForm } from '../frame/form.js';
import { problemText } from '../frame/form-state.js';
import { Frame } from '../frame/frame.js';
import { GymFilter } from '../frame/gym-field.js';
import { DataTable, EmptyState, Pager, type Column } from '../frame/list.js';
import type { Problem } from '../frame/problem.js';
import { MISSING_WORDS } from './missing-webhooks-words.js';

/** A time of which messages of Wellhub may be missing, as the administration shows it. */
export interface MissingTime {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly refused: number;
}

export interface MissingView {
  readonly gyms: readonly ListedGym[];
  readonly gym: ListedGym;
  readonly found: ListedPage<MissingTime>;
  readonly problem?: Problem;
}

interface MissingProps {
  readonly page: ConsolePage;
  readonly view: MissingView;
}

export const MISSING_WEBHOOKS = `${CHECK_INS_PATH}/missing-webhooks`;

export function missingWebhooksScreen(page: ConsolePage, view: MissingView): VNode {
  const { gyms, gym, found, problem } = view;
  const words = page.textsOf(MISSING_WORDS);
  return (
    <Frame
      page={page}
      title={words.title}
      lead={words.lead}
      back={{ href: CHECK_INS_PATH, label: page.words.sections.checkIns }}
      done={{ probed: words.probed, nobody: words.nobodyProbed }}
    >
      {problem && (
        <p class="alert" role="alert">
          {problemText(page.words, problem)}
        </p>
      )}
      <GymFilter page={page} action={MISSING_WEBHOOKS} gyms={gyms} gym={gym} />
      {found.items.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <MissingTable page={page} view={view} />
      )}
      <Pager page={page} nextCursor={found.nextCursor} query={{ gymId: String(gym.id) }} />
    </Frame>
  );
}

function MissingTable({ page, view: { gym, found } }: MissingProps): VNode {
  const words = page.textsOf(MISSING_WORDS);
  const at = (moment: string) => page.formats.dateTime(moment, gym.timeZone);
  const probe: Column<MissingTime> = {
    title: words.whatToDo,
    cell: ({ id, from }) => (
      <ConsoleForm
        page={page}
        action={`${MISSING_WEBHOOKS}/${id}/probe`}
        hidden={{ gymId: String(gym.id) }}
      >
        <button>
          {words.probe}
          <span class="unseen"> {at(from)}</span>
        </button>
      </ConsoleForm>
    ),
  };
  return (
    <DataTable
      caption={words.title}
      rows={found.items}
      keyOf={({ id }) => id}
      columns={[
        { title: words.from, cell: ({ from }) => at(from) },
        { title: words.to, cell: ({ to }) => at(to) },
        {
          title: words.refused,
          isNumber: true,
          cell: ({ refused }) => page.formats.number(refused),
        },
        ...(page.may('CHECKIN_WRITE') ? [probe] : []),
      ]}
    />
  );
}
