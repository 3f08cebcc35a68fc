import { Api, type Answer } from '../support/api.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** A partner whose software uses `/Api`, and how it gets its tokens. */
export interface UsersWorld extends World {
  readonly keyId: string;
  readonly key: string;
  /** Of employee mode. */
  readonly token: string;
  /** Calls in employee mode. */
  readonly employee: Api;
  /** Makes a customer; `email` and the like come from `values`. */
  customer(values?: object): Promise<number>;
  /** Makes a customer with an account and this password, and logs in: calls in end-user mode. */
  person(email: string, password?: string): Promise<{ api: Api; userId: number }>;
}

export const PASSWORD = 'four words and a horse';

export const authorize = (api: Api, fields: Record<string, string>): Promise<Answer> =>
  api.post('/Api/oauth/authorize', new URLSearchParams(fields).toString(), FORM);

export const employeeForm = (key: string) => ({
  grant_type: 'password',
  username: key.slice(0, 17),
  password: key,
});

export const bearer = (api: Api, token: string): Api =>
  new Api(api.origin, { Authorization: `Bearer ${token}` });

export async function employeeToken(app: TestApp, key: string): Promise<string> {
  const { status, body, text } = await authorize(app.api, employeeForm(key));
  if (status !== 200) throw new Error(`no token: ${text}`);
  return body.access_token;
}

/** The calls of a key in employee mode. */
export const employeeOf = async (app: TestApp, key: string): Promise<Api> =>
  bearer(app.api, await employeeToken(app, key));

export async function givenUsersApi(app: TestApp): Promise<UsersWorld> {
  const world = await givenAPartner(app, { gym: { name: 'Fit Centro' } });
  const home = `/admin/v1/partners/${world.partnerId}`;
  const { key } = await world.keyed(['USERS_API']);
  const keys = await world.admin.get(`${home}/api-keys?limit=200`);
  const keyId = keys.body.items.find(({ prefix }: { prefix: string }) => key.startsWith(prefix)).id;
  const token = await employeeToken(app, key);
  const employee = bearer(app.api, token);
  const customer = async (values: object = {}) => {
    const made = await world.admin.post(`${home}/customers`, values);
    if (made.status !== 201) throw new Error(`no customer: ${made.text}`);
    return made.body.id as number;
  };
  const person = async (email: string, password = PASSWORD) => {
    const signed = await employee.post(`/Api/Users/SignUp?email=${encodeURIComponent(email)}`);
    const resetPasswordToken = signed.body.elements[0].resetPasswordToken as string;
    const reset = await employee.post('/Api/Users/ResetPassword', { resetPasswordToken, password });
    if (reset.status !== 200) throw new Error(`no password: ${reset.text}`);
    const fields = {
      grant_type: 'password',
      username: email,
      password,
      partner: world.slug,
    };
    const { body } = await authorize(app.api, fields);
    return { api: bearer(app.api, body.access_token), userId: reset.body.elements[0].id as number };
  };
  return { ...world, keyId, key, token, employee, customer, person };
}

export { startApp, type TestApp };
