import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { ConsoleForm } from '../frame/form.js';
import type { FormState } from '../frame/form-state.js';
import { Frame } from '../frame/frame.js';
import { Badge, Panel, type Tone } from '../frame/list.js';
import { SECOND_FACTOR } from '../layout/desk-context.js';
import type { ChecklistItem, ChecklistKey, Checklist, ChecklistState } from './go-live-item.js';
import { GO_LIVE_WORDS } from './go-live-words.js';

export const GO_LIVE = '/console/go-live';

const TONES: Record<ChecklistState, Tone> = { DONE: 'good', MISSING: 'bad', UNKNOWN: 'wait' };

/** Where each is mended; the mail and the backups are mended here. */
const FIXES: Partial<Record<ChecklistKey, string>> = {
  SECRETS: '/console/settings/wellhub',
  CONNECTION: '/console/settings/wellhub',
  URLS: '/console/settings/wellhub',
  WEBHOOKS: '/console/settings/wellhub/webhooks',
  DOORS: '/console/doors',
  SECOND_FACTOR,
};

interface ScreenProps {
  readonly page: ConsolePage;
  readonly list: Checklist;
  /** A test mail that was refused. */
  readonly state?: FormState | undefined;
}

/** What is left to do before the first member comes. */
export function goLiveScreen({ page, list, state }: ScreenProps): VNode {
  const words = page.textsOf(GO_LIVE_WORDS);
  const done = list.items.filter((item) => item.state === 'DONE').length;
  const isReady = done === list.items.length;
  return (
    <Frame
      page={page}
      title={page.words.sections.goLive}
      lead={words.lead}
      done={{ mailed: words.mailSent }}
    >
      <p>
        <strong>{isReady ? words.ready : words.progress(done, list.items.length)}</strong>
      </p>
      {list.items.map((item) => (
        <Item key={item.key} page={page} item={item} state={state} />
      ))}
    </Frame>
  );
}

interface ItemProps {
  readonly page: ConsolePage;
  readonly item: ChecklistItem;
  readonly state?: FormState | undefined;
}

function Item({ page, item, state }: ItemProps): VNode {
  const words = page.textsOf(GO_LIVE_WORDS);
  const { key, at, by, missing } = item;
  const { title, text, fix } = words.items[key];
  const href = FIXES[key];
  return (
    <Panel
      title={title}
      actions={<Badge tone={TONES[item.state]}>{words.states[item.state]}</Badge>}
    >
      <p class="quiet">{text}</p>
      {at && by && <p>{words.told(by, page.formats.dateTime(at))}</p>}
      {key === 'SECOND_FACTOR' && missing !== null && missing > 0 && <p>{words.people(missing)}</p>}
      <GymStates page={page} item={item} />
      {key === 'MAIL' && (
        <ConsoleForm
          page={page}
          action={`${GO_LIVE}/test-mail`}
          submit={words.sendMail}
          problems={{ 'mail.not-accepted': words.mailRefused, 'mail.not-set-up': text }}
          {...(state && { state })}
        />
      )}
      {key === 'BACKUPS' && <Backups page={page} item={item} />}
      {href && item.state !== 'DONE' && (
        <p>
          <a href={href}>{fix}</a>
        </p>
      )}
    </Panel>
  );
}

function GymStates({ page, item: { gyms } }: ItemProps): VNode | null {
  const words = page.textsOf(GO_LIVE_WORDS);
  if (gyms.length === 0) return null;
  return (
    <ul class="tests">
      {gyms.map(({ gymId, name, state, result, at }) => (
        <li key={gymId}>
          <Badge tone={TONES[state]}>{words.states[state]}</Badge> {name}
          {result !== null && result !== 'OK' && `: ${words.results[result] ?? result}`}
          {at !== null && <span class="quiet"> · {page.formats.dateTime(at)}</span>}
        </li>
      ))}
    </ul>
  );
}

function Backups({ page, item }: ItemProps): VNode {
  const words = page.textsOf(GO_LIVE_WORDS);
  const isDone = item.state === 'DONE';
  return (
    <ConsoleForm
      page={page}
      action={`${GO_LIVE}/backups`}
      hidden={{ confirmed: isDone ? 'no' : 'yes' }}
    >
      <button {...(!isDone && { class: 'main' })}>
        {isDone ? words.takeBack : words.confirmBackups}
      </button>
    </ConsoleForm>
  );
}
