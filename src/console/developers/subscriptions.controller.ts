import { Get, Param, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { refusedForm, storedForm } from '../frame/form-state.js';
import { OnPage, Screens } from '../frame/screens.js';
import type { ListPage, ListedSubscription } from './records.js';
import { DEVELOPERS, secretsScreen, wordsOf } from './shared.js';
import {
  subscriptionValues,
  SUBSCRIPTION_FIELDS,
  subscriptionForm,
  subscriptionIn,
} from './subscription-form.js';
import { subscriptionsScreen } from './subscriptions-screen.js';

/** The addresses that get events: the list, a new one, and the form to change one. */
@Screens('console/developers')
export class SubscriptionsController {
  @Get()
  @RequiresSession('WEBHOOK_READ')
  async list(@OnPage() page: ConsolePage): Promise<string> {
    const cursor = page.query.text('cursor');
    const found = await page.get<ListPage<ListedSubscription>>(listOf(page), { cursor });
    return page.show(subscriptionsScreen(page, { found, gyms: await page.readableGyms() }));
  }

  @Get('subscriptions/new')
  @RequiresSession('WEBHOOK_WRITE')
  async start(@OnPage() page: ConsolePage): Promise<string> {
    const state = { values: { retry: 'default' } };
    return page.show(subscriptionForm(page, { state, gyms: await page.readableGyms() }));
  }

  @Post('subscriptions/new')
  @RequiresSession('WEBHOOK_WRITE')
  async create(@OnPage() page: ConsolePage): Promise<string> {
    const body = subscriptionIn(page.form, true);
    const answer = await page.send<ListedSubscription>('POST', listOf(page), body);
    if (!answer.ok) {
      const state = refusedForm(page.form, SUBSCRIPTION_FIELDS, answer.problem);
      return page.show(
        subscriptionForm(page, { state, gyms: await page.readableGyms() }),
        'form-refused',
      );
    }
    const { id, key, secret } = answer.body;
    const { subscriptions: words } = wordsOf(page);
    return page.show(
      secretsScreen({
        page,
        title: words.made,
        lead: words.madeLead,
        secrets: [
          [words.key, key],
          [words.secret, secret],
        ],
        next: `${DEVELOPERS}/subscriptions/${id}`,
      }),
    );
  }

  @Get('subscriptions/:id/edit')
  @RequiresSession('WEBHOOK_WRITE')
  async edit(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const { body, tag } = await page.getTagged<ListedSubscription>(pathOf(id));
    const state = storedForm({ values: subscriptionValues(body), tag });
    return page.show(
      subscriptionForm(page, { state, gyms: await page.readableGyms(), id: body.id }),
    );
  }

  @Post('subscriptions/:id/edit')
  @RequiresSession('WEBHOOK_WRITE')
  async change(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const body = subscriptionIn(page.form, false);
    const answer = await page.send<ListedSubscription>('PATCH', pathOf(id), body);
    if (answer.ok) return page.goTo(`${DEVELOPERS}/subscriptions/${answer.body.id}`, 'changed');
    const now = await page.getTagged<ListedSubscription>(pathOf(id));
    const stored = { values: subscriptionValues(now.body), tag: now.tag };
    const state = { ...refusedForm(page.form, SUBSCRIPTION_FIELDS, answer.problem), stored };
    return page.show(
      subscriptionForm(page, { state, gyms: await page.readableGyms(), id }),
      'form-refused',
    );
  }
}

const pathOf = (id: string) => `webhook-subscriptions/${encodeURIComponent(id)}`;
const listOf = ({ partnerId }: ConsolePage) => `partners/${partnerId}/webhook-subscriptions`;
