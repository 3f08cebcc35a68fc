import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { startApp, type TestApp } from '../support/test-app.js';

const UNKNOWN = '/v1/customers/999999999/access-code';

describe('the language of errors on the Open API', () => {
  let app: TestApp;
  let world: GateWorld;

  beforeAll(async () => {
    app = await startApp();
    world = await givenADoor(app, { gym: { language: 'pt' } });
  });
  afterAll(() => app.close());

  const PORTUGUESE = 'Este cliente não existe';
  /** The client sends no header of its own when none is given. */
  const told = async (language?: string, path = UNKNOWN, api = world.codeApi) => {
    const headers = language === undefined ? {} : { 'Accept-Language': language };
    const response = await rawGet(`${app.api.origin}${path}`, {
      'X-Api-Key': (api as unknown as { key: string }).key,
      ...headers,
    });
    return JSON.parse(response) as { errorMessage: string; errorCode: string };
  };

  it.each([
    ['de', 'Diesen Kunden gibt es nicht'],
    ['de-LU', 'Diesen Kunden gibt es nicht'],
    ['es-MX, en;q=0.5', 'Este cliente no existe'],
    ['pt-BR', PORTUGUESE],
    ['pt_BR', PORTUGUESE],
    ['*', PORTUGUESE],
    ['xx, *;q=0.5', PORTUGUESE],
    ['*;q=0.1, de', 'Diesen Kunden gibt es nicht'],
    ['xx', 'There is no such customer'],
    ['en', 'There is no such customer'],
  ])('O-8 for Accept-Language %s the text is "%s", the code stays', async (language, text) => {
    const { errorMessage, errorCode } = await told(language);
    expect([errorCode, errorMessage]).toEqual(['CUSTOMER_NOT_FOUND', text]);
  });

  it('O-8 without the header it is the language of the gym that the key acts for', async () => {
    expect((await told()).errorMessage).toBe(PORTUGUESE);
    const german = await world.gym({ language: 'de' });
    const wide = await world.keyed(['CUSTOMER_READ']);
    expect((await told(undefined, UNKNOWN, wide)).errorMessage).toBe('There is no such customer');
    const narrowed = await world.keyed(['CUSTOMER_READ'], { gymId: german });
    expect((await told(undefined, UNKNOWN, narrowed)).errorMessage).toBe(
      'Diesen Kunden gibt es nicht',
    );
    const named = await told(undefined, `${UNKNOWN}?studioId=${german}`, wide);
    expect(named.errorMessage).toBe('Diesen Kunden gibt es nicht');
    const scope = await told(undefined, '/v1/devices', narrowed);
    expect(scope.errorMessage).toBe('Dem API-Schlüssel fehlt die Berechtigung DEVICE_READ');
  });

  it('O-8 without the header a door answers in the language of its gym, with it in that of the caller', async () => {
    const scan = (headers: Record<string, string>) =>
      rawPost(
        `${app.api.origin}/open-api/device/cardreader/identification`,
        { Authorization: `Bearer ${world.deviceToken}`, ...headers },
        JSON.stringify({ identification: { type: 'QR_CODE', value: '0000000000000000000' } }),
      );
    expect(JSON.parse(await scan({})).errorMessage).toBe('Este código não é conhecido aqui');
    expect(JSON.parse(await scan({ 'Accept-Language': 'de' })).errorMessage).toBe(
      'Dieser Code ist hier nicht bekannt',
    );
  });
});

/** `fetch` adds an `Accept-Language` of its own; doors do not. */
const rawGet = (url: string, headers: Record<string, string>) => raw('GET', url, headers);
const rawPost = (url: string, headers: Record<string, string>, body: string) =>
  raw('POST', url, { 'Content-Type': 'application/json', ...headers }, body);

async function raw(
  method: string,
  url: string,
  headers: Record<string, string>,
  body?: string,
): Promise<string> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    const call = request(url, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve(text));
    });
    call.on('error', reject);
    call.end(body);
  });
}
