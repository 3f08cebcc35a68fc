import type { VNode } from 'preact';
import type { Agreement } from '../../partners/index.js';
import type { FieldProblems } from '../layout/form-field.js';
import { AGREEMENT_FIELDS, type Accepted } from './page-agreements.js';
import type { Words } from '../words/words.js';

interface FieldsProps {
  readonly words: Words;
  readonly agreements: readonly Agreement[];
  readonly problems?: FieldProblems;
  /** What the person ticked before the form came back. */
  readonly accepted?: Accepted;
}

/** One box for each text, never ticked in advance. Its value is the version shown on the page. */
export function AgreementFields({
  words,
  agreements,
  problems = {},
  accepted = {},
}: FieldsProps): VNode {
  return (
    <>
      {agreements.map((agreement) => (
        <AgreementField
          key={agreement.document}
          words={words}
          agreement={agreement}
          isAccepted={accepted[AGREEMENT_FIELDS[agreement.document]] === agreement.version}
          isRefused={problems[AGREEMENT_FIELDS[agreement.document]] !== undefined}
        />
      ))}
    </>
  );
}

interface FieldProps {
  readonly words: Words;
  readonly agreement: Agreement;
  readonly isAccepted: boolean;
  readonly isRefused: boolean;
}

function AgreementField({ words, agreement, isAccepted, isRefused }: FieldProps): VNode {
  const name = AGREEMENT_FIELDS[agreement.document];
  const { sentence, link } = words.agreements[name];
  const [before = '', after = ''] = sentence.split('{link}');
  return (
    <p class={isRefused ? 'check has-problem' : 'check'}>
      <input
        type="checkbox"
        id={name}
        name={name}
        value={agreement.version}
        required
        checked={isAccepted}
        {...(isRefused && {
          'aria-invalid': 'true' as const,
          'aria-describedby': `${name}-problem`,
        })}
      />
      <label for={name}>
        {before}
        <a href={agreement.url} target="_blank" rel="noopener noreferrer">
          {link}
        </a>
        {after}
      </label>
      {isRefused && (
        <span class="problem" id={`${name}-problem`}>
          {words.form.problems[`${name}Missing`]}
        </span>
      )}
    </p>
  );
}
