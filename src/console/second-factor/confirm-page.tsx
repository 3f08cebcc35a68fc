import type { VNode } from 'preact';
import { CONFIRM } from '../layout/desk-context.js';
import { DeskLayout } from '../layout/desk-layout.js';
import { LabelledInput } from '../../pages/index.js';
import { FormAlert } from '../layout/form-alert.js';
import type { SeatedPerson } from '../log-in/staff-access.js';
import { CodeForm } from './code-form.js';

export interface ProofForm {
  readonly hasFactor: boolean;
  readonly isWrong: boolean;
}

export function confirmPage(person: SeatedPerson, { hasFactor, isWrong }: ProofForm): VNode {
  const { words, session } = person;
  const { secondFactor, invitation, password } = words.staff;
  const wrong = hasFactor ? secondFactor.wrong : invitation.problems.password;
  return (
    <DeskLayout
      words={words}
      title={secondFactor.confirmTitle}
      place="Gatehouse"
      who={session.name}
    >
      <h1>{secondFactor.confirmTitle}</h1>
      <p class="lead">{secondFactor.confirmLead}</p>
      {isWrong && <FormAlert text={wrong} field={hasFactor ? 'code' : 'password'} />}
      {hasFactor ? (
        <CodeForm words={words} action={CONFIRM} button={secondFactor.confirmButton} />
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
