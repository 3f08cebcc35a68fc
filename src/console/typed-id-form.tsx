import type { VNode } from 'preact';
import { deskPath, type DeskContext } from './desk-context.js';

/** What was typed, and why it cannot be an id. */
export interface TypedId {
  readonly text: string;
  readonly problem: string;
}

interface FormProps {
  readonly context: DeskContext;
  readonly typed?: TypedId | undefined;
}

/** For somebody whose check-in is not on the list: Wellhub is asked about the id itself. */
export function TypedIdForm({ context, typed }: FormProps): VNode {
  const { typed: words } = context.words;
  const described = ['typed-hint', typed && 'typed-problem'].filter(Boolean).join(' ');
  return (
    <form
      method="post"
      action={deskPath(context, 'validate-id')}
      class="panel"
      data-live
      novalidate
    >
      <h2>{words.title}</h2>
      <p class={typed ? 'field has-problem' : 'field'}>
        <label for="typed">{words.label}</label>
        <input
          id="typed"
          name="wellhubId"
          class="digits"
          inputMode="numeric"
          autocomplete="off"
          maxLength={64}
          required
          value={typed?.text ?? ''}
          aria-describedby={described}
          {...(typed && { 'aria-invalid': 'true' as const })}
        />
        <span class="hint" id="typed-hint">
          {words.hint}
        </span>
        {typed && (
          <span class="problem" id="typed-problem">
            {typed.problem}
          </span>
        )}
      </p>
      <button id="validate-typed">{words.button}</button>
    </form>
  );
}
