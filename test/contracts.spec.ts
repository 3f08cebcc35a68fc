import { describe, expect, it } from '@jest/globals';
import { ALERT_CODES } from '../src/alert-notifications/texts/alert-texts.js';
import { REFUSALS } from '../src/gate/scan/gate.errors.js';
import { RESERVED_SLUGS } from '../src/partners/partners/reserved-slugs.js';
import { readText, sourcesIn } from './support/repository.js';

const ADMIN_API = readText('docs/contracts/admin-api.md');
const OPEN_API = readText('docs/contracts/open-api.md');

const withoutNames = (path: string) => path.replaceAll(/\{\w+\}|[:$]\w+/g, '{}');

/** `GET /admin/v1/gyms/{}`, for each route that there is. */
const routes = readText('test/golden/routes.txt')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split(/ +/))
  .map(([verb, path = '']) => `${verb} ${withoutNames(path)}`);

const VERBS = 'GET|HEAD|POST|PUT|PATCH|DELETE';
const OPERATION = new RegExp(`\`((?:${VERBS})(?:/(?:${VERBS}))*) (/[^\`?\\s]*)`, 'g');

/** The operations that a text names in backticks: `GET/PUT /gyms/{gymId}?…` are two. */
const operationsIn = (text: string) =>
  [...text.matchAll(OPERATION)].flatMap(([, verbs = '', path = '']) =>
    verbs.split('/').map((verb) => ({ verb, path: withoutNames(path) })),
  );

const tableBelow = (text: string, heading: string) => {
  const [, below = ''] = text.split(`\n${heading}\n\n`);
  return below.split('\n\n', 1)[0] ?? '';
};

describe('the contracts name what there is', () => {
  it('has every operation of the admin API by its path', () => {
    const named = operationsIn(ADMIN_API).flatMap(({ verb, path }) => [
      `${verb} ${path}`,
      `${verb} /admin/v1${path}`,
    ]);
    const ours = routes.filter((route) => route.includes(' /admin/v1/'));
    expect(ours.filter((route) => !named.includes(route))).toEqual([]);
    expect(ours.length).toBeGreaterThan(150);
  });

  it('names no operation of the admin API that there is not, in any document', () => {
    const below = /^\/($|(admin\/v1|docs|health|metrics|console|assets)(\/|$))/;
    const ofAdminApi = operationsIn(ADMIN_API)
      .filter(({ path }) => !/[{,]\w/.test(path))
      .map(({ verb, path }) => `${verb} ${below.test(path) ? path : `/admin/v1${path}`}`);
    const elsewhere = sourcesIn('docs', /\.md$/).flatMap(({ path: document, text }) =>
      operationsIn(text)
        .filter(({ path }) => path.startsWith('/admin/v1/'))
        .map(({ verb, path }) => ({ document, operation: `${verb} ${path}` })),
    );
    expect(ofAdminApi.filter((operation) => !routes.includes(operation))).toEqual([]);
    expect(elsewhere.filter(({ operation }) => !routes.includes(operation))).toEqual([]);
  });

  it('has every alert code in the table of the admin API, and no other', () => {
    const table = tableBelow(ADMIN_API, 'Alert codes:');
    const codes = [...table.matchAll(/`([a-z-]+\.[a-z-]+)`/g)]
      .map(([, code]) => code)
      .filter((code) => !code?.endsWith('.md'));
    expect(codes.toSorted()).toEqual([...ALERT_CODES].toSorted());
  });

  it('has every slug that is ours', () => {
    expect(RESERVED_SLUGS.filter((slug) => !ADMIN_API.includes(`\`${slug}\``))).toEqual([]);
  });

  it('has every refusal of the gate in the contract of the gate', () => {
    const full = OPEN_API.replaceAll('`…_', '`WELLHUB_CHECKIN_');
    expect(Object.keys(REFUSALS).filter((code) => !full.includes(`\`${code}\``))).toEqual([]);
  });
});
