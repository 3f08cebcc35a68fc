import type { VNode } from 'preact';
import { CONFIRM } from '../layout/desk-context.js';
import { DeskLayout } from '../layout/desk-layout.js';
import { LabelledInput } from '../../pages/index.js';
import { FormAlert } from '../layout/form-alert.js';
import type { SeatedPerson } from '../log-in/staff-access.js';
import { PASSKEY_SCRIPT } from '../passkeys/passkey-form.js';
import { FactorForms, type RefusedStep } from './factor-forms.js';

export type RefusedProof = RefusedStep | 'password';

export interface ProofForm {
  readonly hasFactor: boolean;
  readonly hasPasskeys: boolean;
  readonly refused?: RefusedProof | undefined;
}

export function confirmPage(
  person: SeatedPerson,
  { hasFactor, hasPasskeys, refused }: ProofForm,
): VNode {
  const { words, session } = person;
  const { secondFactor, invitation, password } = words.staff;
  return (
    <DeskLayout
      words={words}
      title={secondFactor.confirmTitle}
      place="Gatehouse"
      who={session.name}
      {...(hasPasskeys && { script: PASSKEY_SCRIPT })}
    >
      <h1>{secondFactor.confirmTitle}</h1>
      <p class="lead">{secondFactor.confirmLead}</p>
      {refused === 'password' && <FormAlert text={invitation.problems.password} field="password" />}
      {hasFactor ? (
        <FactorForms
          words={words}
          action={CONFIRM}
          button={secondFactor.confirmButton}
          hasPasskeys={hasPasskeys}
          refused={refused === 'password' ? undefined : refused}
        />
      ) : (
        <form method="post" action={CONFIRM} novalidate>
          <LabelledInput
            name="password"
            label={password}
            input={{ type: 'password', autocomplete: 'current-password', maxLength: 128 }}
          />
          <button class="main">{secondFactor.confirmButton}</button>
        </form>
      )}
    </DeskLayout>
  );
}
