import { Input, InvalidInput } from '../http/input.js';
import { ANSWERS, type AnswerName } from '../http/planned-answers.js';
import { oddAnswer, type WireAnswer } from '../http/wire-answers.js';

/** One subscription as Wellhub keeps it; it returns the secret too, as the real one does. */
export interface SubscribedWebhook {
  readonly event: string;
  readonly url: string;
  readonly secret?: string;
}

export interface SubscribedGym {
  enabled: boolean;
  webhooks: SubscribedWebhook[];
  /** How many times its webhooks were set from outside. */
  changes: number;
}

/** `PUT /control/setup`: which gyms chose this partner, and what is registered for them. */
export interface SetupCommand {
  readonly gyms?: Readonly<Record<string, { enabled?: boolean; webhooks?: SubscribedWebhook[] }>>;
  /** Real lists were seen under both names. */
  readonly listName?: 'gyms' | 'partners' | undefined;
  /** Instead of every answer of this API, until it is `normal` again. */
  readonly answer?: AnswerName | undefined;
}

/** The Integration Setup API: gyms that chose the partner, and the webhooks that are registered for each. */
export class SimulatedSetup {
  private readonly gyms = new Map<string, SubscribedGym>();
  private listName: 'gyms' | 'partners' = 'gyms';
  private answer: AnswerName = 'normal';

  /** @param ownGym the target's gym, which has chosen the partner by default */
  constructor(
    private readonly token: string,
    private readonly ownGym: () => string | undefined,
  ) {}

  command({ gyms, listName, answer }: SetupCommand): void {
    if (gyms) this.gyms.clear();
    for (const [id, { enabled = true, webhooks = [] }] of Object.entries(gyms ?? {}))
      this.gyms.set(id, { enabled, webhooks, changes: 0 });
    this.listName = listName ?? this.listName;
    this.answer = answer ?? this.answer;
  }

  view(): { readonly gyms: Readonly<Record<string, SubscribedGym>> } {
    return { gyms: Object.fromEntries(this.known()) };
  }

  list(authorization: string | undefined): WireAnswer {
    const gyms = [...this.known()].map(([id, { enabled }]) => ({ id: Number(id), enabled }));
    return this.refusal(authorization) ?? json(200, { [this.listName]: gyms });
  }

  webhooks(authorization: string | undefined, gymId: string): WireAnswer {
    const refusal = this.refusal(authorization);
    const gym = this.known().get(gymId);
    if (refusal) return refusal;
    return gym ? json(200, { webhooks: gym.webhooks }) : json(404, { message: 'Gym not found' });
  }

  /** Adds, or replaces what has the same event. */
  register(authorization: string | undefined, gymId: string, body: unknown): WireAnswer {
    const refusal = this.refusal(authorization);
    const gym = this.known().get(gymId);
    if (refusal) return refusal;
    if (!gym) return json(404, { message: 'Gym not found' });
    const subscriptions = readSubscriptions(body);
    if (!subscriptions)
      return json(400, [{ field: 'webhooks', error: 'must list event, url and secret' }]);
    const events = new Set(subscriptions.map(({ event }) => event));
    gym.webhooks = [...gym.webhooks.filter(({ event }) => !events.has(event)), ...subscriptions];
    gym.changes += 1;
    this.gyms.set(gymId, gym);
    return { name: 'ok', status: 204, contentType: 'application/json', body: '', manner: 'send' };
  }

  private known(): Map<string, SubscribedGym> {
    const own = this.ownGym();
    if (this.gyms.size === 0 && own !== undefined)
      this.gyms.set(own, { enabled: true, webhooks: [], changes: 0 });
    return this.gyms;
  }

  private refusal(authorization: string | undefined): WireAnswer | undefined {
    if (authorization !== `Bearer ${this.token}`) return json(401, { Message: 'Unauthorized' });
    return this.answer === 'normal' ? undefined : (oddAnswer(this.answer) ?? json(500, {}));
  }
}

export function readSetupCommand(body: unknown): SetupCommand {
  const input = new Input(body);
  const gyms = input.any('gyms');
  if (gyms !== undefined && (typeof gyms !== 'object' || gyms === null || Array.isArray(gyms)))
    throw new InvalidInput("'gyms' must be an object: id of the gym to {enabled, webhooks}");
  const has = (name: 'listName' | 'answer') => input.any(name) !== undefined;
  const command: SetupCommand = {
    ...(gyms !== undefined && { gyms: Object.fromEntries(Object.entries(gyms).map(readGym)) }),
    listName: has('listName') ? input.requiredOneOf('listName', LIST_NAMES) : undefined,
    answer: has('answer') ? input.requiredOneOf('answer', ANSWERS) : undefined,
  };
  input.end();
  return command;
}

function readGym([id, value]: [string, unknown]) {
  if (!/^\d{1,15}$/.test(id)) throw new InvalidInput("'gyms' must be named by their id");
  const input = new Input(value);
  const enabled = input.flag('enabled');
  const webhooks = input.any('webhooks');
  const read = webhooks === undefined ? [] : readSubscriptions({ webhooks });
  if (!read) throw new InvalidInput("'webhooks' must list event and url");
  input.end();
  return [id, { webhooks: read, ...(enabled !== undefined && { enabled }) }];
}

function readSubscriptions(body: unknown): SubscribedWebhook[] | undefined {
  const list: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'webhooks') : undefined;
  return Array.isArray(list) && list.every(isSubscription) ? list : undefined;
}

function isSubscription(value: unknown): value is SubscribedWebhook {
  if (typeof value !== 'object' || value === null) return false;
  return ['event', 'url'].every((name) => typeof Reflect.get(value, name) === 'string');
}

const LIST_NAMES = ['gyms', 'partners'] as const;

const json = (status: number, body: unknown): WireAnswer => ({
  name: String(status),
  status,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
  manner: 'send',
});
