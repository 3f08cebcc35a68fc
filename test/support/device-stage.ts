import * as http from 'node:http';
import { Stage, type Seen } from './simulator-stage.js';

const SECRET = 'A1b2C3d4E5f6G7h8I9j0Kl';

/** The simulated device, before a server that answers as it is told. */
export class DeviceStage {
  answerTo: (seen: Seen) => string = () => '';
  status = 200;

  private constructor(readonly stage: Stage) {}

  static async open(settings: object = {}): Promise<DeviceStage> {
    const device = new DeviceStage(await Stage.open());
    const { partner, target } = device.stage;
    partner.reply = (seen, response) => device.reply(seen, response);
    const address = `${target.baseUrl}/cid/${SECRET}`;
    await device.put('/control/device', { address, pushEverySeconds: 0, ...settings });
    return device;
  }

  close(): Promise<void> {
    return this.stage.close();
  }

  /** The requests of the device, without its secret, each as `line body`. */
  seen(path = ''): Seen[] {
    return this.stage.partner.seen
      .map((seen) => ({ ...seen, line: seen.line.replace(`/cid/${SECRET}`, '') }))
      .filter(({ line }) => line.includes(path));
  }

  async post<T = Record<string, unknown>>(path: string, body: object): Promise<T> {
    return (await (await this.stage.call('POST', path, body)).json()) as T;
  }

  async put(path: string, body: object): Promise<void> {
    const answer = await this.stage.call('PUT', path, body);
    if (answer.status !== 200) throw new Error(await answer.text());
  }

  async view<T = Record<string, unknown>>(): Promise<T> {
    return (await (await this.stage.call('GET', '/control/device')).json()) as T;
  }

  private reply(seen: Seen, response: http.ServerResponse): void {
    const body = this.status === 200 ? this.answerTo(seen) : '';
    const type = body === '' ? {} : { 'Content-Type': 'application/json' };
    const headers = { 'Content-Length': body.length, 'Cache-Control': 'no-store', ...type };
    response.writeHead(this.status, headers).end(body);
  }
}

export const grantTo = (userId = 4711): string =>
  `{"result":{"event":7,"user_id":${userId},"user_name":"","user_image":false,"portal_id":1,"actions":[{"action":"catra","parameters":"allow=clockwise"}],"message":"Acesso liberado"}}`;
