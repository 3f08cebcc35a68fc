export const MODELS = [
  'IDBLOCK',
  'IDBLOCK_NEXT',
  'IDACCESS',
  'IDFIT',
  'IDBOX',
  'IDUHF',
  'IDFLEX',
  'IDACCESS_PRO',
  'IDACCESS_NANO',
  'IDFACE',
  'IDFACE_MAX',
  'OTHER',
] as const;
export const ACTIONS = ['catra', 'door', 'sec_box'] as const;
export const ENTRY_ROTATIONS = ['CLOCKWISE', 'ANTICLOCKWISE'] as const;
export const ENTRY_EVENTS = ['TURN_LEFT', 'TURN_RIGHT'] as const;
export const QR_READINGS = ['NUMERIC', 'ALPHANUMERIC'] as const;
export const CARD_NUMBERINGS = ['RAW', 'WIEGAND_26', 'FACILITY_CODE', 'CODE_ONLY'] as const;
export const USER_IDS = ['NOTHING', 'CUSTOMER_ID'] as const;
export const RECOGNISED_BY = ['ENTERPRISE', 'PRO'] as const;
export const ALIVE_ANSWERS = ['ECHO', 'EMPTY', 'EVENT_200'] as const;

export type Model = (typeof MODELS)[number];
export type Action = (typeof ACTIONS)[number];

/** What `parameters` of an action is, by the way that opens. */
export interface ActionParameters {
  readonly in: string;
  readonly out: string;
}

/** How a Control iD device is set up (`control-id.md` 2), complete. */
export interface ControlIdSettings {
  readonly model: Model;
  /** When set, calls of another one are refused. */
  readonly deviceId: string | null;
  readonly action: Action;
  readonly actionParameters: ActionParameters | null;
  readonly entryTurn: (typeof ENTRY_ROTATIONS)[number];
  readonly entryTurnEvent: (typeof ENTRY_EVENTS)[number] | null;
  readonly qrMode: (typeof QR_READINGS)[number];
  readonly cardFormat: (typeof CARD_NUMBERINGS)[number];
  readonly userIdIs: (typeof USER_IDS)[number];
  readonly identification: (typeof RECOGNISED_BY)[number];
  readonly requestTimeoutMs: number;
  readonly aliveAnswer: (typeof ALIVE_ANSWERS)[number];
  readonly contingency: boolean;
  readonly showName: boolean;
  /** Addresses and networks; empty: any sender. */
  readonly sourceAddresses: readonly string[];
  readonly turnTimeoutSeconds: number;
}

/** What was set of them; the rest follows from the model. */
export type ChosenSettings = Partial<ControlIdSettings>;

const USUAL: Omit<ControlIdSettings, 'action' | 'identification'> = {
  model: 'IDBLOCK',
  deviceId: null,
  actionParameters: null,
  entryTurn: 'CLOCKWISE',
  entryTurnEvent: null,
  qrMode: 'NUMERIC',
  cardFormat: 'RAW',
  userIdIs: 'NOTHING',
  requestTimeoutMs: 3_000,
  aliveAnswer: 'ECHO',
  contingency: true,
  showName: false,
  sourceAddresses: [],
  turnTimeoutSeconds: 30,
};

const ACTION_OF: Readonly<Record<Model, Action>> = {
  IDBLOCK: 'catra',
  IDBLOCK_NEXT: 'catra',
  IDACCESS: 'door',
  IDFIT: 'door',
  IDBOX: 'door',
  IDUHF: 'door',
  IDFLEX: 'sec_box',
  IDACCESS_PRO: 'sec_box',
  IDACCESS_NANO: 'sec_box',
  IDFACE: 'sec_box',
  IDFACE_MAX: 'sec_box',
  OTHER: 'door',
};

/** Models that recognise people by themselves. */
const PRO: ReadonlySet<Model> = new Set(['IDBLOCK_NEXT', 'IDFACE', 'IDFACE_MAX']);

/** All settings of a device of which these were chosen. */
export function completed(chosen: ChosenSettings): ControlIdSettings {
  const model = chosen.model ?? USUAL.model;
  return {
    ...USUAL,
    action: ACTION_OF[model],
    identification: PRO.has(model) ? 'PRO' : 'ENTERPRISE',
    ...chosen,
  };
}

/** One `action` of an answer or of a command. */
export interface OpeningAction {
  readonly action: Action;
  readonly parameters: string;
}

const ROTATION_TEXTS = { CLOCKWISE: 'clockwise', ANTICLOCKWISE: 'anticlockwise' } as const;
const FIXED: Readonly<Record<Exclude<Action, 'catra'>, string>> = {
  door: 'door=1',
  // 65793 is the box that every installation has.
  sec_box: 'id=65793, reason=1',
};

/** What opens the device in this direction (`control-id.md` 2, the table of models). */
export function actionOf(settings: ControlIdSettings, way: 'IN' | 'OUT'): OpeningAction {
  const { action, actionParameters, entryTurn } = settings;
  const own = way === 'IN' ? actionParameters?.in : actionParameters?.out;
  if (own !== undefined) return { action, parameters: own };
  if (action !== 'catra') return { action, parameters: FIXED[action] };
  const isClockwise = (entryTurn === 'CLOCKWISE') === (way === 'IN');
  return {
    action,
    parameters: `allow=${ROTATION_TEXTS[isClockwise ? 'CLOCKWISE' : 'ANTICLOCKWISE']}`,
  };
}

const LINE_MS = 300;
const LEAST_MS = 700;
const MOST_MS = 2_500;

/** By when a call of the device must be answered (`control-id.md` 6): the time that it waits, less that of the line. */
export const answerWithinMs = ({ requestTimeoutMs }: ControlIdSettings): number =>
  Math.max(LEAST_MS, Math.min(MOST_MS, requestTimeoutMs - LINE_MS));
