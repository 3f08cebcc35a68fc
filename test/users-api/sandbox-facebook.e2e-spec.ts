import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SANDBOX_FACEBOOK } from '../../src/platform/config/read-settings.js';
import { freePort } from '../support/replica.js';
import {
  authorize,
  bearer,
  givenUsersApi,
  startApp,
  type TestApp,
  type UsersWorld,
} from './users-stage.js';

const error = (code: string) => ({ errors: [{ code, property: '', message: '' }] });

describe('the Facebook that the sandbox simulates', () => {
  let app: TestApp;
  let world: UsersWorld;

  beforeAll(async () => {
    const port = await freePort();
    const graphUrl = `http://127.0.0.1:${port}/sandbox/facebook`;
    app = await startApp({ port, facebook: { ...SANDBOX_FACEBOOK, graphUrl } });
    world = await givenUsersApi(app);
  });
  afterAll(() => app.close());

  const signUp = (token: string) =>
    world.employee.post(`/Api/Users/SignUpWithFacebook?facebookToken=${encodeURIComponent(token)}`);

  it('U-16 signs a person up and in by a token of the documented form, as the same person each time', async () => {
    const token = 'facebook:ana.face@example.com';
    const { status, body } = await signUp(token);
    expect(status).toBe(200);
    const [user] = body.elements;
    expect(user).toMatchObject({ email: 'ana.face@example.com', hasPassword: false });
    expect(user.facebookId).toMatch(/^\d{18}$/);
    expect((await signUp(token)).body.elements[0]).toMatchObject({ id: user.id });
    const fields = { grant_type: 'password', facebookToken: token, partner: world.slug };
    const { access_token: own } = (await authorize(app.api, fields)).body;
    expect((await bearer(app.api, own).get('/Api/Users/ClubVisits')).status).toBe(200);
  });

  it('U-16 knows no other user, and can be down', async () => {
    for (const nobody of ['facebook:', 'facebook:no-address', 'anything'])
      expect(await signUp(nobody)).toMatchObject({
        status: 400,
        body: error('InvalidFacebookUser'),
      });
    const down = await signUp('facebook-down');
    expect(down).toMatchObject({ status: 400, body: error('FacebookNotAvailable') });
  });

  it('reveals its secrets to the app only', async () => {
    const token = 'facebook:ana.face@example.com';
    for (const query of [`?input_token=${token}`, `?input_token=${token}&access_token=1|x`, '?a&a'])
      expect((await app.api.get(`/sandbox/facebook/debug_token${query}`)).status).toBe(400);
    for (const query of ['', `?access_token=${token}`, `?access_token=${token}&appsecret_proof=x`])
      expect((await app.api.get(`/sandbox/facebook/me${query}`)).status).toBe(400);
  });
});
