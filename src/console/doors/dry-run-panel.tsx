import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { TextField } from '../frame/fields.js';
import type { FormState } from '../frame/form-state.js';
import { ConsoleForm } from '../frame/form.js';
import { Badge, DataTable, Panel, type Tone } from '../frame/list.js';
import { REASON_WORDS, refusalText } from '../reasons/reason-words.js';
import { REMEDY_WORDS, remedyText } from '../reasons/remedy-words.js';
import type { Door, DryRun, StepOutcome } from './door.js';
import { MemberLink } from './member-link.js';
import { DOORS_WORDS, type DryRunCheck } from './doors-words.js';

interface DryRunProps {
  readonly page: ConsolePage;
  readonly door: Door;
  readonly tried?: DryRun;
  /** The name of the person behind the value. */
  readonly member?: string | undefined;
  readonly triedState?: FormState;
}

/** What this door would answer, step by step, without opening. */
export function DryRunPanel({ page, door, tried, member, triedState }: DryRunProps): VNode {
  const { dryRun } = page.textsOf(DOORS_WORDS);
  const state = triedState ?? { values: {} };
  return (
    <Panel title={dryRun.title}>
      <p>{dryRun.lead}</p>
      <ConsoleForm
        page={page}
        action={`/console/doors/${door.id}/dry-run`}
        state={state}
        submit={tried ? dryRun.again : dryRun.submit}
      >
        <TextField
          page={page}
          state={state}
          name="value"
          label={dryRun.value}
          hint={dryRun.valueHint}
          input={{ type: 'text', maxLength: 512, autocomplete: 'off', autocapitalize: 'none' }}
          required
        />
      </ConsoleForm>
      {tried && <Result page={page} tried={tried} member={member} />}
    </Panel>
  );
}

const TONES: Record<StepOutcome, Tone> = {
  PASSED: 'good',
  FAILED: 'bad',
  NOT_NEEDED: 'off',
  NOT_REACHED: 'off',
};

type ResultProps = Pick<DryRunProps, 'page' | 'member'> & { readonly tried: DryRun };

function Result({ page, tried, member }: ResultProps): VNode {
  const { dryRun } = page.textsOf(DOORS_WORDS);
  return (
    <div role="status">
      <p>
        <Badge tone={tried.opens ? 'good' : 'bad'}>
          {tried.opens ? dryRun.opens : dryRun.shut}
        </Badge>
      </p>
      <Explanation page={page} tried={tried} />
      <p>
        <MemberLink page={page} id={tried.customerId} name={member} />
      </p>
      <DataTable
        caption={dryRun.steps}
        rows={tried.steps}
        keyOf={({ check }) => check}
        columns={[
          {
            title: dryRun.steps,
            cell: ({ check }) => dryRun.checks[check as DryRunCheck] ?? check,
          },
          {
            title: dryRun.outcome,
            cell: ({ outcome }) => <Badge tone={TONES[outcome]}>{dryRun.outcomes[outcome]}</Badge>,
          },
        ]}
      />
    </div>
  );
}

function Explanation({ page, tried }: { page: ConsolePage; tried: DryRun }): VNode {
  const { dryRun } = page.textsOf(DOORS_WORDS);
  if (tried.opens) return <p>{dryRun.opensText}</p>;
  if (tried.result === 'DEVICE_TOKEN_INVALID') return <p>{dryRun.off}</p>;
  return (
    <p>
      <strong>{refusalText(page.textsOf(REASON_WORDS), tried.result)}.</strong>{' '}
      {remedyText(page.textsOf(REMEDY_WORDS), tried.result)}
    </p>
  );
}
