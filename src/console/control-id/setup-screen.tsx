import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { SelectField } from '../frame/fields.js';
import type { FormState } from '../frame/form-state.js';
import { ConfirmedAction, ConsoleForm, CopyField } from '../frame/form.js';
import { Frame } from '../frame/frame.js';
import { Badge, Facts, Panel } from '../frame/list.js';
import {
  deviceScreen,
  MODE_TONES,
  type SetupGuide,
  type ListedUnknownCard,
} from './control-id-device.js';
import { CONTROL_ID_WORDS } from './control-id-words.js';

export interface SetupView {
  readonly id: number;
  readonly name: string;
  readonly zone: string | undefined;
  readonly setup: SetupGuide;
  /** Of a new secret and of sent settings. */
  readonly state?: FormState;
}

interface SetupProps {
  readonly page: ConsolePage;
  readonly view: SetupView;
}

/** Set-up in the gym: what to type, in which order, and how to see that it worked. */
export function deviceSetupScreen(page: ConsolePage, view: SetupView): VNode {
  const { setup: words } = page.textsOf(CONTROL_ID_WORDS);
  const { id, name, setup } = view;
  const back = { href: `/console/doors/${id}`, label: name || String(id) };
  return (
    <Frame
      page={page}
      title={words.title}
      lead={words.lead}
      back={back}
      done={{ rotated: words.rotated, applied: words.applied, learning: words.learning }}
    >
      {setup.warnings.length > 0 && (
        <ul class="alert">
          {setup.warnings.map(({ code, detail }) => (
            <li key={code}>{words.warnings[code] ?? detail}</li>
          ))}
        </ul>
      )}
      <CopyField page={page} label={words.address} value={setup.address} />
      <p class="quiet">{words.addressHint}</p>
      <Check page={page} view={view} />
      <Panel title={words.script}>
        <p>{words.scriptHint}</p>
        <CopyField page={page} label={words.scriptLabel} value={setup.script} isLong />
      </Panel>
      <Steps page={page} view={view} />
      <LearnCard page={page} view={view} />
      <Actions page={page} view={view} />
    </Frame>
  );
}

function Check({ page, view: { setup, zone } }: SetupProps): VNode {
  const { contact, setup: words } = page.textsOf(CONTROL_ID_WORDS);
  const { lastSeenAt, mode, unknownCard } = setup.check;
  return (
    <>
      <Facts
        facts={[
          [contact.mode, <Badge tone={MODE_TONES[mode]}>{contact.modes[mode]}</Badge>],
          [
            contact.lastSeen,
            lastSeenAt === null ? contact.never : page.formats.exactTime(lastSeenAt, zone),
          ],
          [words.lastTurn, sideText(page, setup.check, zone) ?? contact.never],
        ]}
      />
      {unknownCard && <UnknownCardFacts page={page} card={unknownCard} />}
      <p>
        <a href={page.path}>{words.look}</a>
      </p>
    </>
  );
}

/** By this the person sets what the device reports at an entry. */
function sideText(
  page: ConsolePage,
  { lastTurn, lastTurnAt }: SetupGuide['check'],
  zone: string | undefined,
): string | undefined {
  if (lastTurn === null || lastTurnAt === null) return undefined;
  const { turnEvents } = page.textsOf(CONTROL_ID_WORDS).settings;
  return `${turnEvents[lastTurn] ?? lastTurn}, ${page.formats.exactTime(lastTurnAt, zone)}`;
}

/** Which number each format makes of it. */
function UnknownCardFacts({ page, card }: { page: ConsolePage; card: ListedUnknownCard }): VNode {
  const { settings, setup: words } = page.textsOf(CONTROL_ID_WORDS);
  const readings = card.readings.map(
    ({ cardFormat, cardNumber }) =>
      [settings.cardFormats[cardFormat] ?? cardFormat, cardNumber ?? '–'] as const,
  );
  return <Facts facts={[[words.unknownCard, card.value], ...readings]} />;
}

function Steps({ page, view: { setup } }: SetupProps): VNode {
  const { setup: words } = page.textsOf(CONTROL_ID_WORDS);
  return (
    <Panel title={words.steps}>
      <p>{words.stepsHint}</p>
      <ol>
        {setup.steps.map(({ no, title, method, path, body, expect }) => (
          <li key={no} value={no}>
            <p>{words.titles[String(no)] ?? title}</p>
            {path && (
              <CopyField page={page} label={words.call} value={`${method ?? 'POST'} ${path}`} />
            )}
            {body !== null && body !== undefined && (
              <CopyField page={page} label={words.body} value={textOf(body)} isLong />
            )}
            {expect && (
              <p class="quiet">
                {words.expect}: <code>{expect}</code>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function LearnCard({ page, view: { id } }: SetupProps): VNode {
  const { open, setup: words } = page.textsOf(CONTROL_ID_WORDS);
  return (
    <Panel title={words.learnCard}>
      <p>{words.learnCardLead}</p>
      <ConsoleForm
        page={page}
        action={`${deviceScreen(id)}/learn-card`}
        problems={open.problems}
        submit={words.learnCardSubmit}
      />
    </Panel>
  );
}

const textOf = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

function Actions({ page, view: { id, state } }: SetupProps): VNode {
  const words = page.textsOf(CONTROL_ID_WORDS);
  const shared = { page, ...(state && { state }) };
  const choices = Object.entries(words.secret.graces).map(([value, label]) => ({ value, label }));
  return (
    <Panel title={page.words.moreActions}>
      <p>{words.apply.lead}</p>
      <ConsoleForm
        page={page}
        action={`${deviceScreen(id)}/apply`}
        problems={words.open.problems}
        submit={words.apply.submit}
      />
      <ConfirmedAction
        {...shared}
        action={`${deviceScreen(id)}/secret`}
        label={words.secret.label}
        consequence={words.secret.consequence}
        problems={words.open.problems}
        submit={words.secret.submit}
      >
        <SelectField
          page={page}
          state={{ values: { graceSeconds: '86400' } }}
          name="graceSeconds"
          label={words.secret.grace}
          required
          choices={choices}
        />
      </ConfirmedAction>
    </Panel>
  );
}
