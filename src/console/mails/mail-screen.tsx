import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { SelectField } from '../frame/fields.js';
import { ConsoleForm } from '../frame/form.js';
import type { FormState } from '../frame/form-state.js';
import { EmptyState, Facts, Panel } from '../frame/list.js';
import { MAILS, type ListedMail } from './mails-screen.js';
import { OwnMailForm } from './own-mail-form.js';
import { languageChoices } from '../settings/setting-fields.js';
import { AreaFrame } from '../settings/settings-screen.js';
import { SETTINGS_WORDS } from '../settings/settings-words.js';

export interface ShownPreview {
  readonly language: string;
  readonly source: 'OWN' | 'DEFAULT' | 'DRAFT';
  readonly subject: string;
  readonly text: string;
}

export interface MailView {
  readonly mail: ListedMail;
  /** Absent where nothing would be sent. */
  readonly preview?: ShownPreview | undefined;
  /** Of the partner's own words. */
  readonly state: FormState;
  readonly test?: FormState;
}

export function mailScreen(page: ConsolePage, view: MailView): VNode {
  const words = page.textsOf(SETTINGS_WORDS);
  const { mail, state } = view;
  return (
    <AreaFrame
      page={page}
      area="mails"
      title={words.mails.names[mail.name].title}
      back={{ href: MAILS, label: words.areas.mails.title }}
      done={{ tested: words.mails.tested }}
    >
      <PreviewPanel page={page} view={view} />
      <TestPanel page={page} view={view} />
      {mail.placeholders && (
        <OwnMailForm page={page} mail={mail} state={state} placeholders={mail.placeholders} />
      )}
    </AreaFrame>
  );
}

interface MailPartProps {
  readonly page: ConsolePage;
  readonly view: MailView;
}

function PreviewPanel({ page, view: { mail, preview } }: MailPartProps): VNode {
  const { mails } = page.textsOf(SETTINGS_WORDS);
  if (!preview) return <EmptyState title={mails.nothingSent} />;
  const path = `${MAILS}/${mail.name}`;
  return (
    <Panel title={mails.preview}>
      <p class="quiet">{mails.previewLead}</p>
      {preview.source === 'DEFAULT' && (
        <form method="get" action={path} class="filters">
          <SelectField
            page={page}
            state={{ values: { language: preview.language } }}
            name="language"
            label={mails.language}
            choices={languageChoices(page)}
            required
          />
          <button>{mails.show}</button>
        </form>
      )}
      <Facts
        facts={[
          [mails.words, mails.source[preview.source]],
          [mails.subject, preview.subject],
        ]}
      />
      <pre class="mail">{preview.text}</pre>
      {preview.source !== 'DRAFT' && (
        <p>
          <a href={`${path}/html?language=${preview.language}`} target="_blank" rel="noopener">
            {mails.asHtml}
          </a>
        </p>
      )}
    </Panel>
  );
}

function TestPanel({ page, view: { mail, preview, test } }: MailPartProps): VNode | null {
  const { mails } = page.textsOf(SETTINGS_WORDS);
  if (!preview || preview.source === 'DRAFT') return null;
  return (
    <Panel title={mails.test}>
      <p class="quiet">{mails.testText}</p>
      <ConsoleForm
        page={page}
        action={`${MAILS}/${mail.name}/test`}
        problems={mails.problems}
        hidden={{ language: preview.language }}
        {...(test && { state: test })}
      >
        <button class="main">{mails.testButton}</button>
      </ConsoleForm>
    </Panel>
  );
}
