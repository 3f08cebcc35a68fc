import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { SelectField, TextField } from '../frame/fields.js';
import { ConsoleForm } from '../frame/form.js';
import type { FormState } from '../frame/form-state.js';
import { Badge, DataTable, Panel } from '../frame/list.js';
import { REASON_WORDS, refusalText } from '../reasons/reason-words.js';
import { gymRules, type TriedEntry, type NamedRecord } from './access-rule.js';
import { ACCESS_WORDS, type CheckName } from './access-words.js';

interface CheckProps {
  readonly page: ConsolePage;
  readonly gym: ListedGym;
  readonly doors: readonly NamedRecord[];
  readonly state: FormState;
  readonly checked?: TriedEntry | undefined;
}

/** "Who may enter now?": what a person would meet at the door, and which rule says so. */
export function CheckPanel({ page, gym, doors, state, checked }: CheckProps): VNode {
  const { check: words } = page.textsOf(ACCESS_WORDS);
  const shared = { page, state };
  return (
    <Panel title={words.title}>
      <p>{words.lead}</p>
      {checked && <Verdict page={page} gym={gym} checked={checked} />}
      <ConsoleForm
        {...shared}
        action={`${gymRules(gym.id)}/check`}
        problems={{ 'customer.not-found': words.noMember }}
        submit={words.submit}
      >
        <div class="pair">
          <TextField
            {...shared}
            name="customerId"
            label={words.member}
            hint={words.memberHint}
            input={{ type: 'text', inputMode: 'numeric', maxLength: 19, autocomplete: 'off' }}
            required
          />
          <SelectField
            {...shared}
            name="deviceId"
            label={words.door}
            required
            choices={[
              { value: '', label: words.anyDoor },
              ...doors.map(({ id, name }) => ({ value: String(id), label: name || String(id) })),
            ]}
          />
        </div>
        <TextField
          {...shared}
          name="at"
          label={words.at}
          hint={words.atHint(gym.timeZone)}
          input={{ type: 'datetime-local' }}
        />
      </ConsoleForm>
    </Panel>
  );
}

const OPENING: ReadonlySet<string> = new Set(['OPEN', 'ASK_WELLHUB', 'PROBE']);

type VerdictProps = Pick<CheckProps, 'page' | 'gym'> & { readonly checked: TriedEntry };

function Verdict({ page, gym, checked }: VerdictProps): VNode {
  const { check: words } = page.textsOf(ACCESS_WORDS);
  const { result, rule, nextOpening, steps } = checked;
  const opens = OPENING.has(result);
  return (
    <div role="status">
      <p>
        <Badge tone={opens ? 'good' : 'bad'}>{opens ? words.opens : words.shut}</Badge>{' '}
        {opens ? words.results[result as 'OPEN'] : refusalText(page.textsOf(REASON_WORDS), result)}
      </p>
      {rule && <p>{words.byRule(rule.name)}</p>}
      {nextOpening !== null && (
        <p>{words.next(page.formats.dateTime(nextOpening, gym.timeZone))}</p>
      )}
      <DataTable
        caption={words.steps}
        rows={steps}
        keyOf={({ check }) => check}
        columns={[
          { title: words.steps, cell: ({ check }) => words.checks[check as CheckName] ?? check },
          {
            title: words.outcome,
            cell: ({ ok }) => (
              <Badge tone={ok ? 'good' : 'bad'}>{ok ? page.words.yes : page.words.no}</Badge>
            ),
          },
        ]}
      />
    </div>
  );
}
