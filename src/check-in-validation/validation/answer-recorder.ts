import { Injectable } from '@nestjs/common';
import { bulkhead } from 'cockatiel';
import { inThisFlow } from '../../platform/deadline/request-context.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { credentialsStatusOf, type Leased, type ValidateAnswer } from '../../wellhub/index.js';
import { judgeValidation, type ValidationVerdict } from './answer-rule.js';
import {
  AnswersRepository,
  type AnsweredCheckIn,
  type AnswerValues,
} from './answers.repository.js';
import type { Cause, CheckIn } from '../check-ins/check-in.js';
import { CheckInTransitions } from '../check-ins/check-in-transitions.js';
import { CredentialsHealth } from '../wellhub-calls/credentials-health.js';
import { secondsUntilValidation } from './retry-schedule.js';

/** Answers that arrive together must not take all connections from scans. */
const AT_ONCE = 3;

/** Records Wellhub's answer: once, with its audit row and its event, or not at all when it is stale. */
@Injectable()
export class AnswerRecorder {
  private readonly turns = bulkhead(AT_ONCE, Number.MAX_SAFE_INTEGER);

  constructor(
    private readonly db: Database,
    private readonly answers: AnswersRepository,
    private readonly health: CredentialsHealth,
    private readonly transitions: CheckInTransitions,
  ) {}

  /** @returns the check-in as it is now; undefined when this answer came too late to count */
  async record(
    lease: Leased<CheckIn>,
    answer: ValidateAnswer,
    cause: Cause,
  ): Promise<CheckIn | undefined> {
    const commit = inThisFlow(() => this.commit(lease, answer, cause));
    const { isWell, after } = await this.turns.execute(commit);
    if (isWell) await this.health.closeAlert(lease);
    if (after && after.state !== 'PENDING') await this.transitions.closeAlerts(after);
    return after;
  }

  private commit(lease: Leased<CheckIn>, answer: ValidateAnswer, cause: Cause) {
    return this.db.transaction(async (tx) => {
      // Gym before check-in, in the order in which a lease locks them.
      const isWell = await this.health.note(tx, lease, credentialsStatusOf(answer));
      const before = await this.answers.lock(tx, lease);
      const after = before && (await this.apply(tx, before, { answer, cause }));
      return { isWell, after };
    });
  }

  private async apply(
    tx: Queries,
    before: AnsweredCheckIn,
    { answer, cause }: { answer: ValidateAnswer; cause: Cause },
  ): Promise<CheckIn> {
    const verdict = judgeValidation(answer, before);
    const values = { ...valuesOf(before, answer, verdict), ...stateOf(before, verdict, cause) };
    const after = await this.answers.record(tx, before, values);
    if (verdict.kind === 'ended')
      await this.transitions.publish(tx, after, { notify: !verdict.isRepeat });
    return after;
  }
}

function stateOf(before: CheckIn, verdict: ValidationVerdict, cause: Cause) {
  return verdict.kind === 'ended'
    ? { state: verdict.state, cause, alreadyValidated: verdict.alreadyValidated }
    : { state: before.state, cause: before.cause, alreadyValidated: false };
}

type Rest = Omit<AnswerValues, 'state' | 'cause' | 'alreadyValidated'>;

function valuesOf(
  before: AnsweredCheckIn,
  answer: ValidateAnswer,
  verdict: ValidationVerdict,
): Rest {
  const notFoundTries = before.notFoundTries + (answer.kind === 'not-found' ? 1 : 0);
  return {
    notFoundTries,
    unanswered: verdict.kind === 'again' && verdict.unanswered,
    retrySeconds: retryOf({ ...before, notFoundTries }, answer, verdict),
    status: answer.status ?? null,
    key: answer.key ?? null,
    ...validationOf(answer),
  };
}

/** The fields that only a successful answer has. */
function validationOf(answer: ValidateAnswer) {
  if (answer.kind !== 'validated')
    return { validatedAt: null, productId: null, productDescription: null };
  const { at, product } = answer;
  return {
    validatedAt: at ?? null,
    productId: product?.id ?? null,
    productDescription: product?.description ?? null,
  };
}

function retryOf(
  facts: AnsweredCheckIn,
  answer: ValidateAnswer,
  verdict: ValidationVerdict,
): number | null {
  if (verdict.kind === 'ended') return null;
  const retryAfterSeconds = answer.kind === 'unreachable' ? answer.retryAfterSeconds : undefined;
  return secondsUntilValidation({ ...facts, reason: verdict.reason, retryAfterSeconds });
}
