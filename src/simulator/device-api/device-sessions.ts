import { randomBytes } from 'node:crypto';
import { InvalidInput } from '../http/input.js';

/** As every device leaves the factory; the first thing to change. */
const FACTORY = { login: 'admin', password: 'admin' };
const MOST = 100;

/** Who is logged in at the device's own API. */
export class DeviceSessions {
  private account = FACTORY;
  private sessions: string[] = [];

  /** @returns undefined with a wrong name or password */
  logIn(login: unknown, password: unknown): string | undefined {
    if (login !== this.account.login || password !== this.account.password) return undefined;
    const session = randomBytes(12).toString('hex');
    this.sessions = [session, ...this.sessions].slice(0, MOST);
    return session;
  }

  isValid(session: unknown): boolean {
    return typeof session === 'string' && this.sessions.includes(session);
  }

  logOut(session: unknown): void {
    this.sessions = this.sessions.filter((one) => one !== session);
  }

  changeAccount(login: unknown, password: unknown): void {
    if (typeof login !== 'string' || typeof password !== 'string' || !login || !password)
      throw new InvalidInput("'login' and 'password' must be text");
    this.account = { login, password };
  }
}
