import type { ComponentChildren, VNode } from 'preact';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import type { ConsolePage } from './console-page.js';
import { KEY_FIELD, SEEN_FIELD } from './form-headers.js';
import { problemText, tagSeen, type FormState } from './form-state.js';

interface ConsoleFormProps {
  readonly page: ConsolePage;
  readonly action: string;
  readonly state?: FormState;
  /** Words for problems of this form, by their code. */
  readonly problems?: Readonly<Record<string, string>>;
  /** A way on, beside the words for a problem. */
  readonly more?: ComponentChildren;
  /** What the button says; absent: the form brings its own. */
  readonly submit?: string;
  readonly isDangerous?: boolean;
  /** About the person's own account: open also to those who look in at a partner. */
  readonly isOwn?: boolean;
  /** Sent along, unseen. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly children?: ComponentChildren;
}

/** A form: why it was refused, its fields, its button. Sent twice, it still creates once. */
export function ConsoleForm(props: ConsoleFormProps): VNode {
  const { page, action, state, submit, isDangerous = false, hidden = {}, children } = props;
  const seen = state && tagSeen(state);
  const isClosed = page.caller.isObserver === true && !props.isOwn;
  return (
    <form method="post" action={action} class="console-form">
      {state?.problem && (
        <p class="alert" role="alert">
          {problemText(page.words, state.problem, props.problems)} {props.more}
        </p>
      )}
      <input type="hidden" name={KEY_FIELD} value={state?.values[KEY_FIELD] ?? uuidv7()} />
      {seen && <input type="hidden" name={SEEN_FIELD} value={seen} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <fieldset class="whole" disabled={isClosed}>
        {children}
        {submit && <button class={isDangerous ? 'main danger' : 'main'}>{submit}</button>}
      </fieldset>
    </form>
  );
}

interface ConfirmedProps extends ConsoleFormProps {
  /** On the closed button. */
  readonly label: string;
  /** What will happen, and what cannot be undone. */
  readonly consequence: ComponentChildren;
  readonly submit: string;
}

interface OpenedProps extends ConsoleFormProps {
  /** On the closed button. */
  readonly label: string;
  readonly hint: ComponentChildren;
}

/** A form that is seldom needed: a button opens it. */
export function OpenedForm({ label, hint, ...form }: OpenedProps): VNode {
  return (
    <details class="opened" {...(form.state?.problem && { open: true })}>
      <summary>{label}</summary>
      <p>{hint}</p>
      <ConsoleForm {...form} />
    </details>
  );
}

/** Something that should not happen by one press: the button opens its consequence and a second button. */
export function ConfirmedAction({ label, consequence, ...form }: ConfirmedProps): VNode {
  return (
    <details class="confirmed" {...(form.state?.problem && { open: true })}>
      <summary>{label}</summary>
      <p>{consequence}</p>
      <ConsoleForm isDangerous {...form} />
    </details>
  );
}

/** A value to hand over: to select, and with script to copy by a button. */
export function CopyField({
  page,
  label,
  value,
  isLong = false,
}: {
  readonly page: ConsolePage;
  readonly label: string;
  readonly value: string;
  /** Several lines: scrolls in a place of its own. */
  readonly isLong?: boolean;
}): VNode {
  return (
    <p class={isLong ? 'copy-field long' : 'copy-field'}>
      <span class="label">{label}</span>
      <code {...(isLong && { tabIndex: 0 })}>{value}</code>
      <button type="button" class="copy" data-copy={value} hidden>
        {page.words.copy}
        <span class="unseen"> {label}</span>
      </button>
    </p>
  );
}
