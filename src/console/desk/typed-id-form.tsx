import type { InputHTMLAttributes, VNode } from 'preact';
import { deskPath, type DeskContext } from '../layout/desk-context.js';
import type { TypedField, TypedId } from './typed-id.js';

interface FormProps {
  readonly context: DeskContext;
  readonly typed?: TypedId | undefined;
}

const HABITS: Record<TypedField, InputHTMLAttributes<HTMLInputElement>> = {
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

/** For somebody whose check-in is not on the list: Wellhub is asked about the id itself. */
export function TypedIdForm({ context, typed }: FormProps): VNode {
  const { typed: words } = context.words;
  return (
    <form
      method="post"
      action={deskPath(context, 'validate-id')}
      class="panel"
      data-live
      novalidate
    >
      <h2>{words.title}</h2>
      <Typed field="typed" label={words.label} typed={typed} hint={words.hint} />
      <fieldset class="plain-set" aria-describedby="person-hint">
        <legend>{words.person}</legend>
        <p class="hint" id="person-hint">
          {words.personHint}
        </p>
        <div class="pair">
          <Typed field="firstName" label={words.firstName} typed={typed} />
          <Typed field="lastName" label={words.lastName} typed={typed} />
        </div>
        <Typed field="email" label={words.email} typed={typed} />
      </fieldset>
      <button id="validate-typed">{words.button}</button>
    </form>
  );
}

interface TypedProps {
  readonly field: TypedField;
  readonly label: string;
  readonly typed: TypedId | undefined;
  readonly hint?: string;
}

function Typed({ field, label, typed, hint }: TypedProps): VNode {
  const problem = typed?.problems[field];
  const described = [hint && `${field}-hint`, problem && `${field}-problem`].filter(Boolean);
  return (
    <p class={problem ? 'field has-problem' : 'field'}>
      <label for={field}>{label}</label>
      <input
        {...HABITS[field]}
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
