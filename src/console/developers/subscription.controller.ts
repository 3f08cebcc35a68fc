import { Get, Param, Post } from '@nestjs/common';
import type { Form } from '../../pages/index.js';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import type { AdminAnswer, Problem } from '../frame/problem.js';
import { OnPage, Screens } from '../frame/screens.js';
import type { DeliveryShown, ListPage, ListedSubscription } from './records.js';
import { DEVELOPERS, secretsScreen, wordsOf } from './shared.js';
import { secondsIn, SHOWN_AT } from './subscription-actions.js';
import { subscriptionScreen } from './subscription-screen.js';

const HOUR_MS = 3_600_000;
const LONGEST_HOURS = 29 * 24;
const LONGEST_OPEN_MS = 12 * HOUR_MS;
const STATES = new Set(['PENDING', 'DELIVERED', 'FAILED']);

/** One address, its deliveries, and what can be done with it. */
@Screens('console/developers/subscriptions/:id')
export class SubscriptionController {
  @Get()
  @RequiresSession('WEBHOOK_READ')
  async show(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    return page.show(await screenOf(page, id));
  }

  @Post('test')
  @RequiresSession('WEBHOOK_WRITE')
  async test(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const answer = await page.send('POST', `${apiPath(id)}/test`);
    return after(page, id, { answer, done: 'test' });
  }

  @Post('enable')
  @RequiresSession('WEBHOOK_WRITE')
  async enable(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const answer = await page.send('PATCH', apiPath(id), { state: 'ACTIVE' });
    return after(page, id, { answer, done: 'enabled' });
  }

  @Post('disable')
  @RequiresSession('WEBHOOK_WRITE')
  async disable(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const answer = await page.send('PATCH', apiPath(id), { state: 'DISABLED' });
    return after(page, id, { answer, done: 'disabled' });
  }

  @Post('replay')
  @RequiresSession('WEBHOOK_WRITE')
  async replay(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const hours = Math.min(Math.max(Number(page.form.text('hours')) || 1, 1), LONGEST_HOURS);
    const from = new Date(shownAt(page.form) - hours * HOUR_MS).toISOString();
    const answer = await page.send('POST', `${apiPath(id)}/replay?from=${from}`);
    return after(page, id, { answer, done: 'replay' });
  }

  @Post('secret')
  @RequiresSession('WEBHOOK_WRITE')
  async rotate(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const body = { graceSeconds: secondsIn(page) };
    const answer = await page.send<ListedSubscription>(
      'POST',
      `${apiPath(id)}/rotate-secret`,
      body,
    );
    if (!answer.ok) return refused(page, id, answer.problem);
    const { subscriptions: words } = wordsOf(page);
    const { secret } = answer.body;
    const next = screenPath(id);
    const secrets = [[words.secret, secret]] as const;
    return page.show(secretsScreen({ page, title: words.rotated, secrets, next }));
  }

  @Post('remove')
  @RequiresSession('WEBHOOK_WRITE')
  async remove(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const answer = await page.send('DELETE', apiPath(id));
    const isGone = answer.ok || answer.problem.status === 404;
    return isGone ? page.goTo(DEVELOPERS, 'removed') : refused(page, id, answer.problem);
  }
}

/** Another moment than one of the last days is none that a form had. */
function shownAt(form: Form): number {
  const [sent, now] = [Number(form.text(SHOWN_AT)), Date.now()];
  return sent > now - LONGEST_OPEN_MS && sent <= now ? sent : now;
}

const apiPath = (id: string) => `webhook-subscriptions/${encodeURIComponent(id)}`;
const screenPath = (id: string) => `${DEVELOPERS}/subscriptions/${encodeURIComponent(id)}`;

async function after(
  page: ConsolePage,
  id: string,
  { answer, done }: { readonly answer: AdminAnswer<unknown>; readonly done: string },
): Promise<string> {
  return answer.ok ? page.goTo(screenPath(id), done) : refused(page, id, answer.problem);
}

const refused = async (page: ConsolePage, id: string, problem: Problem): Promise<string> =>
  page.show(await screenOf(page, id, problem), 'conflict');

async function screenOf(page: ConsolePage, id: string, problem?: Problem) {
  const subscription = await page.get<ListedSubscription>(apiPath(id));
  const state = page.query.text('state');
  const deliveries = await page.get<ListPage<DeliveryShown>>(`${apiPath(id)}/deliveries`, {
    limit: 20,
    cursor: page.query.text('cursor'),
    ...(STATES.has(state) && { state }),
  });
  return subscriptionScreen(page, {
    subscription,
    gyms: await page.readableGyms(),
    deliveries,
    problem,
  });
}
