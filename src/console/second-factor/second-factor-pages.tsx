import type { VNode } from 'preact';
import { ACCOUNT, SECOND_FACTOR } from '../layout/desk-context.js';
import { DeskLayout } from '../layout/desk-layout.js';
import type { SeatedPerson } from '../log-in/staff-access.js';
import type { DeskWords } from '../words/words.js';
import { PASSKEY_SCRIPT } from '../passkeys/passkey-form.js';
import { FactorForms, type RefusedStep } from './factor-forms.js';

/** After the password: a passkey, a code of the app, or a recovery code. */
export function secondFactorPage(
  { words, session }: SeatedPerson,
  { hasPasskeys }: { readonly hasPasskeys: boolean },
  refused?: RefusedStep,
): VNode {
  const { secondFactor } = words.staff;
  return (
    <DeskLayout
      words={words}
      title={secondFactor.codeTitle}
      place="Gatehouse"
      who={session.name}
      {...(hasPasskeys && { script: PASSKEY_SCRIPT })}
    >
      <h1>{secondFactor.codeTitle}</h1>
      <FactorForms
        words={words}
        action={SECOND_FACTOR}
        hasPasskeys={hasPasskeys}
        button={secondFactor.codeButton}
        refused={refused}
      />
    </DeskLayout>
  );
}

export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }): VNode {
  return (
    <ul class="recovery-codes">
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  );
}

/** Shown once. */
export function recoveryCodesPage(words: DeskWords, codes: readonly string[]): VNode {
  const { secondFactor } = words.staff;
  return (
    <DeskLayout words={words} title={secondFactor.recoveryTitle} place="Gatehouse">
      <h1>{secondFactor.recoveryTitle}</h1>
      <p class="lead">{secondFactor.recoveryLead}</p>
      <RecoveryCodes codes={codes} />
      <p>
        <a class="button" href={ACCOUNT}>
          {secondFactor.done}
        </a>
      </p>
    </DeskLayout>
  );
}
