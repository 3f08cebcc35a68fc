import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { TextField } from '../frame/fields.js';
import { problemText } from '../frame/form-state.js';
import { Frame } from '../frame/frame.js';
import { GymField } from '../frame/gym-field.js';
import { Panel } from '../frame/list.js';
import type { Problem } from '../frame/problem.js';
import { RECONCILIATION_WORDS } from './reconciliation-words.js';

export const RECONCILIATION = '/console/reconciliation';

interface StartView {
  readonly gyms: readonly ListedGym[];
  readonly gym: ListedGym;
  readonly month: string;
  /** Why the last file could not be read; 'no-file': there was none. */
  readonly problem?: Problem | 'no-file';
}

/** Where a report is sent, and where our own list can be had. */
export function reconciliationStart(page: ConsolePage, view: StartView): VNode {
  const words = page.textsOf(RECONCILIATION_WORDS);
  return (
    <Frame page={page} title={page.words.sections.reconciliation} lead={words.lead}>
      {page.may('REPORTS') ? <Upload page={page} view={view} /> : <p>{words.mayNotCompare}</p>}
      <Panel title={words.ours}>
        <p class="hint">{words.oursHint}</p>
        <form method="get" action={`${RECONCILIATION}/validated`} class="filters">
          <GymField page={page} gyms={view.gyms} gymId={view.gym.id} />
          <TextField
            page={page}
            state={{ values: { month: view.month } }}
            name="month"
            label={words.month}
            required
            input={{ type: 'month' }}
          />
          <button>{page.words.exportCsv}</button>
        </form>
      </Panel>
    </Frame>
  );
}

function Upload({ page, view }: { page: ConsolePage; view: StartView }): VNode {
  const words = page.textsOf(RECONCILIATION_WORDS);
  const { gyms, gym, problem } = view;
  return (
    <form
      method="post"
      action={`${RECONCILIATION}/preview`}
      enctype="multipart/form-data"
      class="console-form"
    >
      {problem && (
        <p class="alert" role="alert">
          {problem === 'no-file' ? words.noFile : problemText(page.words, problem, words.problems)}
        </p>
      )}
      <ol>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <GymField page={page} gyms={gyms} gymId={gym.id} />
      <p class="field">
        <label for="file">{words.file}</label>
        <input
          id="file"
          name="file"
          type="file"
          required
          accept=".csv,.tsv,.txt,.xlsx"
          aria-describedby="file-hint"
        />
        <span class="hint" id="file-hint">
          {words.fileHint}
        </span>
      </p>
      <button class="main">{words.look}</button>
    </form>
  );
}
