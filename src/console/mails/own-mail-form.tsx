import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { TextArea, TextField } from '../frame/fields.js';
import { ConfirmedAction, ConsoleForm } from '../frame/form.js';
import type { FormState } from '../frame/form-state.js';
import { Panel } from '../frame/list.js';
import { MAILS, type ListedMail } from './mails-screen.js';
import { SETTINGS_WORDS } from '../settings/settings-words.js';

export const OWN_MAIL_FIELDS = ['subject', 'text', 'html'] as const;

interface OwnMailProps {
  readonly page: ConsolePage;
  readonly mail: ListedMail;
  readonly placeholders: readonly string[];
  readonly state: FormState;
}

/** The partner's own words for a mail: shown before they are saved. */
export function OwnMailForm({ page, mail, placeholders, state }: OwnMailProps): VNode {
  const { mails } = page.textsOf(SETTINGS_WORDS);
  const path = `${MAILS}/${mail.name}`;
  const shared = { page, state, required: true };
  return (
    <Panel title={mails.own}>
      <p class="quiet">{mails.ownLead(placeholders.map((word) => `{${word}}`).join(', '))}</p>
      <ConsoleForm page={page} action={path} state={state}>
        <TextField
          {...shared}
          name="subject"
          label={mails.subject}
          input={{ type: 'text', maxLength: 200 }}
        />
        <TextArea {...shared} name="text" label={mails.text} rows={8} maxLength={20_000} />
        <TextArea {...shared} name="html" label={mails.html} rows={12} maxLength={50_000} />
        <p class="buttons">
          <button class="main">{page.words.save}</button>
          <button formaction={`${path}/preview`}>{mails.check}</button>
        </p>
      </ConsoleForm>
      {mail.source === 'OWN' && (
        <ConfirmedAction
          page={page}
          action={`${path}/remove`}
          label={mails.backToOurs}
          consequence={mails.backToOursText}
          submit={mails.backToOursButton}
        />
      )}
    </Panel>
  );
}
