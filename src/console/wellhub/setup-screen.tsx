import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { ConfirmedAction } from '../frame/form.js';
import { problemText } from '../frame/form-state.js';
import { Frame } from '../frame/frame.js';
import { Badge, DataTable, EmptyState, Panel } from '../frame/list.js';
import type { Problem } from '../frame/problem.js';
import { SETTINGS_WORDS } from '../settings/settings-words.js';
import { SETUP_WORDS, type SetupWords } from './setup-words.js';

const WELLHUB = '/console/settings/wellhub';

interface ShownGym {
  readonly gymId: number;
  readonly name: string;
  readonly problem: string | null;
  readonly webhooks: readonly {
    readonly event: string;
    readonly state: keyof SetupWords['states'];
    readonly url: string | null;
  }[];
}

/** The set-up as the administration reports it. */
export interface ShownSetup {
  readonly gyms: readonly ShownGym[];
  readonly gymsWithoutWellhubGymId: readonly { readonly name: string }[];
}

interface SetupView {
  readonly setup?: ShownSetup;
  readonly problem?: Problem;
  /** Wellhub has just been told. */
  readonly isFixed?: boolean;
}

/** Where Wellhub sends its webhooks, gym by gym, and one button that sets it right. */
export function setupScreen(page: ConsolePage, { setup, problem, isFixed }: SetupView): VNode {
  const words = page.textsOf(SETUP_WORDS);
  const label = page.textsOf(SETTINGS_WORDS).areas.wellhub.title;
  return (
    <Frame page={page} title={words.title} lead={words.lead} back={{ href: WELLHUB, label }}>
      {problem && (
        <p class="alert" role="alert">
          {problemText(page.words, problem, words.problems)}
        </p>
      )}
      {isFixed && (
        <p class="done" role="status">
          {words.fixed}
        </p>
      )}
      {setup && <Setup page={page} setup={setup} />}
    </Frame>
  );
}

const isLacking = ({ webhooks }: ShownGym) => webhooks.some(({ state }) => state !== 'REGISTERED');

function Setup({ page, setup }: { page: ConsolePage; setup: ShownSetup }): VNode {
  const words = page.textsOf(SETUP_WORDS);
  const { gyms, gymsWithoutWellhubGymId: others } = setup;
  return (
    <>
      {gyms.length === 0 && <EmptyState title={words.noGyms} />}
      {gyms.map((gym) => (
        <GymWebhooks key={gym.gymId} page={page} gym={gym} />
      ))}
      {others.length > 0 && <p>{words.withoutId(others.map(({ name }) => name).join(', '))}</p>}
      {gyms.some(isLacking) ? (
        <ConfirmedAction
          page={page}
          action={`${WELLHUB}/webhooks`}
          label={words.fix}
          consequence={words.consequence}
          submit={words.submit}
        />
      ) : (
        gyms.length > 0 && !gyms.some(({ problem }) => problem) && <p>{words.allRight}</p>
      )}
    </>
  );
}

function GymWebhooks({ page, gym }: { page: ConsolePage; gym: ShownGym }): VNode {
  const words = page.textsOf(SETUP_WORDS);
  return (
    <Panel title={gym.name}>
      {gym.problem !== null && (
        <p class="problem">{words.gymProblems[gym.problem] ?? page.words.problems.busy}</p>
      )}
      {gym.webhooks.length > 0 && (
        <DataTable
          caption={gym.name}
          rows={gym.webhooks}
          keyOf={({ event }) => event}
          columns={[
            { title: words.event, cell: ({ event }) => words.events[event] ?? event },
            {
              title: words.state,
              cell: ({ state }) => (
                <Badge tone={state === 'REGISTERED' ? 'good' : 'bad'}>{words.states[state]}</Badge>
              ),
            },
            { title: words.atWellhub, cell: ({ url }) => url ?? page.words.none },
          ]}
        />
      )}
    </Panel>
  );
}
