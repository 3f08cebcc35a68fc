import { Get, Post } from '@nestjs/common';
import type { Form } from '../../pages/index.js';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { refusedForm, storedForm } from '../frame/form-state.js';
import { OnPage, Screens } from '../frame/screens.js';
import type { TestedGym } from './connection-tests.js';
import {
  WELLHUB,
  wellhubScreen,
  type ShownConnection,
  type WellhubGym,
  type WellhubView,
} from './wellhub-screen.js';

@Screens('console/settings/wellhub')
export class WellhubSettingsController {
  @Get()
  @RequiresSession('PARTNER_ADMIN')
  async form(@OnPage() page: ConsolePage): Promise<string> {
    return page.show(wellhubScreen(page, await viewOf(page)));
  }

  @Post()
  @RequiresSession('PARTNER_ADMIN')
  async save(@OnPage() page: ConsolePage): Promise<string> {
    const answer = await page.send('PUT', pathOf(page), changeOf(page.form));
    if (answer.ok) return page.goTo(WELLHUB, 'saved');
    const typed = refusedForm(page.form, ['environment', 'acceptWeakSecret'], answer.problem);
    const view = await viewOf(page);
    const state = { ...typed, stored: view.state.stored };
    return page.show(wellhubScreen(page, { ...view, state }), 'form-refused');
  }

  /** Changes nothing, so its answer is a page. */
  @Post('test')
  @RequiresSession('PARTNER_ADMIN')
  async test(@OnPage() page: ConsolePage): Promise<string> {
    const gymId = page.form.text('gym');
    const path = `gyms/${encodeURIComponent(gymId)}/wellhub/test`;
    const answer = await page.send<Pick<TestedGym, 'result'>>('POST', path);
    const { result } = answer.ok ? answer.body : { result: 'UNREACHABLE' as const };
    const tested = { gymId: Number(gymId), result };
    return page.show(wellhubScreen(page, { ...(await viewOf(page)), tested }));
  }
}

const pathOf = ({ partnerId }: ConsolePage) => `partners/${partnerId}/wellhub`;

async function viewOf(page: ConsolePage): Promise<WellhubView> {
  const [{ body: connection, tag }, gyms, test] = await Promise.all([
    page.getTagged<ShownConnection>(pathOf(page)),
    page.gyms(),
    page.find<{ readonly partnerId: string }>(`partners/${page.partnerId}/test-environment`),
  ]);
  const values = { environment: connection.environment ?? '' };
  const state = storedForm({ values, tag });
  const isTest = test ? test.partnerId === page.partnerId : connection.environment !== 'production';
  const kind = isTest ? 'test' : 'production';
  return { connection, kind, gyms: gyms as readonly WellhubGym[], state };
}

/** An empty secret is one that stays. */
function changeOf(form: Form) {
  const secrets = ['accessToken', 'webhookSecret', 'eventsApiToken'].flatMap((name) => {
    const value = form.text(name);
    return value === '' ? [] : [[name, value] as const];
  });
  return {
    environment: form.text('environment'),
    ...Object.fromEntries(secrets),
    ...(form.isChecked('acceptWeakSecret') && { acceptWeakSecret: true }),
  };
}
