import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sendJson, Stage } from '../../../test/support/simulator-stage.js';

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(() => stage.close());

const person = {
  firstName: 'Ana',
  lastName: 'Prado',
  email: 'ana@example.com',
  wellhubId: '0012345678905',
  gpwId: 'gpw-29caecdf',
};

function press(button: string, fields: Record<string, string> = person): Promise<Response> {
  const url = `${stage.simulator.url}/phone/${button}`;
  return fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) });
}

describe('the phone page', () => {
  it('opens with a plausible person, who stays the same in the same browser', async () => {
    const first = await stage.call('GET', '/');
    const page = await first.text();
    const id = /value="(\d{13})"/.exec(page)?.[1];
    expect(id).toBeDefined();
    expect(page).toMatch(/value="gpw-[0-9a-f-]{36}"/);
    const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const again = await fetch(stage.simulator.url, { headers: { cookie } });
    expect(await again.text()).toContain(`value="${id}"`);
    const other = await fetch(stage.simulator.url, { headers: { cookie: 'phone=%%%' } });
    expect(other.status).toBe(200);
    expect(await other.text()).not.toContain(`value="${id}"`);
  });

  it('has a strict policy, a language, a label for every field, and no script', async () => {
    const answer = await stage.call('GET', '/');
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src/);
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
    const page = await answer.text();
    expect(page).toContain('<html lang="en">');
    expect(page).not.toMatch(/<script|<style|style=|onclick/);
    const inputs = [...page.matchAll(/<input\s[^>]*?id="(\w+)"/g)].map((match) => match[1]);
    const labels = [...page.matchAll(/<label for="(\w+)"/g)].map((match) => match[1]);
    expect(labels).toEqual(inputs);
    expect(inputs).toHaveLength(5);
  });

  it('serves its style', async () => {
    const answer = await stage.call('GET', '/phone.css');
    expect(answer.headers.get('content-type')).toMatch(/^text\/css/);
    expect(await answer.text()).toContain('max-width');
  });

  it('checks in and shows what happened, with the answer of the webhook', async () => {
    const answer = await press('check-in', { ...person, wellhubId: '001234 5678905' });
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain('Checked in');
    expect(page).toContain('200 {&quot;received&quot;:true}');
    expect(page).toContain('waiting for the gym');
    expect(JSON.parse(stage.partner.seen[0]?.body ?? '')).toMatchObject({
      event_data: { user: { unique_token: person.wellhubId, first_name: 'Ana' } },
    });
    await stage.validate(person.wellhubId);
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const later = await (await fetch(stage.simulator.url, { headers: { cookie } })).text();
    expect(later).toContain('validated: Wellhub pays this visit');
  });

  it('explains when the webhook is refused', async () => {
    stage.partner.reply = (_seen, response) =>
      sendJson(response, 401, { message: '<b>no</b>', code: 'invalid_signature' });
    const page = await (await press('check-in')).text();
    expect(page).toContain('the gym does not know yet');
    expect(page).toContain('hook or webhook secret do not match');
    expect(page).toContain('&lt;b&gt;no&lt;/b&gt;');
  });

  it('joins: registers the person and goes to the page of the gym', async () => {
    stage.partner.reply = (seen, response) =>
      seen.line === 'GET /wellhub/token'
        ? sendJson(response, 200, { access_token: 'abc' })
        : sendJson(response, 200, { redirect_link: 'https://join.example.com/?token=1' });
    const answer = await press('join');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('https://join.example.com/?token=1');
    expect(JSON.parse(stage.partner.seen[1]?.body ?? '')).toMatchObject({
      gympass_user_id: person.gpwId,
      email: person.email,
    });
  });

  it.each(['javascript:alert(1)', 'not a link'])('never goes to %s', async (link) => {
    stage.partner.reply = (_seen, response) =>
      sendJson(response, 200, { access_token: 'abc', redirect_link: link });
    const answer = await press('join');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('names no page to go to');
  });

  it('shows where the sign-up stopped', async () => {
    stage.partner.reply = (_seen, response) => sendJson(response, 403, { message: 'no' });
    expect(await (await press('join')).text()).toContain('does not know this API key');
  });

  it('shows the form again with its errors, keeps what was typed, and escapes it', async () => {
    const answer = await press('check-in', { ...person, wellhubId: '12', email: '"><script>' });
    const page = await answer.text();
    expect(answer.status).toBe(400);
    expect(page).toContain('The Wellhub id has 13 digits.');
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;"');
    expect(stage.partner.seen).toHaveLength(0);
  });

  it('becomes someone else', async () => {
    const answer = await press('someone-else');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('set-cookie')).toMatch(/^phone=;/);
  });
});
