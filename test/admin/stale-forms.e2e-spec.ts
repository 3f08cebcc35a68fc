import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeclaredRoutes } from '../../src/platform/http/declared-routes.js';
import { EDITED, NOT_EDITED, VERSIONED, type EditedResource } from '../support/edited-resources.js';
import { StaffStage } from '../support/staff-stage.js';

interface Tried extends EditedResource {
  readonly method: string;
}

/** Of which there is none at first. */
const MAY_BE_ABSENT = [
  'PUT /admin/v1/customers/:customerId/restriction',
  'PUT /admin/v1/partners/:partnerId/mail-templates/:name',
  'PUT /admin/v1/customers/:customerId/photo',
  'PUT /admin/v1/customers/:customerId/cover-photo',
  'PUT /admin/v1/customers/:customerId/direct-debit-document',
  'PUT /admin/v1/contracts/:contractId/document',
];

/** Edits that no earlier test has made: what there is one of still has what that made of it. */
const UNSEEN = [5, 6, 7, 8];

describe('what two people edit at the same time', () => {
  let stage: StaffStage;

  beforeAll(async () => {
    stage = await StaffStage.open();
  });
  afterAll(() => stage.close());

  async function resource(route: string): Promise<Tried> {
    const made = await EDITED[route]?.(stage);
    if (!made) throw new Error(`nothing is made for ${route}`);
    return {
      method: route.split(' ')[0] ?? '',
      call: stage.world.admin.call.bind(stage.world.admin),
      ...made,
    };
  }

  const read = ({ call, path, readAt = path }: EditedResource) => call('GET', readAt);
  const tagOf = async (edited: EditedResource) => (await read(edited)).headers.get('etag') ?? '';

  const edit = ({ method, call, path, body }: Tried, no: number, headers = {}) =>
    call(method, path, body(no), headers);

  it('C-110 every route that edits is tried below, or is named with its reason', () => {
    const routes = stage.app.app
      .get(DeclaredRoutes)
      .all.map(({ address }) => address)
      .filter((address) => /^(PATCH|PUT) \/admin\/v1\//.test(address));
    const tried = [...Object.keys(EDITED), ...VERSIONED];
    expect(routes.sort()).toEqual([...tried, ...Object.keys(NOT_EDITED)].sort());
  });

  it.each(Object.keys(EDITED))(
    'C-110 %s with the tag of another state changes nothing',
    async (route) => {
      const edited = await resource(route);
      const seen = await tagOf(edited);
      expect(seen).toMatch(/^"[\w-]{22}"$/);
      const first = await edit(edited, 1, { 'If-Match': seen });
      expect([first.status, first.text]).toEqual([200, first.text]);
      const next = await tagOf(edited);
      expect([next, next === seen]).toEqual([first.headers.get('etag'), false]);
      const before = (await read(edited)).text;
      const late = await edit(edited, 2, { 'If-Match': seen });
      expect([late.status, late.body.code]).toEqual([412, 'if-match.changed']);
      expect([(await read(edited)).text, await tagOf(edited)]).toEqual([before, next]);
      // One of several, any, and none at all.
      for (const [no, header] of [`"other", W/${next}`, '*', undefined].entries()) {
        const headers = header === undefined ? {} : { 'If-Match': header };
        expect([header, (await edit(edited, no + 2, headers)).status]).toEqual([header, 200]);
      }
    },
  );

  it.each(Object.keys(EDITED))(
    'C-110 of parallel %s with the same tag one is made',
    async (route) => {
      const edited = await resource(route);
      const seen = await tagOf(edited);
      const tries = UNSEEN.map((no) => edit(edited, no, { 'If-Match': seen }));
      const statuses = (await Promise.all(tries)).map(({ status }) => status);
      expect(statuses.sort()).toEqual([200, 412, 412, 412]);
      // An edit that changes nothing would leave the tag to another one.
      const tags = [seen];
      for (const no of UNSEEN) tags.push((await edit(edited, no)).headers.get('etag') ?? '');
      expect(new Set(tags).size).toBe(1 + UNSEEN.length);
    },
  );

  it.each(Object.keys(EDITED))(
    'C-110 of parallel %s without a tag all are made, the last one stays',
    async (route) => {
      const edited = await resource(route);
      const answers = await Promise.all(UNSEEN.map((no) => edit(edited, no)));
      expect(answers.map(({ status }) => status)).toEqual(UNSEEN.map(() => 200));
      const tags = answers.map(({ headers }) => headers.get('etag'));
      expect(tags).toContain(await tagOf(edited));
    },
  );

  it.each(MAY_BE_ABSENT)(
    'C-111 %s with If-None-Match: * makes one, and never replaces one',
    async (route) => {
      const edited = await resource(route);
      const none = { 'If-None-Match': '*' };
      expect((await edit(edited, 1, none)).status).toBe(412);
      expect((await edited.call('DELETE', edited.path)).status).toBe(204);
      expect((await edit(edited, 1, { 'If-Match': '"of-what-was"' })).status).toBe(412);
      const tries = [1, 2, 3, 4].map((no) => edit(edited, no, none));
      const statuses = (await Promise.all(tries)).map(({ status }) => status);
      expect(statuses.sort()).toEqual([200, 412, 412, 412]);
    },
  );
});
