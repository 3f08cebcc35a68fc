import type { VNode } from 'preact';
import { DevicePanel } from '../control-id/device-panel.js';
import { ControlIdFields, settingValues } from '../control-id/settings-form.js';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { CheckField, TextField } from '../frame/fields.js';
import type { FormState } from '../frame/form-state.js';
import { ConfirmedAction, ConsoleForm } from '../frame/form.js';
import { Frame } from '../frame/frame.js';
import { Badge, Facts, Panel } from '../frame/list.js';
import { DoorFields } from './door-fields.js';
import { DryRunPanel } from './dry-run-panel.js';
import { hasSecret, STATE_TONES, stateOf, type Door, type DryRun } from './door.js';
import { DOORS_WORDS } from './doors-words.js';

export interface DoorView {
  readonly door: Door;
  readonly gym: ListedGym | undefined;
  /** Of its settings. */
  readonly state: FormState;
  readonly tokenState?: FormState;
  readonly removeState?: FormState;
  /** Of opening from here. */
  readonly openState?: FormState;
  readonly tried?: DryRun;
  readonly member?: string | undefined;
  readonly triedState?: FormState;
}

interface DoorProps extends DoorView {
  readonly page: ConsolePage;
}

export const doorValues = (door: Door): Readonly<Record<string, string>> => ({
  name: door.name,
  direction: door.direction,
  repeatWindowSeconds: String(door.repeatWindowSeconds),
  active: door.active ? 'on' : '',
  ...(door.controlId && settingValues(door.controlId)),
});

export function doorScreen(page: ConsolePage, view: DoorView): VNode {
  const words = page.textsOf(DOORS_WORDS);
  const { door } = view;
  // What was just asked for comes first.
  const isTried = view.tried !== undefined || view.triedState !== undefined;
  const mayChange = page.may('DEVICE_WRITE');
  const back = { href: '/console/doors', label: page.words.sections.doors };
  return (
    <Frame
      page={page}
      title={door.name || String(door.id)}
      back={back}
      done={{ added: words.added, addedControlId: words.addedControlId }}
      actions={
        page.may('CHECKIN_READ') && (
          <a
            class="button second"
            href={`/console/doors/decisions?gym=${door.gymId}&door=${door.id}`}
          >
            {words.feed}
          </a>
        )
      }
    >
      <State page={page} {...view} />
      {isTried && <DryRunPanel page={page} {...view} />}
      <Secrets page={page} {...view} />
      {!isTried && <DryRunPanel page={page} {...view} />}
      {mayChange && <Settings page={page} {...view} />}
      {mayChange && (
        <ConfirmedAction
          page={page}
          action={`/console/doors/${door.id}/remove`}
          {...(view.removeState && { state: view.removeState })}
          {...words.remove}
        />
      )}
    </Frame>
  );
}

function State({ page, door, gym }: DoorProps): VNode {
  const words = page.textsOf(DOORS_WORDS);
  const state = stateOf(door);
  const { columns } = words;
  const { lastScanAt } = door;
  return (
    <>
      <Facts
        facts={[
          [columns.state, <Badge tone={STATE_TONES[state]}>{words.states[state]}</Badge>],
          [columns.gym, gym?.name ?? page.words.none],
          [columns.direction, words.directions[door.direction]],
          [
            columns.lastScan,
            lastScanAt === null ? words.never : page.formats.exactTime(lastScanAt, gym?.timeZone),
          ],
        ]}
      />
      {!door.controlId && <p class="quiet">{words.stateHints[state]}</p>}
    </>
  );
}

/** How the door proves what it is. */
function Secrets({ page, ...view }: DoorProps): VNode | null {
  const { door, gym, openState } = view;
  const { controlId: settings, contact } = door;
  if (settings && contact)
    return (
      <DevicePanel
        page={page}
        id={door.id}
        settings={settings}
        contact={contact}
        zone={gym?.timeZone}
        openState={openState}
      />
    );
  return page.may('DEVICE_WRITE') ? <TokenPanel page={page} {...view} /> : null;
}

function TokenPanel({ page, door, tokenState }: DoorProps): VNode {
  const words = page.textsOf(DOORS_WORDS);
  const { token } = words;
  const shared = {
    page,
    action: `/console/doors/${door.id}/token`,
    ...(tokenState && { state: tokenState }),
  };
  return (
    <Panel title={token.title}>
      <p>{token.lead}</p>
      {door.hasToken ? (
        <ConfirmedAction
          {...shared}
          label={token.renew}
          consequence={token.consequence}
          submit={token.submit}
        />
      ) : (
        <ConsoleForm {...shared} submit={token.first} />
      )}
    </Panel>
  );
}

function Settings({ page, door, state }: DoorProps): VNode {
  const words = page.textsOf(DOORS_WORDS);
  const shared = { page, state };
  return (
    <Panel title={words.settings}>
      <ConsoleForm
        {...shared}
        action={`/console/doors/${door.id}`}
        hidden={{
          ...(hasSecret(door) && { hasSecret: '1' }),
          ...(door.controlId && { vendor: door.vendor }),
        }}
        submit={page.words.save}
      >
        <DoorFields {...shared} />
        <TextField
          {...shared}
          name="repeatWindowSeconds"
          label={words.repeat}
          hint={words.repeatHint}
          input={{ type: 'text', inputMode: 'numeric', maxLength: 1 }}
          required
        />
        {door.controlId && <ControlIdFields {...shared} settings={door.controlId} />}
        {hasSecret(door) && (
          <CheckField
            {...shared}
            name="active"
            label={words.active}
            hint={door.controlId ? words.refusesAll : words.activeHint}
          />
        )}
      </ConsoleForm>
    </Panel>
  );
}
