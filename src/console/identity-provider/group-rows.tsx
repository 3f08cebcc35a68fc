import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { CheckField, SelectField, TextField } from '../frame/fields.js';
import { chooseDeskWords } from '../words/choose-desk-words.js';
import { gymField, type GroupRow } from './provider-form.js';
import { PROVIDER_WORDS } from './provider-words.js';

interface RowsProps {
  readonly page: ConsolePage;
  readonly rows: readonly GroupRow[];
  readonly gyms: readonly ListedGym[];
  readonly isRefused: boolean;
}

/** Which group has which role, and at which gyms. */
export function GroupRows({ page, rows, gyms, isRefused }: RowsProps): VNode {
  const words = page.textsOf(PROVIDER_WORDS);
  return (
    <fieldset class={isRefused ? 'choices has-problem' : 'choices'}>
      <legend>{words.groups}</legend>
      <p class="hint">{words.groupsHint}</p>
      {isRefused && <p class="problem">{words.groupsWrong}</p>}
      {rows.map((row, at) => (
        <Row key={at} page={page} row={row} at={at} gyms={gyms} />
      ))}
    </fieldset>
  );
}

interface RowProps {
  readonly page: ConsolePage;
  readonly row: GroupRow;
  readonly at: number;
  readonly gyms: readonly ListedGym[];
}

function Row({ page, row, at, gyms }: RowProps): VNode {
  const words = page.textsOf(PROVIDER_WORDS);
  const { roles } = chooseDeskWords(undefined, page.language).staff;
  const chosen = new Set(row.gymIds ?? []);
  const gone = [...chosen].filter((id) => !gyms.some((gym) => gym.id === id));
  const values = {
    [`group-${at}`]: row.group,
    [`role-${at}`]: row.role,
    ...Object.fromEntries([...chosen].map((id) => [gymField(at, id), 'on'])),
  };
  const shared = { page, state: { values }, isOptionalMarked: false };
  const numbered = (label: string) => `${label} ${at + 1}`;
  return (
    <div class="filters">
      <TextField
        {...shared}
        name={`group-${at}`}
        label={numbered(words.group)}
        input={{ type: 'text', maxLength: 255, autocapitalize: 'none' }}
      />
      <SelectField
        {...shared}
        name={`role-${at}`}
        label={numbered(words.role)}
        choices={ROLES.map((value) => ({ value, label: roles[value] }))}
        required
      />
      {gone.map((id) => (
        <input key={id} type="hidden" name={gymField(at, id)} value="on" />
      ))}
      {(gyms.length > 1 || chosen.size > 0) && (
        <details {...(chosen.size > 0 && { open: true })}>
          <summary>{numbered(words.gyms)}</summary>
          <p class="hint">{words.allGyms}</p>
          {gyms.map(({ id, name }) => (
            <CheckField key={id} {...shared} name={gymField(at, id)} label={name} />
          ))}
        </details>
      )}
    </div>
  );
}

const ROLES = ['OWNER', 'MANAGER', 'FRONT_DESK', 'ACCOUNTANT', 'DEVELOPER', 'VIEWER'] as const;
