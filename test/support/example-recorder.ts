import { recordEvent } from './answer-recording.js';
import type { Answer } from './api.js';
import type { Operation } from './documented-operations.js';
import { until } from './eventually.js';
import type { OddStage } from './odd-stage.js';

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
  legalGuardian: 'Rita Prado',
  ownerName: 'Ana Prado',
  phoneNumber: '+55 11 99999-0000',
  telephone: '+55 11 3000-0000',
  city: 'São Paulo',
  country: 'BR',
  postalCode: '01310-100',
  zip: '01310-100',
  cityAndPostalCode: '01310-100 São Paulo',
  line1: 'Avenida Paulista 1000',
  line2: 'Apartment 12',
  street: 'Avenida Paulista',
  houseNumber: '1000',
  addressLine2: 'Second floor',
  personalId: '123.456.789-09',
  idCardNumber: '12.345.678-9',
  accountNumber: '0001 123456-7',
  reason: 'Left the bicycle in the doorway',
  name: 'Main entrance',
  shortName: 'Fit',
  symbol: 'FIT',
  clientId: 'gatehouse',
  groupsClaim: 'groups',
};

/** What a field without a better value is sent as. */
function wellNamed(value: unknown, field = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => wellNamed(one, field));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, wellNamed(part, name)]),
    );
  return value === 'x' ? (NAMES[field] ?? inWords(field)) : value;
}

/** `eventTitle` is "Event title". */
const inWords = (field: string): string => {
  const words = field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

/** Calls every operation once, as well as it can, so that what is answered can be kept. */
export class ExampleRecorder {
  private readonly ids = new Map<string, unknown>();

  constructor(private readonly stage: OddStage) {}

  async run(): Promise<void> {
    const ordered = this.stage.operations.toSorted((a, b) => rank(a) - rank(b));
    for (const operation of ordered) await this.call(operation);
    const { admin, partnerId } = this.stage.member.world;
    const path = `/admin/v1/partners/${partnerId}/events?limit=200`;
    const events = async () => (await admin.get(path)).body.items as { payload: [] }[];
    await until(async () => (await events()).length > 0, 60_000, 'what workers make');
    for (const event of await events()) recordEvent(event);
  }

  private async call(operation: Operation): Promise<void> {
    const body = wellNamed(operation.body?.());
    const answer = await this.stage.call(operation, this.pathOf(operation), body);
    if (answer.status < 300) this.learn(operation, answer);
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

  private learn({ path }: Operation, { body }: Answer): void {
    const [first] = body.items ?? [];
    const id = first?.id ?? first?.uuid;
    if (id !== undefined) this.ids.set(path.split('/').at(-1) ?? '', id);
  }
}
