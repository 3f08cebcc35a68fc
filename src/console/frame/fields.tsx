import type { ComponentChildren, VNode } from 'preact';
import { LabelledInput, type InputAttributes } from '../../pages/index.js';
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

const labelOf = ({ page, label, required, isOptionalMarked = true }: FieldProps): string =>
  required || !isOptionalMarked ? label : `${label} (${page.words.optional})`;

/** A line of text. */
export function TextField(props: FieldProps & { readonly input?: InputAttributes }): VNode {
  const { state, name, hint, required = false, input = { type: 'text' } } = props;
  return (
    <LabelledInput
      name={name}
      label={labelOf(props)}
      input={input}
      value={state.values[name]}
      hint={hint}
      problem={problemOf(props)}
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
    <Described {...props}>
      {(described) => (
        <textarea
          id={name}
          name={name}
          rows={rows}
          required={required}
          {...described}
          {...(maxLength && { maxLength })}
        >
          {state.values[name] ?? ''}
        </textarea>
      )}
    </Described>
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
    <Described {...props}>
      {(described) => (
        <select id={name} name={name} required={isRequired} {...described}>
          {choices.map(({ value, label }) => (
            <option key={value} value={value} selected={state.values[name] === value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Described>
  );
}

/** One of few, each with its meaning. */
export function ChoiceField(props: FieldProps & { readonly choices: readonly Choice[] }): VNode {
  const { state, name, label, hint, choices } = props;
  const problem = problemOf(props);
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
  const { state, name, label, hint } = props;
  const problem = problemOf(props);
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

interface DescribedProps extends FieldProps {
  readonly children: (described: Record<string, string>) => ComponentChildren;
}

function Described(props: DescribedProps): VNode {
  const { name, hint, children } = props;
  const problem = problemOf(props);
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean);
  return (
    <p class={problem ? 'field has-problem' : 'field'}>
      <label for={name}>{labelOf(props)}</label>
      {children({
        ...(problem && { 'aria-invalid': 'true' }),
        ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
      })}
      {hint && (
        <span class="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {problem && (
        <span class="problem" id={`${name}-problem`}>
          {problem}
        </span>
      )}
    </p>
  );
}
