import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import PostalMime from 'postal-mime';
import { PostOffice, refusal, type ReceivedMail } from '../support/post-office.js';
import { givenUsersApi, PASSWORD, startApp, type TestApp, type UsersWorld } from './users-stage.js';

const OTHER = 'quite another long one';
const PATH = '/Api/Users/SendEmailToResetPassword?email=';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SUCCESS = { status: 200, body: { elements: [{ ResultStatus: 'Success' }] } };
const error = (code: string) => ({
  status: 400,
  body: { errors: [{ code, property: '', message: '' }] },
});

describe('the mails of /Api, by a real mail server', () => {
  const office = new PostOffice();
  let app: TestApp;
  let world: UsersWorld;

  beforeAll(async () => {
    app = await startApp({ smtpUrl: await office.open(), publicUrl: 'https://gym.example.com' });
    world = await givenUsersApi(app);
  });
  afterEach(() => {
    office.refuseData = undefined;
    office.silent = false;
  });
  afterAll(async () => {
    await app.close();
    await office.close();
  });

  const send = async (email: string) => {
    const { status, body } = await world.employee.get(`${PATH}${email}`);
    return { status, body };
  };
  const handed = async (email: string) =>
    (await world.employee.post(`/Api/Users/SignUp?email=${email}`)).body.elements[0]
      .resetPasswordToken as string;
  const reset = async (resetPasswordToken: string, password = PASSWORD) => {
    const sent = { resetPasswordToken, password };
    const { status, body } = await world.employee.post('/Api/Users/ResetPassword', sent);
    return { status, body };
  };
  /** The links in the mails to somebody that have one, oldest first. */
  async function links(email: string, mails: readonly ReceivedMail[] = office.received) {
    const theirs = mails.filter(({ to }) => to.includes(email));
    const texts = await Promise.all(theirs.map(async ({ raw }) => PostalMime.parse(raw)));
    return texts.flatMap(({ text = '' }) => /https?:\/\/\S+/.exec(text)?.[0] ?? []);
  }
  const tokenOf = (link = 'no:link') => new URL(link).searchParams.get('token') ?? '';

  /** As no well-behaved client does: the address of the server is ours, its name another one. */
  const sendAs = (host: string, email: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = {
        Host: host,
        'X-Forwarded-Host': host,
        Forwarded: `host=${host}`,
        Authorization: `Bearer ${world.token}`,
      };
      request(`${app.api.origin}${PATH}${email}`, { headers }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode));
      })
        .on('error', reject)
        .end();
    });

  it('U-22 sends one mail whose link on the configured origin holds a token that works, whatever Host contains', async () => {
    const email = 'mail@example.com';
    const before = await handed(email);
    expect(await sendAs('evil.example', email)).toBe(200);
    expect(office.received.filter(({ to }) => to.includes(email))).toHaveLength(1);
    expect(office.received.at(-1)?.raw.toString()).not.toContain('evil');
    const [link] = await links(email);
    expect(link).toMatch(`https://gym.example.com/${world.slug}/confirm?token=`);
    expect(tokenOf(link)).toMatch(UUID);
    expect(await reset(before)).toEqual(error('InvalidToken'));
    const { status, body } = await reset(tokenOf(link));
    expect(status).toBe(200);
    expect(body.elements[0]).toMatchObject({ email, emailAddressIsConfirmed: true });
  });

  it.each([
    ['refuses the words', () => void (office.refuseData = refusal(554))],
    ['hangs after the words', () => void (office.silent = true)],
  ])(
    'U-23 answers UnableSendEmail when the server %s: the new token is dead, the earlier one lives',
    async (_, trouble) => {
      const email = `trouble.${office.offered.length}@example.com`;
      const before = await handed(email);
      trouble();
      expect(await send(email)).toEqual(error('UnableSendEmail'));
      const [link] = await links(email, office.offered);
      expect(tokenOf(link)).toMatch(UUID);
      expect(await reset(tokenOf(link))).toEqual(error('InvalidToken'));
      expect((await reset(before)).status).toBe(200);
    },
  );

  it('U-24 sends five mails in an hour and not a sixth, however many security mails were sent; the fifth link works', async () => {
    const email = 'often@example.com';
    // A new password is told by mail: that notice is none of the five.
    await world.person(email);
    for (let sent = 0; sent < 5; sent += 1) expect(await send(email)).toEqual(SUCCESS);
    expect(await send(email)).toEqual(error('UnableSendEmail'));
    const mailed = await links(email);
    expect(mailed).toHaveLength(5);
    expect(await reset(tokenOf(mailed[3]), OTHER)).toEqual(error('InvalidToken'));
    expect((await reset(tokenOf(mailed[4]), OTHER)).status).toBe(200);
    // One who was given five links in an hour gets no further one, also after a reset.
    expect(await send(email)).toEqual(error('UnableSendEmail'));
    expect(await links(email)).toHaveLength(5);
  });
});
