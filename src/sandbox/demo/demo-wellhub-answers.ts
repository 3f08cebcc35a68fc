import { beginStep, expectThat, send } from './demo-http.js';
import {
  accessCode,
  checkInWithState,
  person,
  scan,
  wellhub,
  wellhubChecksIn,
  type Stage,
} from './demo-stage.js';

/** What else Wellhub may answer, and a webhook that never came. */
export async function wellhubAnswers(stage: Stage): Promise<void> {
  await refused(stage, { answer: 'expired', state: 'EXPIRED', who: 'Bia', said: 'has expired' });
  await refused(stage, {
    answer: 'canceled',
    state: 'CANCELED',
    who: 'Caio',
    said: 'was canceled',
  });
  await alreadyValidated(stage);
  await healed(stage);
}

interface Refusal {
  readonly answer: string;
  readonly state: string;
  readonly who: string;
  readonly said: string;
}

async function refused(stage: Stage, { answer, state, who, said }: Refusal): Promise<void> {
  beginStep(`${who} checks in, but Wellhub says that the check-in ${said}`);
  const { wellhubId, email, firstName, lastName } = person(who);
  await wellhub(stage, 'answers', { wellhubId, answer, times: 1 });
  await wellhubChecksIn(stage, { wellhubId, email, firstName, lastName });
  const found = await checkInWithState(stage, wellhubId, state);
  expectThat(found !== undefined, `the check-in is ${state}; no event says that it was paid`);
}

async function alreadyValidated(stage: Stage): Promise<void> {
  beginStep('Davi was validated on another way before: Wellhub answers "already validated"');
  const { wellhubId, email, firstName, lastName } = person('Davi');
  await wellhub(stage, 'answers', { wellhubId, answer: 'already', times: 1 });
  await wellhubChecksIn(stage, { wellhubId, email, firstName, lastName });
  const found = await checkInWithState(stage, wellhubId, 'VALIDATED');
  expectThat(found !== undefined, 'the check-in is VALIDATED: the gym is paid for it');
  expectThat(
    found?.alreadyValidated === true,
    'and marked alreadyValidated: somebody else had validated it',
  );
}

async function healed(stage: Stage): Promise<void> {
  beginStep('Eva checks in, but the webhook never arrives');
  const { wellhubId, firstName, lastName } = person('Eva');
  await wellhubChecksIn(stage, { wellhubId, firstName, lastName, deliver: false });
  const { id } = await stage.gatehouse.customers.create({
    firstName,
    lastName,
    gympassId: wellhubId,
    origin: 'WELLHUB',
  });
  expectThat(id > 0, 'we know her from an earlier visit, but of no check-in today');
  beginStep('She shows her code: the gate calls Wellhub before it refuses');
  const opened = await scan(stage.door, await accessCode(stage, id));
  expectThat(opened.customerId === id, 'it opens');
  const ledger = await send({ url: `${stage.simulator}/control/ledger?wellhubId=${wellhubId}` });
  expectThat(/"validated":\s*1\b/.test(ledger.text), 'the lost check-in is healed, and paid once');
}
