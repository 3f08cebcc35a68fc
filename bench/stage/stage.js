import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Load } from '../load/load.js';
import { postmasterOf } from '../measure/cpu.js';
import { Postgres } from './postgres.js';
import { makeSecrets, startOurs, startRaw } from './sides.js';
import { makeWorld } from './world.js';

/** What a side's requests have used up of its world. */
export const nothingUsed = () => ({
  codes: 0,
  checkIns: 0,
  logIns: 0,
  since: Math.floor(Date.now() / 1000) - 3_600,
});

/** One PostgreSQL server, a database with people, keys and doors, and servers that each have a copy of it. */
export class Stage {
  #run;
  #dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-bench-app-'));
  #secrets = makeSecrets();
  postgres;
  world;
  template;

  /** @param run what a figure's `run` is given @param people as in `makeWorld` */
  static async open(run, people = run.options.customers) {
    const stage = new Stage();
    stage.#run = run;
    run.undo.push(async () => rmSync(stage.#dataDir, { recursive: true, force: true }));
    run.print('starting PostgreSQL');
    stage.postgres = await Postgres.start();
    run.undo.push(() => stage.postgres.stop());
    stage.template = await stage.postgres.createDatabase();
    run.print(`making a partner, its doors and ${people} members and guests`);
    await stage.prepare((ours) => makeWorld(ours, stage.#secrets.operatorKey, people));
    return stage;
  }

  /** The operator's, who may do everything. */
  get operatorKey() {
    return this.#secrets.operatorKey;
  }

  /** Works on the database that the sides' are copied from; nobody may be connected to it when it is copied. */
  async prepare(work, env) {
    const ours = await startOurs(this.template, this.#secrets, this.#options(env));
    try {
      this.world = { ...this.world, ...(await work(ours)) };
    } finally {
      await ours.stop();
    }
  }

  /** Gatehouse on a database of its own, or on the one that is named. @param env settings beside the usual ones */
  async ours({ url, env, node, root } = {}) {
    const database = url ?? (await this.postgres.createDatabase(this.template));
    const { profile } = this.#run.options;
    return this.#started(
      startOurs(database, this.#secrets, {
        ...this.#options(env),
        profile,
        node,
        ...(root && { root }),
      }),
    );
  }

  #options(env) {
    return { dataDir: this.#dataDir, root: this.#run.root, env };
  }

  /** @param options `node` that runs it, and whether it is `batched` */
  async raw(options = {}) {
    const database = await this.postgres.createDatabase(this.template);
    const { profile } = this.#run.options;
    return this.#started(
      startRaw(database, this.#secrets, { world: this.world, profile, ...options }),
    );
  }

  /** A load generator. One runs one order at a time. */
  load() {
    const load = new Load();
    this.#run.undo.push(async () => load.stop());
    return load;
  }

  /** What `runSeries` needs to measure these sides in turns. */
  async forSeries(sides) {
    return {
      world: this.world,
      load: this.load(),
      sides,
      used: Object.fromEntries(sides.map(({ role }) => [role, nothingUsed()])),
      postmaster: await postmasterOf(sides[0].sql),
    };
  }

  /** A side that some figure started itself. */
  async added(starting) {
    return this.#started(starting);
  }

  async #started(starting) {
    const side = await starting;
    this.#run.undo.push(() => side.stop());
    return side;
  }
}
