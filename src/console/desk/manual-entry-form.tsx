import type { InputHTMLAttributes, VNode } from 'preact';
import { deskPath, type DeskContext } from '../layout/desk-context.js';
import type { ManualEntryField, ManualEntry } from './manual-entry.js';

interface FormProps {
  readonly context: DeskContext;
  readonly typed?: ManualEntry | undefined;
}

const INPUT_ATTRIBUTES: Record<ManualEntryField, InputHTMLAttributes<HTMLInputElement>> = {
  typed: {
    name: 'wellhubId',
    class: 'digits',
    inputMode: 'numeric',
    maxLength: 64,
    required: true,
  },
  firstName: { name: 'firstName', maxLength: 100 },
  lastName: { name: 'lastName', maxLength: 100 },
  email: { name: 'email', type: 'email', maxLength: 254, autocapitalize: 'none' },
};

/** For a person whose check-in is not on the list: Wellhub validates the id itself. */
export function ManualEntryForm({ context, typed }: FormProps): VNode {
  const { manualEntry: words } = context.words;
  return (
    <form
      method="post"
      action={deskPath(context, 'validate-id')}
      class="panel"
      data-live
      novalidate
    >
      <h2>{words.title}</h2>
      <ManualEntryInput field="typed" label={words.label} typed={typed} hint={words.hint} />
      <fieldset class="plain-set" aria-describedby="person-hint">
        <legend>{words.person}</legend>
        <p class="hint" id="person-hint">
          {words.personHint}
        </p>
        <div class="pair">
          <ManualEntryInput field="firstName" label={words.firstName} typed={typed} />
          <ManualEntryInput field="lastName" label={words.lastName} typed={typed} />
        </div>
        <ManualEntryInput field="email" label={words.email} typed={typed} />
      </fieldset>
      <button id="validate-typed">{words.button}</button>
    </form>
  );
}

interface FieldProps {
  readonly field: ManualEntryField;
  readonly label: string;
  readonly typed: ManualEntry | undefined;
  readonly hint?: string;
}

function ManualEntryInput({ field, label, typed, hint }: FieldProps): VNode {
  const problem = typed?.problems[field];
  const described = [hint && `${field}-hint`, problem && `${field}-problem`].filter(Boolean);
  return (
    <p class={problem ? 'field has-problem' : 'field'}>
      <label for={field}>{label}</label>
      <input
        {...INPUT_ATTRIBUTES[field]}
        id={field}
        autocomplete="off"
        value={typed?.[field] ?? ''}
        {...(described.length > 0 && { 'aria-describedby': described.join(' ') })}
        {...(problem && { 'aria-invalid': 'true' as const })}
      />
      {hint && (
        <span class="hint" id={`${field}-hint`}>
          {hint}
        </span>
      )}
      {problem && (
        <span class="problem" id={`${field}-problem`}>
          {problem}
        </span>
      )}
    </p>
  );
}
