import { describe, expect, it } from '@jest/globals';
import { CUSTOMER_EVENT_TYPES, EVENT_TYPES } from '../src/event-webhooks/events/event-types.js';
import { readText } from './support/repository.js';

/** `open-api.md` 7.2: the table of types, and what their `entityId` names. */
const [TABLE = ''] =
  /^\| `type` .*?(?=\n\n)/ms.exec(
    readText('docs/contracts/open-api.md').split('\n### 7.2')[1] ?? '',
  ) ?? [];
const ROWS = [...TABLE.matchAll(/^\| (`[A-Z_`, ]+`)[^|]*\| ([^|]+)\|/gm)].map(
  ([, types = '', entity = '']) => ({
    types: [...types.matchAll(/[A-Z_]+/g)].map(([type]) => type),
    entity: entity.trim(),
  }),
);

describe('the types of events', () => {
  it('O-44 are those of the contract', () => {
    expect(ROWS.flatMap(({ types }) => types).sort()).toEqual([...EVENT_TYPES].sort());
  });

  it('O-44 C-35 name a customer where the contract says so, and nowhere else', () => {
    const ofCustomers = ROWS.filter(({ entity }) => entity.startsWith('customerId'));
    expect(ofCustomers.flatMap(({ types }) => types).sort()).toEqual(
      [...CUSTOMER_EVENT_TYPES].sort(),
    );
  });

  it('J-13 O-44 are those that the client knows', () => {
    const [, contents = ''] =
      /interface EventContents \{\n([\s\S]*?)^\}/m.exec(
        readText('clients/typescript/src/generated/event-contents.ts'),
      ) ?? [];
    const known = [...contents.matchAll(/^ {2}(?:readonly )?([A-Z_]+):/gm)].map(([, type]) => type);
    expect(known.sort()).toEqual([...EVENT_TYPES].sort());
  });
});
