import type { VNode } from 'preact';
import { FORGOTTEN, NEW_PASSWORD, STAFF_LOG_IN } from '../layout/desk-context.js';
import { DeskLayout } from '../layout/desk-layout.js';
import { EMAIL_INPUT, LabelledInput } from '../../pages/index.js';
import type { DeskWords } from '../words/words.js';

/** The form has the address only. */
export function forgottenPage(words: DeskWords, email: string, problem?: string): VNode {
  const { forgotten, email: label, logIn } = words.staff;
  return (
    <DeskLayout words={words} title={forgotten.title} place="Gatehouse">
      <h1>{forgotten.title}</h1>
      <p class="lead">{forgotten.lead}</p>
      <form method="post" action={FORGOTTEN} novalidate>
        <LabelledInput
          name="email"
          label={label}
          input={EMAIL_INPUT}
          value={email}
          problem={problem}
        />
        <button class="main">{forgotten.button}</button>
      </form>
      <p class="aside">
        <a href={STAFF_LOG_IN}>{logIn.title}</a>
      </p>
    </DeskLayout>
  );
}

/** The same for every address. */
export function passwordMailSentPage(words: DeskWords, email: string): VNode {
  const { forgotten } = words.staff;
  return (
    <DeskLayout words={words} title={forgotten.sentTitle} place="Gatehouse">
      <h1>{forgotten.sentTitle}</h1>
      <p class="lead">{forgotten.sent(email)}</p>
    </DeskLayout>
  );
}

export interface NewPasswordForm {
  readonly token: string;
  readonly email: string;
  readonly hint: string;
  readonly problem?: string | undefined;
}

export function newPasswordPage(words: DeskWords, form: NewPasswordForm): VNode {
  const { forgotten, invitation } = words.staff;
  const { token, email, hint, problem } = form;
  return (
    <DeskLayout words={words} title={forgotten.newTitle} place="Gatehouse">
      <h1>{forgotten.newTitle}</h1>
      <p class="lead">{forgotten.newLead(email)}</p>
      <form method="post" action={NEW_PASSWORD} novalidate>
        <input type="hidden" name="token" value={token} />
        <LabelledInput
          name="password"
          label={invitation.newPassword}
          input={{ type: 'password', autocomplete: 'new-password', maxLength: 128 }}
          hint={hint}
          problem={problem}
        />
        <button class="main">{forgotten.newButton}</button>
      </form>
    </DeskLayout>
  );
}

/** The same for a used, a replaced, an old and an unknown link. */
export function endedPasswordLinkPage(words: DeskWords): VNode {
  const { forgotten } = words.staff;
  return (
    <DeskLayout words={words} title={forgotten.endedTitle} place="Gatehouse">
      <h1>{forgotten.endedTitle}</h1>
      <p class="lead">{forgotten.ended}</p>
      <p class="aside">
        <a href={FORGOTTEN}>{forgotten.link}</a>
      </p>
    </DeskLayout>
  );
}
