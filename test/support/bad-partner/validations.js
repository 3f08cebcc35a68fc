import { setTimeout as sleep } from 'node:timers/promises';
import { parsed } from './answers.js';

const MOST_TRIES = 12;
const MOST_BYTES = 64 * 1024;

const ALREADY = 'checkin.already.validated';
const isRefusal = ({ key }) => key !== undefined && key !== 'checkin.validation.notfound';

/** After which answers a check-in is over. */
const FINAL_ANSWER_RULES = [
  ({ status }) => status < 300,
  (answer, has, hasFailed) =>
    answer.key === ALREADY &&
    hasFailed &&
    !has('retries-already') &&
    !(answer.isAfterSilence && has('retries-already-after-silence')),
  (answer, has, hasFailed) =>
    isRefusal(answer) && !has('retries-refusals') && !(hasFailed && answer.key === ALREADY),
  ({ status }, has) => status === undefined && has('gives-up-at-reset'),
  ({ status }, has) => status === 500 && has('gives-up-at-500'),
  ({ status }, has) => (status === 401 || status === 403) && has('gives-up-at-401'),
];

/** The partner's own calls to Wellhub: `validate`, and the decisions on bookings. */
export class Validations {
  #isStuck = false;

  constructor(options) {
    this.options = options;
    this.has = (fault) => options.faults.has(fault);
  }

  /** Validates a check-in until it is decided. */
  async start({ user, gym, timestamp }) {
    const { has, options } = this;
    if (!options.wellhubUrl || has('never-validates') || this.#isStuck) return;
    if (has('late-not-validated') && timestamp < Date.now() / 1000 - 300) return;
    let hasFailed = false;
    let isAfterSilence = false;
    for (let tries = 0; tries < MOST_TRIES && !options.stopped.aborted; tries += 1) {
      const answer = await this.#validate(user.unique_token, gym.id);
      const waitMs = this.#waitAfter({ ...answer, isAfterSilence }, hasFailed);
      if (waitMs === undefined) return;
      hasFailed = true;
      isAfterSilence ||= answer.isSilent === true;
      await sleep(waitMs);
    }
  }

  /** How long until the next call; undefined when it is over. */
  #waitAfter(answer, hasFailed) {
    const { has, options } = this;
    if (answer.text?.startsWith('<') && has('stops-at-html')) this.#isStuck = true;
    if (FINAL_ANSWER_RULES.some((rule) => rule(answer, has, hasFailed))) return undefined;
    const isTold = answer.status === 429 && answer.retryAfter > 0 && !has('ignores-retry-after');
    return isTold ? answer.retryAfter * 1000 : options.retryMs;
  }

  #validate(token, gym) {
    const { has, options } = this;
    const id = has('zeros-lost') ? String(Number(token)) : token;
    const fields = { gympass_id: has('id-as-number') ? Number(token) : id };
    const headers = has('no-gym-header') ? {} : { 'X-Gym-Id': String(gym) };
    if (has('validates-with-api-key'))
      Object.assign(headers, { 'X-Api-Key': options.validateToken, Authorization: 'none' });
    if (has('validates-as-form')) headers['Content-Type'] = 'application/x-www-form-urlencoded';
    return this.#call('POST', '/access/v1/validate', fields, headers);
  }

  async decide({ id, gym_id: gym, class_id: number, booking_number: booking }) {
    const { has, options } = this;
    if (!options.wellhubUrl || has('no-decision')) return;
    const status = has('decides-in-numbers') ? 2 : 'RESERVED';
    await this.#call('PATCH', `/booking/v2/gyms/${gym}/bookings/${booking}`, { status });
    if (has('no-slot')) return;
    const slot = `/booking/v1/gyms/${gym}/classes/${number}/slots/${id}`;
    await this.#call('PATCH', slot, { total_booked: 1 });
  }

  /** Never throws; without a status no answer came. */
  async #call(method, path, fields, more) {
    const { has, options } = this;
    const proof = { Authorization: `Bearer ${options.validateToken}` };
    const headers = { ...proof, 'Content-Type': 'application/json', ...more };
    const abort = new AbortController();
    const giveUp = () => abort.abort();
    options.stopped.addEventListener('abort', giveUp);
    const timer = has('waits-for-ever') ? undefined : setTimeout(giveUp, options.callMs);
    try {
      const init = { method, headers, body: JSON.stringify(fields), redirect: 'manual' };
      const { signal } = abort;
      const response = await fetch(`${options.wellhubUrl}${path}`, { ...init, signal });
      if (has('waits-for-bytes')) clearTimeout(timer);
      return answerOf(response, await boundedText(response));
    } catch {
      return { isSilent: abort.signal.aborted };
    } finally {
      clearTimeout(timer);
      options.stopped.removeEventListener('abort', giveUp);
    }
  }
}

async function boundedText(response) {
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString('latin1');
    if (text.length > MOST_BYTES) break;
  }
  return text;
}

const answerOf = ({ status, headers }, text) => ({
  status,
  key: parsed(text)?.errors?.[0]?.key,
  text,
  retryAfter: Number(headers.get('retry-after')),
});
