import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { ChoiceField, TextField } from '../frame/fields.js';
import type { FormState } from '../frame/form-state.js';
import { ConfirmedAction } from '../frame/form.js';
import { Badge, Facts, Panel } from '../frame/list.js';
import {
  deviceScreen,
  MODE_TONES,
  MODEL_NAMES,
  type ListedControlId,
  type DeviceContact,
} from './control-id-device.js';
import { CONTROL_ID_WORDS } from './control-id-words.js';

interface DevicePanelProps {
  readonly page: ConsolePage;
  readonly id: number;
  readonly settings: ListedControlId;
  readonly contact: DeviceContact;
  readonly zone: string | undefined;
  /** Of opening. */
  readonly openState?: FormState | undefined;
}

/** How the device is, and what may be done with it from here. */
export function DevicePanel(props: DevicePanelProps): VNode {
  const { page, id, settings } = props;
  const words = page.textsOf(CONTROL_ID_WORDS);
  return (
    <Panel
      title={
        settings.model === 'OTHER' ? MODEL_NAMES.OTHER : `Control iD ${MODEL_NAMES[settings.model]}`
      }
      actions={
        <>
          {page.may('CHECKIN_READ') && (
            <a class="button second" href={`${deviceScreen(id)}/events`}>
              {words.events.title}
            </a>
          )}
          {page.may('DEVICE_WRITE') && (
            <a class="button" href={`${deviceScreen(id)}/setup`}>
              {words.setup.title}
            </a>
          )}
        </>
      }
    >
      <ContactFacts {...props} />
      <OpenNow {...props} />
    </Panel>
  );
}

function ContactFacts({ page, contact, zone }: DevicePanelProps): VNode {
  const { contact: words } = page.textsOf(CONTROL_ID_WORDS);
  const { lastSeenAt, mode, deviceId, pendingAccessLogs, clockSkewSeconds } = contact;
  const skew = clockSkewSeconds ?? 0;
  return (
    <>
      <Facts
        facts={[
          [words.mode, <Badge tone={MODE_TONES[mode]}>{words.modes[mode]}</Badge>],
          [
            words.lastSeen,
            lastSeenAt === null ? words.never : page.formats.exactTime(lastSeenAt, zone),
          ],
          [words.deviceId, deviceId ?? page.words.none],
          ...(pendingAccessLogs
            ? [[words.pending, page.formats.number(pendingAccessLogs)] as const]
            : []),
          ...(Math.abs(skew) >= 60 ? [[words.clock, words.skew(skew)] as const] : []),
        ]}
      />
      <p class="quiet">{words.modeHints[mode]}</p>
    </>
  );
}

/** For a person who stands before a door that stays shut. */
function OpenNow({ page, id, openState }: DevicePanelProps): VNode | null {
  const { open: words } = page.textsOf(CONTROL_ID_WORDS);
  if (!page.may('DEVICE_WRITE') && !page.may('CHECKIN_WRITE')) return null;
  const state = openState ?? { values: { way: 'IN' } };
  const shared = { page, state };
  return (
    <ConfirmedAction
      {...shared}
      action={`${deviceScreen(id)}/open`}
      label={words.label}
      consequence={words.consequence}
      problems={words.problems}
      submit={words.submit}
    >
      <ChoiceField
        {...shared}
        name="way"
        label={words.way}
        choices={Object.entries(words.ways).map(([value, label]) => ({ value, label }))}
      />
      <TextField
        {...shared}
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        input={{ type: 'text', maxLength: 200, autocomplete: 'off' }}
        required
      />
    </ConfirmedAction>
  );
}
