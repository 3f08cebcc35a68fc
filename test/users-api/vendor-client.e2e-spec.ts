import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FacebookServer } from '../support/facebook.js';
import { givenUsersApi, startApp, type TestApp, type UsersWorld } from './users-stage.js';

interface Failure {
  readonly code: string;
  readonly property: string;
  readonly message: string;
}

/**
 * Written from the vendor's public page "Password updating and validation" and nothing else: its addresses, its
 * header lines, its bodies with their trailing commas. It knows a success by 200 and a failure by `errors`.
 */
class VendorClient {
  constructor(
    private readonly site: string,
    private readonly accessToken: string,
  ) {}

  signUp = (email: string) => this.ask('POST', `Users/SignUp?email=${email}`);
  /** The page names `Users/SignUpWithFacebook`, and its sample calls `Users/SignUp`. */
  signUpWithFacebook = (token: string, call = 'Users/SignUp') =>
    this.ask('POST', `${call}?facebookToken=${token}`);
  requestPasswordReset = (email: string) => this.ask('GET', `Users/ResetPassword?email=${email}`);
  sendEmailToResetPassword = (email: string) =>
    this.ask('GET', `Users/SendEmailToResetPassword?email=${email}`);
  resetPassword = (token: string, password: string) =>
    this.ask(
      'POST',
      'Users/ResetPassword',
      `{
        "resetPasswordToken": "${token}",
        "password": "${password}"      
    }`,
    );
  validateCredentials = (userName: string, password: string) =>
    this.ask(
      'POST',
      'Users/ValidateCredentials',
      `{
        "userName": "${userName}",
        "password": "${password}",     
    }`,
    );

  private async ask(method: string, path: string, body?: string) {
    const response = await fetch(`${this.site}/Api/${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${this.accessToken}`,
        'Content-Type': 'application/json',
      },
      ...(body !== undefined && { body }),
    });
    const { elements, errors } = (await response.json()) as {
      elements?: Record<string, unknown>[];
      errors?: Failure[];
    };
    return { status: response.status, element: elements?.[0] ?? {}, error: errors?.[0] };
  }
}

/** The keys of the user in the page's last sample, in its order. */
const USER_KEYS =
  `id timestamp personalId number cardNumber firstName lastName email emailAddressIsConfirmed
  photoUrl coverPhotoUrl birthDate isForeigner sex phoneNumber idCardName idCardNumber legalGuardian
  newsletterAgreement termsAndConditionsAgreement address directDebit homeClubId registeredAtClubId isActive
  isDeleted contracts`.split(/\s+/);

describe('a client of the vendor’s public page', () => {
  let app: TestApp;
  let world: UsersWorld;
  let client: VendorClient;
  let facebook: FacebookServer;
  const email = 'john.fibo@perfectgym.pl';

  beforeAll(async () => {
    facebook = await FacebookServer.start();
    app = await startApp({ facebook: facebook.settings });
    world = await givenUsersApi(app);
    client = new VendorClient(app.api.origin, world.token);
  });
  afterAll(async () => {
    await app.close();
    await facebook.stop();
  });

  it('signs a user up, sets the password and validates the credentials (U-12, U-18, U-25)', async () => {
    const signedUp = await client.signUp(email);
    expect(signedUp.status).toBe(200);
    const token = signedUp.element['resetPasswordToken'] as string;
    expect(token).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

    const updated = await client.resetPassword(token, 'new_password');
    expect(updated.status).toBe(200);
    expect(USER_KEYS.filter((key) => !(key in updated.element))).toEqual([]);
    expect(updated.element).toMatchObject({
      email,
      cardNumber: '',
      photoUrl: '',
      address: { country: '', city: '', postalCode: '', line1: '', line2: '' },
      contracts: [],
    });

    const valid = await client.validateCredentials(email, 'new_password');
    expect(valid).toMatchObject({ status: 200, element: { id: updated.element['id'], email } });
    expect(await client.validateCredentials(email, 'password')).toMatchObject({
      status: 400,
      error: { code: 'InvalidUserNameOrPassword', property: '', message: '' },
    });
  });

  it('updates a forgotten password with a token it requested (U-17)', async () => {
    const { element } = await client.requestPasswordReset(email);
    const token = element['resetPasswordToken'] as string;
    expect((await client.resetPassword(token, 'newer_password')).status).toBe(200);
    expect((await client.validateCredentials(email, 'newer_password')).status).toBe(200);
  });

  it('has the mail sent, and reads why one was not (U-22, U-23)', async () => {
    expect(await client.sendEmailToResetPassword(email)).toMatchObject({
      status: 200,
      element: { ResultStatus: 'Success' },
    });
    expect(await client.sendEmailToResetPassword('nobody@example.com')).toMatchObject({
      status: 400,
      error: { code: 'InvalidToken', property: '', message: '' },
    });
  });

  it('signs a user up with Facebook, by both of its addresses, and gets the error of a bad token in the same form (U-16)', async () => {
    facebook.users.set('FACEBOOK_TOKEN', { id: '100004', email: 'nowak@example.com' });
    const signedUp = await client.signUpWithFacebook('FACEBOOK_TOKEN');
    expect(signedUp).toMatchObject({ status: 200, element: { email: 'nowak@example.com' } });
    expect(USER_KEYS.filter((key) => !(key in signedUp.element))).toEqual([]);
    const again = await client.signUpWithFacebook('FACEBOOK_TOKEN', 'Users/SignUpWithFacebook');
    expect(again).toMatchObject({ status: 200, element: { id: signedUp.element['id'] } });
    const { status, error } = await client.signUpWithFacebook('ANOTHER_TOKEN');
    expect({ status, code: error?.code }).toEqual({ status: 400, code: 'InvalidFacebookUser' });
  });
});
