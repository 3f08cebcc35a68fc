import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { ChoiceField, TextField } from '../frame/fields.js';
import { ConsoleForm } from '../frame/form.js';
import type { FormState } from '../frame/form-state.js';
import { Frame } from '../frame/frame.js';
import { Panel } from '../frame/list.js';
import type { AlertsHouse } from './alert.js';
import { ALERT_MAILS_WORDS } from './alert-mails-words.js';

export const OWN_FIELDS = ['frequency'] as const;
export const TIMES_FIELDS = ['quietFrom', 'quietUntil', 'digestAt'] as const;

/** As the administration API shows them. */
export interface MailTimes {
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  readonly digestAt: string;
}

export interface RefusedMails {
  readonly which: 'own' | 'times';
  readonly state: FormState;
}

interface MailsView {
  readonly house: AlertsHouse;
  /** Null: a key, or a role without alerts. */
  readonly frequency: string | null;
  /** The form about them; undefined for the operator. */
  readonly times: FormState | undefined;
  readonly typed: RefusedMails | undefined;
}

interface PartProps {
  readonly page: ConsolePage;
  readonly view: MailsView;
}

export function alertMailsScreen(page: ConsolePage, view: MailsView): VNode {
  const words = page.textsOf(ALERT_MAILS_WORDS);
  const { house, frequency, times } = view;
  return (
    <Frame
      page={page}
      title={words.title}
      lead={words.lead}
      back={{ href: house.path, label: page.words.sections[house.section] }}
      done={{ saved: words.saved }}
    >
      {frequency !== null && <Own page={page} view={view} />}
      {times && <Times page={page} house={house} state={times} />}
    </Frame>
  );
}

function Own({ page, view }: PartProps): VNode {
  const words = page.textsOf(ALERT_MAILS_WORDS);
  const { typed } = view;
  const stored = { values: { frequency: view.frequency ?? '' } };
  const state = typed?.which === 'own' ? typed.state : stored;
  const choices = Object.entries(words.frequencies).map(([value, [label, hint]]) => ({
    value,
    label,
    hint,
  }));
  return (
    <Panel title={words.ownTitle}>
      <ConsoleForm
        page={page}
        action={`${view.house.path}/mails/own`}
        state={state}
        submit={page.words.save}
        isOwn
      >
        <ChoiceField
          page={page}
          state={state}
          name="frequency"
          label={words.frequency}
          choices={choices}
        />
      </ConsoleForm>
    </Panel>
  );
}

interface TimesProps extends Pick<MailsView, 'house'> {
  readonly page: ConsolePage;
  readonly state: FormState;
}

function Times({ page, house, state }: TimesProps): VNode {
  const words = page.textsOf(ALERT_MAILS_WORDS);
  const field = { page, state, input: { type: 'time' as const }, isOptionalMarked: false };
  return (
    <Panel title={words.timesTitle}>
      <p>{words.timesLead(page.partner?.timeZone ?? 'UTC')}</p>
      <ConsoleForm
        page={page}
        action={`${house.path}/mails/times`}
        state={state}
        submit={page.words.save}
      >
        <TextField {...field} name="quietFrom" label={words.quietFrom} hint={words.quietHint} />
        <TextField {...field} name="quietUntil" label={words.quietUntil} />
        <TextField {...field} name="digestAt" label={words.digestAt} required />
      </ConsoleForm>
    </Panel>
  );
}
