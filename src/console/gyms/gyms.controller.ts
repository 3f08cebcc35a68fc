import { Get, Param, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { refusedForm, storedForm } from '../frame/form-state.js';
import { OnPage, Screens } from '../frame/screens.js';
import { gymScreen, type GymView } from './gym-form-screen.js';
import { gymChange, gymValues, newGymValues, type GymSettings } from './gym-settings.js';
import { GYMS, gymsScreen } from './gyms-screen.js';

interface GymPage {
  readonly items: readonly GymSettings[];
  readonly nextCursor: string | null;
}

/** Any id that is none is one that does not exist. */
const pathOf = (gymId: string) => `gyms/${encodeURIComponent(gymId)}`;

@Screens('console/settings/gyms')
export class GymSettingsController {
  @Get()
  @RequiresSession('STUDIO_READ')
  async list(@OnPage() page: ConsolePage): Promise<string> {
    const cursor = page.query.text('cursor');
    return page.show(gymsScreen(page, await page.get<GymPage>(listOf(page), { cursor })));
  }

  @Get('new')
  @RequiresSession('STUDIO_WRITE')
  add(@OnPage() page: ConsolePage): string {
    return page.show(gymScreen(page, {}));
  }

  @Post()
  @RequiresSession('STUDIO_WRITE')
  async create(@OnPage() page: ConsolePage): Promise<string> {
    const answer = await page.send<GymSettings>('POST', listOf(page), gymChange(page.form));
    if (answer.ok) return page.goTo(`${GYMS}/${answer.body.id}`, 'added');
    const state = refusedForm(page.form, Object.keys(newGymValues(page)), answer.problem);
    return page.show(gymScreen(page, { state }), 'form-refused');
  }

  @Get(':gymId')
  @RequiresSession('STUDIO_READ')
  async show(@OnPage() page: ConsolePage, @Param('gymId') gymId: string): Promise<string> {
    return page.show(gymScreen(page, await stored(page, gymId)));
  }

  @Post(':gymId')
  @RequiresSession('STUDIO_WRITE')
  async save(@OnPage() page: ConsolePage, @Param('gymId') gymId: string): Promise<string> {
    const answer = await page.send('PATCH', pathOf(gymId), gymChange(page.form));
    if (answer.ok) return page.goTo(page.path, 'saved');
    const { gym, state: now } = await stored(page, gymId);
    const typed = refusedForm(page.form, Object.keys(newGymValues(page)), answer.problem);
    return refused(page, { gym, state: { ...typed, stored: now.stored } });
  }

  @Post(':gymId/secrets')
  @RequiresSession('STUDIO_WRITE')
  async setSecrets(@OnPage() page: ConsolePage, @Param('gymId') gymId: string): Promise<string> {
    const { form } = page;
    const [wellhubAccessToken, webhookSecret] = [
      form.text('wellhubAccessToken'),
      form.text('webhookSecret'),
    ];
    const answer = await page.send('PATCH', pathOf(gymId), {
      ...(wellhubAccessToken !== '' && { wellhubAccessToken }),
      ...(webhookSecret !== '' && { webhookSecret }),
      acceptWeakSecret: form.isChecked('acceptWeakSecret'),
    });
    if (answer.ok) return page.goTo(`${GYMS}/${gymId}`, 'saved');
    const secrets = refusedForm(form, ['acceptWeakSecret'], answer.problem);
    return refused(page, { ...(await stored(page, gymId)), secrets });
  }

  @Post(':gymId/secrets/remove')
  @RequiresSession('STUDIO_WRITE')
  async removeSecrets(@OnPage() page: ConsolePage, @Param('gymId') gymId: string): Promise<string> {
    const none = { wellhubAccessToken: null, webhookSecret: null };
    const answer = await page.send('PATCH', pathOf(gymId), none);
    if (answer.ok) return page.goTo(`${GYMS}/${gymId}`, 'removed');
    const secrets = refusedForm(page.form, [], answer.problem);
    return refused(page, { ...(await stored(page, gymId)), secrets });
  }

  @Post(':gymId/remove')
  @RequiresSession('STUDIO_WRITE')
  async remove(@OnPage() page: ConsolePage, @Param('gymId') gymId: string): Promise<string> {
    const answer = await page.send('DELETE', pathOf(gymId));
    // Removed twice, it is gone as well.
    if (answer.ok || answer.problem.status === 404) return page.goTo(GYMS, 'removed');
    const { gym, state } = await stored(page, gymId);
    return refused(page, { gym, state: { ...state, problem: answer.problem } });
  }
}

const listOf = ({ partnerId }: ConsolePage) => `partners/${partnerId}/gyms`;

async function stored(page: ConsolePage, gymId: string) {
  const { body: gym, tag } = await page.getTagged<GymSettings>(pathOf(gymId));
  return { gym, state: storedForm({ values: gymValues(gym), tag }) };
}

const refused = (page: ConsolePage, view: GymView) =>
  page.show(gymScreen(page, view), 'form-refused');
