import type { VNode } from 'preact';
import { DescribedField, LabelledInput, type InputAttributes } from '../../pages/index.js';
import type { ConsolePage } from './console-page.js';
import { isRefused, type FormState } from './form-state.js';

interface FieldProps {
  readonly page: ConsolePage;
  readonly state: FormState;
  /** As the API calls it. */
  readonly name: string;
  readonly label: string;
  /** What the field takes, with an example. */
  readonly hint?: string;
  readonly required?: boolean;
  /** Where nearly every field is optional, the form says so once. */
  readonly isOptionalMarked?: boolean;
}

const problemOf = ({ page, state, name }: FieldProps): string | undefined =>
  isRefused(state, name) ? page.words.fieldInvalid : undefined;

/** After a warning that another person changed this meanwhile: what is stored now, where that is not what was typed. */
function hintOf(props: FieldProps, shownAs = (value: string) => value): string | undefined {
  const { page, state, name, hint } = props;
  const [now = '', typed = ''] = [state.stored?.values[name], state.values[name]];
  if (state.problem?.status !== 412 || !state.stored || now === typed) return hint;
  const shown = page.words.storedNow(shownAs(now) || page.words.none);
  return hint === undefined ? shown : `${shown} ${hint}`;
}

const choiceShown =
  (choices: readonly Choice[]) =>
  (now: string): string =>
    choices.find(({ value }) => value === now)?.label ?? now;

const LONGEST_SHOWN = 120;
const beginning = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;

const textsOf = (props: FieldProps, shownAs?: (value: string) => string) => ({
  name: props.name,
  label: labelOf(props),
  hint: hintOf(props, shownAs),
  problem: problemOf(props),
});

const labelOf = ({ page, label, required, isOptionalMarked = true }: FieldProps): string =>
  required || !isOptionalMarked ? label : `${label} (${page.words.optional})`;

/** A line of text. */
export function TextField(props: FieldProps & { readonly input?: InputAttributes }): VNode {
  const { state, name, required = false, input = { type: 'text' } } = props;
  return (
    <LabelledInput
      {...textsOf(props)}
      input={input}
      value={state.values[name]}
      required={required}
    />
  );
}

/** Several lines of text. */
export function TextArea(
  props: FieldProps & { readonly rows?: number; readonly maxLength?: number },
): VNode {
  const { state, name, required = false, rows = 6, maxLength } = props;
  return (
    <DescribedField {...textsOf(props, beginning)}>
      {(marks) => (
        <textarea {...marks} rows={rows} required={required} {...(maxLength && { maxLength })}>
          {state.values[name] ?? ''}
        </textarea>
      )}
    </DescribedField>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What this choice means for people. */
  readonly hint?: string;
}

/** One of many. Where "all" or "none" is a choice, nothing is required of the browser. */
export function SelectField(props: FieldProps & { readonly choices: readonly Choice[] }): VNode {
  const { state, name, choices, required = false } = props;
  const isRequired = required && choices.every(({ value }) => value !== '');
  return (
    <DescribedField {...textsOf(props, choiceShown(choices))}>
      {(marks) => (
        <select {...marks} required={isRequired}>
          {choices.map(({ value, label }) => (
            <option key={value} value={value} selected={state.values[name] === value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </DescribedField>
  );
}

/** One of few, each with its meaning. */
export function ChoiceField(props: FieldProps & { readonly choices: readonly Choice[] }): VNode {
  const { state, name, label, choices } = props;
  const problem = problemOf(props);
  const hint = hintOf(props, choiceShown(choices));
  return (
    <fieldset class={problem ? 'choices has-problem' : 'choices'}>
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      {choices.map((choice) => (
        <label key={choice.value} class="choice-line">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={state.values[name] === choice.value}
          />
          <span>
            {choice.label}
            {choice.hint && <span class="hint">{choice.hint}</span>}
          </span>
        </label>
      ))}
      {problem && <span class="problem">{problem}</span>}
    </fieldset>
  );
}

/** On or off. An unchecked one is not sent: read it with `form.isChecked`. */
export function CheckField(props: FieldProps): VNode {
  const { page, state, name, label } = props;
  const problem = problemOf(props);
  const hint = hintOf(props, (now) => (now === 'on' ? page.words.yes : page.words.no));
  return (
    <label class={problem ? 'choice-line has-problem' : 'choice-line'}>
      <input type="checkbox" name={name} value="on" checked={state.values[name] === 'on'} />
      <span>
        {label}
        {hint && <span class="hint">{hint}</span>}
        {problem && <span class="problem">{problem}</span>}
      </span>
    </label>
  );
}
