import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoredFiles } from '../../src/customers/index.js';
import type { Api } from '../support/api.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex');
const PNG = Buffer.from('89504e470d0a1a0a0000000d', 'hex');
const MARK = Buffer.from('\uFEFF');
const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n');
const HTML = Buffer.from('<!doctype html><script>alert(1)</script>');
const MIB = 1024 * 1024;

describe('/admin/v1 photos and documents', () => {
  let app: TestApp;
  let world: World;
  let admin: Api;
  let customerId: number;
  let contractId: number;
  let photo: string;

  const given = async () =>
    (await admin.post(`/admin/v1/partners/${world.partnerId}/customers`, {})).body.id as number;
  const timestampOf = async (id: number) =>
    (await admin.get(`/admin/v1/customers/${id}`)).body.timestamp as number;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    admin = world.admin;
    customerId = await given();
    photo = `/admin/v1/customers/${customerId}/photo`;
    const partner = `/admin/v1/partners/${world.partnerId}`;
    const contract = await admin.post(`/admin/v1/customers/${customerId}/contracts`, {
      membershipId: (await admin.post(`${partner}/memberships`, { name: 'Open' })).body.id,
      paymentPlanId: (await admin.post(`${partner}/payment-plans`, { name: 'Open' })).body.id,
      startDate: '2026-01-01',
    });
    contractId = contract.body.id;
  });
  afterAll(() => app.close());

  const placeOf = (name: string) =>
    name === 'document'
      ? `/admin/v1/contracts/${contractId}/document`
      : `/admin/v1/customers/${customerId}/${name}`;
  const read = async (path: string) => {
    const key = world.admin['headers' as never] as Record<string, string>;
    const response = await fetch(`${admin.origin}${path}`, { headers: key });
    return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  };

  it.each([
    ['photo', JPEG, 'image/jpeg', 'PHOTO'],
    ['photo', PNG, 'image/png', 'PHOTO'],
    ['cover-photo', PNG, 'image/png', 'COVER_PHOTO'],
    ['direct-debit-document', PDF, 'application/pdf', 'DIRECT_DEBIT_DOCUMENT'],
    ['direct-debit-document', JPEG, 'image/jpeg', 'DIRECT_DEBIT_DOCUMENT'],
    ['document', PDF, 'application/pdf', 'CONTRACT_DOCUMENT'],
    ['document', Buffer.concat([MARK, PDF]), 'application/pdf', 'CONTRACT_DOCUMENT'],
    [
      'document',
      Buffer.concat([Buffer.from('\r\n \0'), PDF]),
      'application/pdf',
      'CONTRACT_DOCUMENT',
    ],
    [
      'direct-debit-document',
      Buffer.concat([MARK, Buffer.from('\n'), PDF]),
      'application/pdf',
      'DIRECT_DEBIT_DOCUMENT',
    ],
  ])(
    'U-33 takes a %s, finds its type in its bytes, and serves it',
    async (name, file, type, kind) => {
      const path = placeOf(name);
      const put = await admin.put(path, file, { 'Content-Type': 'text/html' });
      expect(put.status).toBe(200);
      expect(put.body).toEqual({
        id: expect.any(Number),
        kind,
        customerId,
        contractId: name === 'document' ? contractId : null,
        mediaType: type,
        size: file.length,
        createdAt: expect.any(String),
      });
      const { headers, bytes } = await read(path);
      expect(bytes).toEqual(file);
      expect(headers.get('content-type')).toBe(type);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('private, no-store');
      const disposition = name.endsWith('document') ? 'attachment' : null;
      expect(headers.get('content-disposition')).toBe(disposition);
      const stored = await app.app.get(StoredFiles).read(world.partnerId, put.body.id);
      expect(stored).toMatchObject({ kind, customerId, mediaType: type, bytes: file });
    },
  );

  it.each([
    ['photo', 'HTML', HTML, 415],
    ['photo', 'HTML that pretends by its header', HTML, 415, 'image/png'],
    ['photo', 'a PDF', PDF, 415],
    ['cover-photo', 'a PDF', PDF, 415],
    ['photo', 'JSON', Buffer.from('{"a":1}'), 415],
    ['photo', 'half a signature', PNG.subarray(0, 4), 415],
    ['photo', 'an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415],
    ['document', 'HTML', HTML, 415],
    ['photo', 'a picture behind a byte order mark', Buffer.concat([MARK, PNG]), 415],
    ['photo', 'a PDF behind a line end', Buffer.concat([Buffer.from('\n'), PDF]), 415],
    [
      'document',
      'a PDF behind two kilobytes of blanks',
      Buffer.concat([Buffer.alloc(2_048, 32), PDF]),
      415,
    ],
    ['document', 'a signature that comes later', Buffer.concat([HTML, PDF]), 415],
    ['direct-debit-document', 'nothing', Buffer.alloc(0), 400],
    ['photo', 'nothing as JSON', Buffer.alloc(0), 400, 'application/json'],
  ])(
    'U-33 as %s refuses %s and keeps what was there',
    async (name, _, file, status, type = 'text/plain') => {
      const path = placeOf(name);
      const before = (await admin.put(path, PNG)).body;
      const answer = await admin.put(path, file, { 'Content-Type': type });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        status,
        'application/problem+json; charset=utf-8',
      ]);
      expect(answer.body.code).toBe(status === 400 ? 'request.invalid' : 'file.unsupported');
      expect((await read(path)).bytes).toEqual(PNG);
      expect(await app.app.get(StoredFiles).read(world.partnerId, before.id)).toBeDefined();
    },
  );

  it('takes 5 MiB, not a byte more, however it is sent; other addresses stay at 64 KiB', async () => {
    const largest = Buffer.concat([PNG, Buffer.alloc(5 * MIB - PNG.length)]);
    expect((await admin.put(photo, largest)).body.size).toBe(5 * MIB);
    expect((await read(photo)).bytes.equals(largest)).toBe(true);
    const larger = Buffer.concat([largest, Buffer.alloc(1)]);
    expect(await statusOfPut(photo, larger)).toBe(413);
    expect(await statusOfPut(photo, larger, true)).toBe(413);
    const restriction = `/admin/v1/customers/${customerId}/restriction`;
    expect((await admin.put(restriction, { reason: 'x'.repeat(70_000) })).status).toBe(413);
    expect((await read(photo)).bytes).toHaveLength(5 * MIB);
  });

  /** `fetch` cannot send a body with and without a content length and survive an early answer. */
  const statusOfPut = (path: string, body: Buffer, chunked = false) =>
    new Promise<number>((resolve, reject) => {
      const key = world.admin['headers' as never] as Record<string, string>;
      const length = chunked ? {} : { 'Content-Length': String(body.length) };
      const call = request(
        `${admin.origin}${path}`,
        { method: 'PUT', headers: { ...key, ...length, 'Content-Type': 'image/png' } },
        (response) => {
          resolve(response.statusCode ?? 0);
          response.resume();
        },
      );
      // The service may hang up on the rest of a body that it has refused.
      call.on('error', (error: NodeJS.ErrnoException) =>
        /EPIPE|ECONNRESET/.test(error.code ?? '') ? undefined : reject(error),
      );
      call.end(body);
    });

  it('U-33 assigns another file another id, and its owner another timestamp', async () => {
    const id = await given();
    const path = `/admin/v1/customers/${id}/photo`;
    const before = await timestampOf(id);
    const first = (await admin.put(path, PNG)).body;
    const between = await timestampOf(id);
    const second = (await admin.put(path, JPEG)).body;
    expect(second.id).not.toBe(first.id);
    expect(between).toBeGreaterThan(before);
    expect(await timestampOf(id)).toBeGreaterThan(between);
    expect(await app.app.get(StoredFiles).read(world.partnerId, first.id)).toBeUndefined();
  });

  it("a contract's document raises the timestamp of the contract and not of the person", async () => {
    const contract = async () =>
      (await admin.get(`/admin/v1/customers/${customerId}/contracts/${contractId}`)).body.timestamp;
    const before = [await timestampOf(customerId), await contract()] as const;
    await admin.put(placeOf('document'), PDF);
    expect(await timestampOf(customerId)).toBe(before[0]);
    expect(await contract()).toBeGreaterThan(before[1]);
  });

  it('removes a file; a second removal and a read answer 404', async () => {
    const id = await given();
    const path = `/admin/v1/customers/${id}/cover-photo`;
    await admin.put(path, PNG);
    const before = await timestampOf(id);
    expect((await admin.delete(path)).status).toBe(204);
    expect(await timestampOf(id)).toBeGreaterThan(before);
    expect((await admin.delete(path)).body.code).toBe('file.not-found');
    expect((await admin.get(path)).body.code).toBe('file.not-found');
  });

  it('keeps one photo when two are sent at once', async () => {
    const path = `/admin/v1/customers/${await given()}/photo`;
    const answers = await Promise.all([PNG, JPEG, PNG, JPEG].map((file) => admin.put(path, file)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const of = 'select count(*)::int as n from files where customer_id = $1';
    expect(await app.sql(of, [answers[0]!.body.customerId])).toEqual([{ n: 1 }]);
  });

  it('U-33 answers unknown and foreign owners alike', async () => {
    const foreign = (await givenAPartner(app, { connection: false })).admin;
    for (const [path, code] of [
      [photo, 'customer.not-found'],
      [`/admin/v1/customers/999999999/photo`, 'customer.not-found'],
      [`/admin/v1/customers/abc/photo`, 'customer.not-found'],
      [placeOf('document'), 'contract.not-found'],
      ['/admin/v1/contracts/999999999/document', 'contract.not-found'],
      ['/admin/v1/contracts/0/document', 'contract.not-found'],
    ] as const) {
      const answers = [await foreign.get(path), await foreign.delete(path)];
      answers.push(await foreign.put(path, PNG));
      for (const answer of answers) expect([answer.status, answer.body.code]).toEqual([404, code]);
    }
  });

  it('hides from a key of one gym what belongs to people of another', async () => {
    const narrowed = await world.keyed(['CUSTOMER_READ', 'CUSTOMER_WRITE'], {
      gymId: world.gymId,
    });
    expect((await narrowed.put(photo, PNG)).body.code).toBe('customer.not-found');
    expect((await narrowed.get(placeOf('document'))).body.code).toBe('contract.not-found');
  });

  it('answers 403 for writing with CUSTOMER_READ, and 401 without a credential', async () => {
    const reader = await world.keyed(['CUSTOMER_READ']);
    expect((await reader.put(photo, PNG)).status).toBe(403);
    expect((await app.api.put(photo, PNG)).status).toBe(401);
    expect((await app.api.get(photo)).status).toBe(401);
  });
});
