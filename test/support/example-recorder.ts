import type { Answer } from './api.js';
import type { Operation } from './documented-operations.js';
import { until } from './eventually.js';
import type { OddStage } from './odd-stage.js';

/** One recorded answer. */
export interface Example {
  readonly status: number;
  readonly body: unknown;
}

type Recorded = Map<string, Example>;

/** What is made comes first, then what is read; what may be gone afterwards is last. */
function rank({ method, path }: Operation): number {
  if (method === 'DELETE' || path.endsWith('/merge')) return 4;
  if (method === 'GET') return 1;
  if (method !== 'POST') return 2;
  return path.startsWith('/wellhub/') || !/\{\w+\}\/[a-z-]+$/.test(path) ? 0 : 3;
}

const NAMES: Record<string, string> = {
  firstName: 'Ana',
  lastName: 'Prado',
  phoneNumber: '+55 11 99999-0000',
  city: 'São Paulo',
  country: 'BR',
  postalCode: '01310-100',
  line1: 'Avenida Paulista 1000',
  reason: 'Left the bicycle in the doorway',
  name: 'Main entrance',
};

/** What a field without a better value is sent as. */
function wellNamed(value: unknown, field = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => wellNamed(one, field));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, wellNamed(part, name)]),
    );
  return value === 'x' ? (NAMES[field] ?? 'Example') : value;
}

/** Calls every operation once, as well as it can, and keeps what was answered. */
export class ExampleRecorder {
  readonly recorded: Recorded = new Map();
  private readonly ids = new Map<string, unknown>();

  constructor(private readonly stage: OddStage) {}

  async run(): Promise<void> {
    const ordered = this.stage.operations.toSorted((a, b) => rank(a) - rank(b));
    for (const operation of ordered) await this.record(operation);
  }

  private async record(operation: Operation): Promise<void> {
    const answer = await this.stage.call(
      operation,
      this.pathOf(operation),
      wellNamed(operation.body?.()),
    );
    const isShown = answer.status < 300 && typeOf(answer).startsWith('application/json');
    if (!isShown) return;
    this.learn(operation, answer.body);
    this.recorded.set(operation.id, { status: answer.status, body: answer.body });
  }

  /** By what a list of the same things showed, where the stage has none of them. */
  private pathOf(operation: Operation): string {
    const [collection = ''] = /[^/]+(?=\/\{id\})/.exec(operation.path) ?? [];
    const id = this.ids.get(collection);
    const path = this.stage.pathOf(operation);
    return id === undefined
      ? path
      : path.replace(new RegExp(`/${collection}/1(?=/|$)`), `/${collection}/${String(id)}`);
  }

  private learn(
    { path }: Operation,
    body: { items?: readonly { id?: unknown; uuid?: unknown }[] },
  ) {
    const [first] = body.items ?? [];
    const id = first?.id ?? first?.uuid;
    if (id !== undefined) this.ids.set(path.split('/').at(-1) ?? '', id);
  }
}

const typeOf = ({ headers }: Answer) => headers.get('content-type') ?? '';

/** Waits for what workers make of what was sent. */
export const settled = (isThere: () => Promise<boolean>): Promise<unknown> =>
  until(isThere, 10_000, 'what workers make');
