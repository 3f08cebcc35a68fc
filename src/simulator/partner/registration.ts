import type { RegisterCommand } from './commands.js';
import { callPartner, isAccepted, type PartnerAnswer } from './partner-call.js';
import type { Target } from './target.js';

const TOKEN_WITHIN_MS = 1_000;
const USERS_WITHIN_MS = 3_000;

/** Both exchanges of a registration, as they went; a sandbox hides nothing. */
export interface RegisterOutcome {
  readonly token: PartnerAnswer;
  /** Missing when there was no token to go on with. */
  readonly users?: PartnerAnswer;
  readonly redirectLink?: string;
}

/** What Wellhub does when a person chooses the gym: fetch a token, register the user, get the link (2.1, 2.2). */
export async function register(target: Target, command: RegisterCommand): Promise<RegisterOutcome> {
  const apiKey = command.apiKey ?? target.apiKey;
  const base = `${target.baseUrl}${target.registrationPath ?? '/wellhub'}`;
  const token = await callPartner(
    `${base}/token`,
    {
      headers: { 'X-Api-Key': apiKey, 'Content-Type': 'application/json' },
    },
    TOKEN_WITHIN_MS,
  );
  const accessToken = textField(token.body, 'access_token');
  if (!isAccepted(token) || accessToken === undefined) return { token };
  const users = await callPartner(
    `${base}/users`,
    {
      method: 'POST',
      headers: { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(wireUser(command)),
    },
    USERS_WITHIN_MS,
  );
  const redirectLink = textField(users.body, 'redirect_link');
  return redirectLink === undefined ? { token, users } : { token, users, redirectLink };
}

function wireUser(command: RegisterCommand): object {
  return {
    gympass_user_id: command.gpwId,
    email: command.email,
    first_name: command.firstName,
    last_name: command.lastName,
    origin: command.origin,
    user_status: command.userStatus,
    country_code: command.countryCode,
  };
}

function textField(body: unknown, name: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const value: unknown = Reflect.get(body, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
