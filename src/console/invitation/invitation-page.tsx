import type { VNode } from 'preact';
import type { StaffInvitation } from '../../staff/index.js';
import { INVITATION, STAFF_LOG_IN } from '../layout/desk-context.js';
import { DeskLayout } from '../layout/desk-layout.js';
import { LabelledInput } from '../../pages/index.js';
import { FormAlert } from '../layout/form-alert.js';
import type { DeskWords } from '../words/words.js';

export interface InvitationForm {
  readonly token: string;
  readonly invitation: StaffInvitation;
  readonly partnerName: string;
  readonly name: string;
  readonly passwordHint: string;
  readonly problems: { readonly name?: string; readonly password?: string };
}

/** Name and new password; of a person who has a password, that one only. */
export function invitationPage(words: DeskWords, form: InvitationForm): VNode {
  const { token, invitation, partnerName, name, passwordHint, problems } = form;
  const { invitation: texts, roles, password } = words.staff;
  const { email, role, hasPassword } = invitation;
  const lead = hasPassword ? texts.leadKnown : texts.lead;
  const first = (['name', 'password'] as const).find((field) => problems[field] !== undefined);
  return (
    <DeskLayout words={words} title={texts.title(partnerName)} place={partnerName}>
      <h1>{texts.title(partnerName)}</h1>
      <p class="lead">{lead(email, roles[role])}</p>
      {first && <FormAlert text={problems[first] ?? ''} field={first} />}
      <form method="post" action={INVITATION} novalidate>
        <input type="hidden" name="token" value={token} />
        {!hasPassword && (
          <LabelledInput
            name="name"
            label={texts.name}
            hint={texts.nameHint}
            input={{ autocomplete: 'name', maxLength: 100 }}
            value={name}
            problem={problems.name}
          />
        )}
        <LabelledInput
          name="password"
          label={hasPassword ? password : texts.newPassword}
          input={{
            type: 'password',
            autocomplete: hasPassword ? 'current-password' : 'new-password',
            maxLength: 128,
          }}
          problem={problems.password}
          {...(!hasPassword && { hint: passwordHint })}
        />
        <button class="main">{texts.button}</button>
      </form>
    </DeskLayout>
  );
}

/** The same for a used, a replaced, an old and an unknown link. */
export function endedInvitationPage(words: DeskWords): VNode {
  const { invitation, logIn } = words.staff;
  return (
    <DeskLayout words={words} title={invitation.endedTitle} place="Gatehouse">
      <h1>{invitation.endedTitle}</h1>
      <p class="lead">{invitation.ended}</p>
      <p class="aside">
        <a href={STAFF_LOG_IN}>{logIn.title}</a>
      </p>
    </DeskLayout>
  );
}
