import { Get, Param, Post } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { RequiresSession } from '../../platform/http/declarations.js';
import { deviceScreen } from '../control-id/control-id-device.js';
import { SETTING_FIELDS, settingsIn } from '../control-id/settings-form.js';
import type { ConsolePage } from '../frame/console-page.js';
import { refusedForm, storedForm, type FormState } from '../frame/form-state.js';
import { KEY_FIELD } from '../frame/form-headers.js';
import { OnPage, Screens } from '../frame/screens.js';
import type { Door, DoorPage, DryRun } from './door.js';
import { doorScreen, doorValues, type DoorView } from './door-screen.js';
import { doorsScreen } from './doors-screen.js';
import { memberNames } from './member-link.js';
import { newDoorScreen } from './new-door-screen.js';
import { tokenScreen } from './token-screen.js';

const HOME = '/console/doors';
const FIELDS = [
  'gymId',
  'name',
  'direction',
  'active',
  'repeatWindowSeconds',
  'vendor',
  ...SETTING_FIELDS,
  KEY_FIELD,
];

/** The doors of the gyms: which there are, their tokens, and what a door would answer. */
@Screens('console/doors')
export class DoorsController {
  constructor(private readonly settings: Settings) {}

  @Get()
  @RequiresSession('DEVICE_READ')
  async list(@OnPage() page: ConsolePage): Promise<string> {
    const gyms = await page.gyms();
    const gymId = gyms.find(({ id }) => String(id) === page.query.text('gym'))?.id;
    const cursor = page.query.text('cursor');
    const found = await page.get<DoorPage>(`partners/${page.partnerId}/devices`, { gymId, cursor });
    return page.show(doorsScreen(page, { found, gyms, gymId }));
  }

  @Get('new')
  @RequiresSession('DEVICE_WRITE')
  async form(@OnPage() page: ConsolePage): Promise<string> {
    const values = { gymId: page.query.text('gym'), direction: 'IN', vendor: 'GENERIC' };
    return page.show(newDoorScreen(page, { gyms: await page.gyms(), state: { values } }));
  }

  @Post('new')
  @RequiresSession('DEVICE_WRITE')
  async add(@OnPage() page: ConsolePage): Promise<string> {
    const { form } = page;
    const gymId = Number(form.text('gymId')) || 0;
    const isControlId = form.text('vendor') === 'CONTROL_ID';
    const body = {
      name: form.text('name'),
      direction: form.text('direction'),
      vendor: form.text('vendor') || undefined,
      ...(isControlId && { controlId: { model: form.text('controlId/model') } }),
    };
    const answer = await page.send<Door>('POST', `gyms/${gymId}/devices`, body);
    const done = isControlId ? 'addedControlId' : 'added';
    if (answer.ok) return page.goTo(`${HOME}/${answer.body.id}`, done);
    const state = refusedForm(form, FIELDS, answer.problem);
    return page.show(newDoorScreen(page, { gyms: await page.gyms(), state }), 'form-refused');
  }

  @Get(':id')
  @RequiresSession('DEVICE_READ')
  async door(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    return page.show(doorScreen(page, await viewOf(page, id)));
  }

  @Post(':id')
  @RequiresSession('DEVICE_WRITE')
  async change(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const { form } = page;
    const answer = await page.send('PATCH', deviceOf(id), {
      name: form.text('name'),
      direction: form.text('direction'),
      repeatWindowSeconds: wholeIn(form.text('repeatWindowSeconds')),
      ...(form.text('hasSecret') !== '' && { active: form.isChecked('active') }),
      ...(form.text('vendor') === 'CONTROL_ID' && { controlId: settingsIn(form) }),
    });
    if (answer.ok) return page.goTo(page.path, 'saved');
    const view = await viewOf(page, id);
    const state = {
      ...refusedForm(form, FIELDS, answer.problem),
      stored: view.state.stored,
    };
    return page.show(doorScreen(page, { ...view, state }), 'form-refused');
  }

  /** Shown once: this page has no address of its own. */
  @Post(':id/token')
  @RequiresSession('DEVICE_WRITE')
  async token(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const answer = await page.send<{ token?: string }>('POST', `${deviceOf(id)}/token`);
    const view = await viewOf(page, id);
    if (answer.ok) {
      const made = { ...answer.body, publicUrl: this.settings.publicUrl };
      return page.show(tokenScreen(page, view.door, made));
    }
    const { problem } = answer;
    return page.show(
      doorScreen(page, { ...view, tokenState: { values: {}, problem } }),
      'form-refused',
    );
  }

  /** The front desk may let a person through, too. */
  @Post(':id/control-id/open')
  @RequiresSession('CHECKIN_WRITE')
  async open(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const { form } = page;
    const body = { way: form.text('way'), reason: form.text('reason') };
    const answer = await page.send('POST', `${deviceOf(id)}/open`, body);
    if (answer.ok) return page.goTo(`${deviceScreen(id)}/events`, 'opened');
    const openState = refusedForm(form, ['way', 'reason'], answer.problem);
    return page.show(doorScreen(page, { ...(await viewOf(page, id)), openState }), 'form-refused');
  }

  @Post(':id/dry-run')
  @RequiresSession('DEVICE_READ')
  async dryRun(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const value = page.form.text('value');
    const answer = await page.send<DryRun>('POST', `${deviceOf(id)}/dry-run`, { value });
    const view = await viewOf(page, id);
    if (answer.ok) {
      const { body: tried } = answer;
      const member = (await memberNames(page, [tried.customerId])).get(tried.customerId ?? 0);
      return page.show(doorScreen(page, { ...view, tried, member }));
    }
    const triedState = refusedForm(page.form, ['value'], answer.problem);
    return page.show(doorScreen(page, { ...view, triedState }), 'form-refused');
  }

  @Post(':id/remove')
  @RequiresSession('DEVICE_WRITE')
  async remove(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const answer = await page.send('DELETE', deviceOf(id));
    if (answer.ok || answer.problem.status === 404) return page.goTo(HOME, 'removed');
    const removeState: FormState = { values: {}, problem: answer.problem };
    return page.show(
      doorScreen(page, { ...(await viewOf(page, id)), removeState }),
      'form-refused',
    );
  }
}

const deviceOf = (id: string) => `devices/${encodeURIComponent(id)}`;

/** What is no number is refused by the API, which names the field. */
const wholeIn = (text: string): number | string => (/^\d+$/.test(text) ? Number(text) : text);

async function viewOf(page: ConsolePage, id: string): Promise<DoorView> {
  const { body: door, tag } = await page.getTagged<Door>(deviceOf(id));
  const gym = (await page.gyms()).find((one) => one.id === door.gymId);
  return { door, gym, state: storedForm({ values: doorValues(door), tag }) };
}
