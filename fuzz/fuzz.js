import { send } from './client.js';
import { pageRequest, strayRequest, webhookRequest } from './handmade.js';
import { operationRequest, readOperations } from './operations.js';
import { Random } from './random.js';
import { brokenPromises, surfaceOf } from './rules.js';

const MOST_SHOWN = 40;
const EVERY = 1_000;
const KEPT_IDS = 50;

/** Sends the requests of one seed and keeps what was wrong with their answers. */
export class Fuzz {
  findings = [];
  #statuses = new Map();
  #sent = 0;
  #unsendable = 0;
  #slowest = 0;

  constructor(stage) {
    this.stage = { ...stage, operations: readOperations(stage.document) };
  }

  async run() {
    const { requests, from, clients } = this.stage.options;
    let next = from;
    const client = async () => {
      while (next < from + requests) await this.#one(next++);
    };
    await Promise.all(Array.from({ length: clients }, client));
    process.stderr.write('\n');
  }

  async #one(number) {
    const { options, port } = this.stage;
    const request = this.#make(new Random(options.seed, number));
    const answer = await send(port, request);
    this.#count(request, answer);
    const broken = brokenPromises(request, answer);
    if (broken.length > 0) this.findings.push({ number, request, answer, broken });
    if (options.show)
      console.log(
        `${number} ${request.method} ${request.path.slice(0, 100)} ${answer.status ?? answer.fault ?? '–'}`,
      );
    this.#harvest(request, answer);
    if (this.#sent % EVERY === 0) this.#progress();
  }

  #make(random) {
    const { world, document, operations, port } = this.stage;
    const kind = random.next();
    if (kind < 0.2) return webhookRequest(random, world);
    if (kind < 0.26) return pageRequest(random, world, port);
    if (kind < 0.3) return strayRequest(random);
    return operationRequest(random, random.pick(operations), { document, world });
  }

  /** What was made or listed may be asked for later. */
  #harvest({ path }, answer) {
    if (surfaceOf(path) !== 'admin' || !holdsJson(answer)) return;
    const { text } = answer;
    const kind = path.split('?')[0].split('/').at(-1);
    const { id, items = [] } = JSON.parse(text) ?? {};
    // The list of keys holds those that we come with: who ended them would meet nothing but 401 from then on.
    const listed = Array.isArray(items) && kind !== 'api-keys' ? items : [];
    const seen = [id, ...listed.map((item) => item?.id)];
    const owner = this.#owner(path, id !== undefined);
    if (owner === undefined) return;
    for (const one of seen.filter((each) => each !== undefined).slice(0, 5))
      keep((owner.ids[kind] ??= []), one);
  }

  /** Settings are made for the second partner; whose list it is, its path says, or it is left. */
  #owner(path, isMade) {
    const { first, second } = this.stage.world;
    if (path.includes(first.id)) return first;
    return path.includes(second.id) || isMade ? second : undefined;
  }

  #count({ path }, { status, unsendable, ms }) {
    this.#sent += 1;
    this.#slowest = Math.max(this.#slowest, ms);
    if (unsendable) this.#unsendable += 1;
    const key = `${surfaceOf(path)} ${status ?? (unsendable ? 'unsendable' : 'none')}`;
    this.#statuses.set(key, (this.#statuses.get(key) ?? 0) + 1);
  }

  #progress() {
    process.stderr.write(
      `\r${this.#sent} of ${this.stage.options.requests} sent, ${this.findings.length} findings `,
    );
  }

  report(alive) {
    const { seed, from } = this.stage.options;
    const shown = this.findings.slice(0, MOST_SHOWN).map(describeFinding);
    const more = this.findings.length - shown.length;
    return [
      ...shown,
      ...(more > 0 ? [`and ${more} more`] : []),
      '',
      ...this.#statusTable(),
      '',
      `${this.#sent} requests from number ${from} of seed ${seed} (${this.#unsendable} that Node itself cannot send); slowest answer ${Math.round(this.#slowest)} ms`,
      `${this.findings.length} findings; the server is ${alive ? 'alive' : 'DEAD'}`,
    ].join('\n');
  }

  /** How deep the requests went: a run that only met 401 and 404 proves little. */
  #statusTable() {
    const surfaces = [
      ...new Set([...this.#statuses.keys()].map((key) => key.split(' ')[0])),
    ].sort();
    return surfaces.map((surface) => {
      const own = [...this.#statuses].filter(([key]) => key.startsWith(`${surface} `)).sort();
      return `${surface.padEnd(10)} ${own.map(([key, count]) => `${key.split(' ')[1]}: ${count}`).join('  ')}`;
    });
  }
}

function keep(ids, id) {
  if (ids.includes(id)) return;
  ids.push(id);
  if (ids.length > KEPT_IDS) ids.shift();
}

function describeFinding({ number, request, answer, broken }) {
  const { method, path, headers, body } = request;
  return [
    `#${number} ${broken.join(', ')}`,
    `  → ${method} ${path.slice(0, 400)} ${JSON.stringify(headers).slice(0, 300)}`,
    ...(body === undefined ? [] : [`    ${String(body).slice(0, 500)}`]),
    `  ← ${answer.status ?? answer.fault} ${(answer.text ?? '').slice(0, 300)}`,
  ].join('\n');
}

/** What was made or read; a CSV, a file and a stream name nothing. */
const holdsJson = ({ status, headers }) =>
  (status === 200 || status === 201) && headers['content-type']?.includes('json') === true;
