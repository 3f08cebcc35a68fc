import { randomUUID } from 'node:crypto';
import type { Answer, Api } from './api.js';
import type { TestApp } from './test-app.js';
import type { World } from './world.js';

/** Wellhub as a partner's registration end points see it: it holds a key, fetches tokens, registers users. */
export interface Wellhub {
  /** Calls with a fresh access token. */
  readonly api: Api;
  register(fields?: Record<string, unknown>): Promise<Answer>;
  /** Registers and returns the link; fails loudly when there is none. */
  link(fields?: Record<string, unknown>): Promise<URL>;
  /** The link token of a fresh registration. */
  token(fields?: Record<string, unknown>): Promise<string>;
}

export const newGpwId = (): string => `gpw-${randomUUID()}`;

export async function givenWellhub({ api }: TestApp, world: World): Promise<Wellhub> {
  const { key } = await world.keyed(['WELLHUB_REGISTRATION']);
  const { body } = await api.get('/wellhub/token', { 'X-Api-Key': key });
  const asWellhub = api.with({ Authorization: `Bearer ${body.access_token}` });
  const register = (fields = {}) =>
    asWellhub.post('/wellhub/users', { gympass_user_id: newGpwId(), ...fields });
  const link = async (fields = {}) => {
    const answer = await register(fields);
    if (answer.status !== 200) throw new Error(`registration failed: ${answer.text}`);
    return new URL(answer.body.redirect_link);
  };
  const token = async (fields = {}) => (await link(fields)).searchParams.get('token') ?? '';
  return { api: asWellhub, register, link, token };
}
