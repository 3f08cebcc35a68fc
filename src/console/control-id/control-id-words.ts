import type { InLanguages } from '../frame/languages.js';
import type { ContactMode } from './control-id-device.js';
import { de } from './control-id-words.de.js';
import { en } from './control-id-words.en.js';
import { es } from './control-id-words.es.js';
import { pt } from './control-id-words.pt.js';

type Labels = Readonly<Record<string, string>>;

export interface ControlIdWords {
  readonly vendor: string;
  readonly vendors: Readonly<
    Record<'GENERIC' | 'CONTROL_ID', { readonly label: string; readonly hint: string }>
  >;
  readonly model: string;
  readonly settings: SettingWords;
  readonly contact: ContactWords;
  readonly open: {
    readonly label: string;
    readonly consequence: string;
    readonly way: string;
    readonly ways: Readonly<Record<'IN' | 'OUT', string>>;
    readonly reason: string;
    readonly reasonHint: string;
    readonly submit: string;
    readonly problems: Labels;
  };
  readonly setup: SetupWords;
  readonly apply: Record<'lead' | 'submit', string>;
  readonly secret: Record<'label' | 'consequence' | 'grace' | 'submit', string> & {
    readonly graces: Labels;
  };
  readonly events: Record<
    | 'title'
    | 'lead'
    | 'none'
    | 'noneHint'
    | 'opened'
    | 'at'
    | 'timeUnknown'
    | 'what'
    | 'who'
    | 'detail'
    | 'live'
    | 'stale'
    | 'over'
    | 'logIn',
    string
  > & { readonly types: Labels };
  readonly commands: {
    readonly title: string;
    readonly state: string;
    readonly kinds: Labels;
    readonly states: Labels;
  };
}

type SettingWords = Record<
  | 'model'
  | 'deviceId'
  | 'deviceIdHint'
  | 'entryTurn'
  | 'entryTurnHint'
  | 'entryTurnEvent'
  | 'entryTurnEventHint'
  | 'eitherSide'
  | 'turnTimeout'
  | 'turnTimeoutHint'
  | 'qrMode'
  | 'cardFormat'
  | 'cardFormatHint'
  | 'userIdIs'
  | 'userIdIsHint'
  | 'timeout'
  | 'timeoutHint'
  | 'showName'
  | 'showNameHint'
  | 'contingency'
  | 'contingencyHint',
  string
> &
  Record<'entryTurns' | 'turnEvents' | 'qrModes' | 'cardFormats' | 'userIds', Labels>;

interface ContactWords {
  readonly mode: string;
  readonly modes: Record<ContactMode, string>;
  readonly modeHints: Record<ContactMode, string>;
  readonly lastSeen: string;
  readonly never: string;
  readonly deviceId: string;
  readonly pending: string;
  readonly clock: string;
  readonly skew: (seconds: number) => string;
}

type SetupWords = Record<
  | 'title'
  | 'lead'
  | 'address'
  | 'addressHint'
  | 'look'
  | 'learnCard'
  | 'learnCardLead'
  | 'learnCardSubmit'
  | 'learning'
  | 'lastTurn'
  | 'unknownCard'
  | 'script'
  | 'scriptHint'
  | 'scriptLabel'
  | 'steps'
  | 'stepsHint'
  | 'call'
  | 'body'
  | 'expect'
  | 'rotated'
  | 'applied',
  string
> & { readonly titles: Labels; readonly warnings: Labels };

export const CONTROL_ID_WORDS: InLanguages<ControlIdWords> = { de, en, es, pt };
