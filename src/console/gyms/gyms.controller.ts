import { Get, Param, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage, TaggedBody } from '../frame/console-page.js';
import { refusedForm } from '../frame/form-state.js';
import { OnPage, Screens } from '../frame/screens.js';
import { gymScreen, type GymView } from './gym-form-screen.js';
import { gymChange, newGymValues, type GymSettings } from './gym-settings.js';
import { GYMS, gymsScreen } from './gyms-screen.js';
import { nextTag } from '../settings/setting-fields.js';

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
    const { body: gym, tag } = await stored(page, gymId);
    return page.show(gymScreen(page, { gym, tag }));
  }

  @Post(':gymId')
  @RequiresSession('STUDIO_WRITE')
  async save(@OnPage() page: ConsolePage, @Param('gymId') gymId: string): Promise<string> {
    const answer = await page.send('PATCH', pathOf(gymId), gymChange(page.form));
    if (answer.ok) return page.goTo(page.path, 'saved');
    const { body: gym, tag } = await stored(page, gymId);
    const state = refusedForm(page.form, Object.keys(newGymValues(page)), answer.problem);
    return refused(page, { gym, state, tag: nextTag(page, state, tag) });
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
    const { body: gym, tag } = await stored(page, gymId);
    const secrets = refusedForm(form, ['acceptWeakSecret'], answer.problem);
    return refused(page, { gym, tag, secrets });
  }

  @Post(':gymId/secrets/remove')
  @RequiresSession('STUDIO_WRITE')
  async removeSecrets(@OnPage() page: ConsolePage, @Param('gymId') gymId: string): Promise<string> {
    const none = { wellhubAccessToken: null, webhookSecret: null };
    const answer = await page.send('PATCH', pathOf(gymId), none);
    if (answer.ok) return page.goTo(`${GYMS}/${gymId}`, 'removed');
    const { body: gym, tag } = await stored(page, gymId);
    return refused(page, { gym, tag, secrets: refusedForm(page.form, [], answer.problem) });
  }

  @Post(':gymId/remove')
  @RequiresSession('STUDIO_WRITE')
  async remove(@OnPage() page: ConsolePage, @Param('gymId') gymId: string): Promise<string> {
    const answer = await page.send('DELETE', pathOf(gymId));
    // Removed twice, it is gone as well.
    if (answer.ok || answer.problem.status === 404) return page.goTo(GYMS, 'removed');
    const { body: gym, tag } = await stored(page, gymId);
    return refused(page, { gym, tag, state: refusedForm(page.form, [], answer.problem) });
  }
}

const listOf = ({ partnerId }: ConsolePage) => `partners/${partnerId}/gyms`;

const stored = (page: ConsolePage, gymId: string): Promise<TaggedBody<GymSettings>> =>
  page.getTagged<GymSettings>(pathOf(gymId));

const refused = (page: ConsolePage, view: GymView) =>
  page.show(gymScreen(page, view), 'form-refused');
