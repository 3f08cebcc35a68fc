import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DeviceStage, grantTo } from '../../../test/support/device-stage.js';

let device: DeviceStage;

beforeEach(async () => {
  device = await DeviceStage.open({ localCards: ['528280977448'] });
  device.answerTo = ({ line }) => (line.includes('/new_') ? grantTo() : '');
});

afterEach(() => device.close());

const page = async (query = '') => (await device.stage.call('GET', `/device${query}`)).text();

const press = (button: string, fields: Record<string, string> = {}) =>
  fetch(`${device.stage.simulator.url}/device/${button}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
  });

describe('the page of the simulated device', () => {
  it('is Portuguese first, English by a link, with a strict policy and no script', async () => {
    const answer = await device.stage.call('GET', '/device');
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src/);
    const text = await answer.text();
    expect(text).toContain('<html lang="pt-BR">');
    expect(text).toContain('A catraca');
    expect(text).not.toMatch(/<script|<style|style=|onclick/);
    expect(await page('?lang=en')).toContain('The turnstile');
    const css = await device.stage.call('GET', '/device.css');
    expect(css.headers.get('content-type')).toMatch(/^text\/css/);
  });

  it('has a label for every field, and never shows the address with its secret', async () => {
    const text = await page();
    const fields = [...text.matchAll(/<(?:input|select|textarea)\s[^>]*?id="(\w+)"/g)];
    const labels = [...text.matchAll(/<label for="(\w+)"/g)].map(([, name]) => name);
    expect(labels).toEqual(fields.map(([, name]) => name));
    expect(labels).toHaveLength(14);
    expect(text).toContain('/cid/***');
    expect(text).not.toContain('A1b2C3d4E5f6G7h8I9j0Kl');
  });

  it('presents a code, shows the grant, and repeats it with the same uuid', async () => {
    const answer = await press('present', { thing: 'qr', content: ' 0049267681211943991 ' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/device?lang=pt']);
    const text = await page();
    expect(text).toContain('Acesso liberado');
    expect(text).toContain('Liberado no sentido horário');
    expect(text).toContain('Todas as respostas seguem o contrato.');
    await press('again');
    const [first, second] = device
      .seen('/new_card.fcgi')
      .map(({ body }) => new URLSearchParams(body));
    expect(second?.get('uuid')).toBe(first?.get('uuid'));
  });

  it('shows what an answer gets wrong, escaped', async () => {
    device.answerTo = () => '{"result":{"event":"<b>"}}';
    await press('present', { thing: 'card', content: '1' });
    const text = await page();
    expect(text).toContain('desvios do contrato');
    expect(text).toContain('&quot;&lt;b&gt;&quot;');
    expect(text).not.toContain('<b>');
  });

  it('turns the arm, loses the report, cuts the network and goes back', async () => {
    await press('turn', { turn: 'right' });
    await press('turn', { turn: 'left', lost: 'on' });
    expect(device.seen('/catra_event')).toHaveLength(1);
    await press('network', { state: 'down' });
    await press('present', { thing: 'card', content: '528280977448', lang: 'en' });
    expect(await page('?lang=en')).toContain('decided by the device alone');
    expect(await page()).toContain('Contingência');
    await press('network', { state: 'up' });
    await press('tick');
    expect(await page()).toContain('On-line');
    await press('poll');
    await press('clear');
    expect(await page()).toContain('Ninguém passou ainda.');
  });

  it('saves settings; an empty address keeps the one that is set', async () => {
    const settings = { model: 'IDFACE', deviceId: '12', maxRequestAttempts: '2', address: '' };
    await press('settings', { ...settings, localCards: '0077\n88' });
    expect(await device.view()).toMatchObject({
      state: {
        model: 'IDFACE',
        deviceId: '12',
        localCards: ['77', '88'],
        address: expect.any(String),
      },
    });
    expect(await page()).toContain('Porta fechada');
  });

  it.each([
    ['present', { thing: 'card', content: 'abc' }],
    ['turn', { turn: 'around' }],
    ['network', { state: 'gone' }],
    ['settings', { deviceId: 'abc' }],
  ])('says what is wrong with a form of %s, and keeps what was typed', async (button, fields) => {
    const answer = await press(button, fields);
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(text).toContain('Isso não deu certo');
    const typed = 'content' in fields ? fields.content : '';
    expect(text).toContain(`value="${typed}"`);
  });

  it('knows no other button', async () => {
    expect((await press('constructor')).status).toBe(404);
  });
});
