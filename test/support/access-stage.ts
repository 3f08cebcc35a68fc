import { expect } from '@jest/globals';
import type { Answer } from './api.js';
import { givenADoor, type GateWorld } from './gate-world.js';
import type { ServedApp } from './test-app.js';

export const ANY = { 'If-Match': '*' };

type Headers = Record<string, string>;

export const tagOf = ({ headers }: Answer) => headers.get('etag') ?? '';

/** The status, and what each violation blames. */
export const pointers = ({ status, body }: Answer): unknown[] => [
  status,
  ...(body.errors ?? []).map(({ pointer }: { pointer: string }) => pointer),
];

export function ok(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.text}`);
  return answer;
}

/** A partner, and for each test a gym of its own whose policy and rules are changed. */
export class AccessStage {
  gymId = 0;

  private constructor(
    readonly app: ServedApp,
    readonly world: GateWorld,
  ) {}

  static async open(app: ServedApp): Promise<AccessStage> {
    return new AccessStage(app, await givenADoor(app));
  }

  async begin(): Promise<void> {
    this.gymId = await this.world.gym({ name: 'Ruled' });
  }

  get gym() {
    return `/admin/v1/gyms/${this.gymId}`;
  }

  get policy() {
    return `${this.gym}/access-policy`;
  }

  get rules() {
    return `${this.gym}/access-rules`;
  }

  get = (path: string, headers: Headers = {}) => this.world.admin.get(path, headers);
  put = (path: string, body: object, headers: Headers = ANY) =>
    this.world.admin.put(path, body, headers);
  patch = (path: string, body: object, headers: Headers = ANY) =>
    this.world.admin.patch(path, body, headers);
  remove = (path: string, headers: Headers = ANY) => this.world.admin.delete(path, headers);

  async rule(values: object = {}): Promise<Answer> {
    return ok(
      await this.world.admin.post(this.rules, { name: 'Rule', effect: 'ALLOW', ...values }),
    );
  }

  async idsInOrder(): Promise<number[]> {
    const { body } = await this.get(this.rules);
    return body.items.map(({ id }: { id: number }) => id);
  }

  /** What doors read. */
  windows(): Promise<{ rule: number; position: number }[]> {
    return this.app.sql(
      `select rule_id::int as rule, position from access_rule_windows where gym_id = $1
        group by 1, 2 order by position`,
      [this.gymId],
    );
  }

  async hasMark(): Promise<boolean> {
    const text = 'select has_access_policy as mark from gyms where id = $1';
    const [gym] = await this.app.sql<{ mark: boolean }>(text, [this.gymId]);
    return gym?.mark ?? false;
  }

  async expectNoPolicy(): Promise<void> {
    expect(tagOf(await this.get(this.policy))).toBe('"0"');
  }
}
