import type { VNode } from 'preact';
import { FORGOTTEN, LOG_IN, STAFF_LOG_IN } from '../layout/desk-context.js';
import { DeskLayout } from '../layout/desk-layout.js';
import { EMAIL_INPUT, LabelledInput } from '../../pages/index.js';
import { FormAlert } from '../layout/form-alert.js';
import type { DeskWords } from '../words/words.js';

export interface StaffLogInForm {
  readonly email: string;
  readonly problem?: 'email' | 'password' | 'refused' | undefined;
}

/** E-mail and password. A password is never sent back. */
export function staffLogInPage(words: DeskWords, { email, problem }: StaffLogInForm): VNode {
  const { logIn, email: emailLabel, password } = words.staff;
  const missing = problem && problem !== 'refused' ? problem : undefined;
  const problemOf = (field: 'email' | 'password') =>
    missing === field ? logIn.missing[field] : undefined;
  return (
    <DeskLayout words={words} title={logIn.title} place="Gatehouse">
      <h1>{logIn.title}</h1>
      <p class="lead">{logIn.lead}</p>
      {problem === 'refused' && <FormAlert text={logIn.refused} field="email" />}
      <form method="post" action={STAFF_LOG_IN} novalidate>
        <LabelledInput
          name="email"
          label={emailLabel}
          input={EMAIL_INPUT}
          value={email}
          problem={problemOf('email')}
        />
        <LabelledInput
          name="password"
          label={password}
          input={{ type: 'password', autocomplete: 'current-password', maxLength: 128 }}
          problem={problemOf('password')}
        />
        <button class="main">{logIn.button}</button>
      </form>
      <p class="aside">
        <a href={FORGOTTEN}>{words.staff.forgotten.link}</a>
      </p>
      <p class="aside">
        <a href={LOG_IN}>{logIn.withKey}</a>
      </p>
    </DeskLayout>
  );
}
