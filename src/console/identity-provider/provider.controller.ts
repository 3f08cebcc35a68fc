import { Get, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { pageErrorOf } from '../frame/problem.js';
import { OnPage, Screens } from '../frame/screens.js';
import {
  providerBodyOf,
  providerFormOf,
  providerValues,
  refusedProvider,
  groupRowsIn,
  type ShownProvider,
} from './provider-form.js';
import { IDENTITY_PROVIDER, providerScreen } from './provider-screen.js';

const TESTED: Readonly<Record<string, string>> = {
  OK: 'test-ok',
  UNREACHABLE: 'test-unreachable',
};

/** Where the staff of the partner log in, beside or instead of a password. */
@Screens(IDENTITY_PROVIDER.slice(1))
export class IdentityProviderController {
  @Get()
  @RequiresSession('PARTNER_ADMIN')
  async show(@OnPage() page: ConsolePage): Promise<string> {
    const { body: shown, tag } = await page.getTagged<ShownProvider>(pathOf(page));
    const gyms = await page.gyms();
    return page.show(providerScreen(page, { shown, gyms, form: providerFormOf(shown, tag) }));
  }

  @Post()
  @RequiresSession('PARTNER_ADMIN')
  async save(@OnPage() page: ConsolePage): Promise<string> {
    const rows = groupRowsIn(page);
    const answer = await page.send('PUT', pathOf(page), providerBodyOf(page, rows));
    if (answer.ok) return page.goTo(IDENTITY_PROVIDER, 'saved');
    const { body: shown, tag } = await page.getTagged<ShownProvider>(pathOf(page));
    const gyms = await page.gyms();
    const stored = { values: providerValues(shown), tag };
    const form = refusedProvider(page, rows, { problem: answer.problem, stored });
    return page.show(providerScreen(page, { shown, gyms, form }), 'form-refused');
  }

  @Post('test')
  @RequiresSession('PARTNER_ADMIN')
  async test(@OnPage() page: ConsolePage): Promise<string> {
    const answer = await page.send<{ result: string }>('POST', `${pathOf(page)}/test`);
    if (!answer.ok) throw pageErrorOf(answer.problem);
    return page.goTo(IDENTITY_PROVIDER, TESTED[answer.body.result] ?? 'test-wrong');
  }

  @Post('remove')
  @RequiresSession('PARTNER_ADMIN')
  async remove(@OnPage() page: ConsolePage): Promise<string> {
    const answer = await page.send('DELETE', pathOf(page));
    if (!answer.ok && answer.problem.status !== 404) throw pageErrorOf(answer.problem);
    return page.goTo(IDENTITY_PROVIDER, 'removed');
  }
}

const pathOf = ({ partnerId }: ConsolePage): string => `partners/${partnerId}/identity-provider`;
