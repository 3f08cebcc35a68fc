import {
  actionOf,
  type ControlIdSettings,
  type OpeningAction,
} from '../device-settings/control-id-settings.js';
import { asciiText } from './ascii-text.js';
import { GREETINGS, REFUSAL_TEXTS, messageIn, type DisplayedRefusal } from './messages.js';

const DISPLAY_SIGNS = 30;
const NAME_SIGNS = 20;
const PORTAL = /^\d{1,15}$/;

/** What the display says to whom, and where. */
interface DisplayAt {
  readonly language: string | null;
  /** As the device sent it. */
  readonly portal: string | undefined;
}

export interface Granted extends DisplayAt {
  readonly customerId: number;
  readonly way: 'IN' | 'OUT';
  /** The name that the display shows; undefined where it shows none. */
  readonly name?: string | undefined;
}

export interface Denied extends DisplayAt {
  readonly why: DisplayedRefusal;
  /** The gym's own words instead of ours. */
  readonly message?: string | undefined;
}

/** The event codes that we send: the first three tell the device's owner that something is set up wrongly. */
const EVENTS: Partial<Record<DisplayedRefusal, number>> = {
  WRONG_DEVICE: 1,
  VALIDATION_FAILED: 2,
  ACCESS_CODE_UNKNOWN: 3,
  NOT_SERVED: 3,
};
const DENIED = 6;
const GRANTED = 7;

/** The body that opens (`control-id.md` 5.1). */
export function granted(to: Granted, settings: ControlIdSettings): string {
  return body({
    event: GRANTED,
    user_id: to.customerId,
    user_name: to.name === undefined ? '' : asciiText(to.name, NAME_SIGNS),
    portal: to.portal,
    actions: [actionOf(settings, to.way)],
    message: messageIn(GREETINGS[to.way], to.language),
  });
}

/** The body that keeps it shut and says why. */
export function denied({ why, language, portal, message }: Denied): string {
  const own = message === undefined ? '' : asciiText(message, DISPLAY_SIGNS);
  return body({
    event: EVENTS[why] ?? DENIED,
    user_id: 0,
    user_name: '',
    portal,
    actions: [],
    message: own === '' ? messageIn(REFUSAL_TEXTS[why], language) : own,
  });
}

interface Result {
  readonly event: number;
  readonly user_id: number;
  readonly user_name: string;
  readonly portal: string | undefined;
  readonly actions: readonly OpeningAction[];
  readonly message: string;
}

/** The order of the keys is part of the wire. */
function body({ event, user_id, user_name, portal = '', actions, message }: Result): string {
  const portal_id = PORTAL.test(portal.trim()) ? Number(portal) : 1;
  const result = { event, user_id, user_name, user_image: false, portal_id, actions, message };
  return JSON.stringify({ result });
}
