import { Get, Param, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { refusedForm } from '../frame/form-state.js';
import { OnPage, Screens } from '../frame/screens.js';
import { deviceScreen, type ListedCommand, type DeviceEvent } from './control-id-device.js';
import { deviceEventsScreen } from './events-screen.js';
import { deviceSetupScreen, type SetupView } from './setup-screen.js';

interface NamedDevice {
  readonly id: number;
  readonly gymId: number;
  readonly name: string;
}

interface EventPage {
  readonly items: readonly DeviceEvent[];
  readonly nextCursor: string | null;
}

const LATEST_COMMANDS = 5;

/** A Control iD device at a door: set-up, opening from here, and what it tells. */
@Screens('console/doors/:id/control-id')
export class ControlIdScreensController {
  @Get('setup')
  @RequiresSession('DEVICE_WRITE')
  async setup(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    return page.show(deviceSetupScreen(page, await setupViewOf(page, id)));
  }

  @Post('secret')
  @RequiresSession('DEVICE_WRITE')
  async rotate(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const graceSeconds = Number(page.form.text('graceSeconds')) || 0;
    return this.change(page, id, { path: 'secret', body: { graceSeconds }, done: 'rotated' });
  }

  @Post('apply')
  @RequiresSession('DEVICE_WRITE')
  async apply(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    return this.change(page, id, { path: 'apply', done: 'applied' });
  }

  @Post('learn-card')
  @RequiresSession('DEVICE_WRITE')
  async learnCard(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    return this.change(page, id, { path: 'learn-card', done: 'learning' });
  }

  @Get('events')
  @RequiresSession('CHECKIN_READ')
  async events(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const cursor = page.query.text('cursor');
    const [where, found, commands] = await Promise.all([
      whereOf(page, id),
      page.get<EventPage>(`devices/${id}/events`, { cursor, limit: 50 }),
      page.may('DEVICE_READ')
        ? page.get<{ items: ListedCommand[] }>(`devices/${id}/commands`, {
            limit: LATEST_COMMANDS,
          })
        : { items: [] },
    ]);
    return page.show(deviceEventsScreen(page, { ...where, found, commands: commands.items }));
  }

  private async change(
    page: ConsolePage,
    id: string,
    { path, body, done }: { path: string; body?: object; done: string },
  ): Promise<string> {
    const answer = await page.send('POST', `devices/${id}/control-id/${path}`, body);
    if (answer.ok) return page.goTo(`${deviceScreen(id)}/setup`, done);
    const state = refusedForm(page.form, ['graceSeconds'], answer.problem);
    return page.show(
      deviceSetupScreen(page, { ...(await setupViewOf(page, id)), state }),
      'form-refused',
    );
  }
}

async function whereOf(page: ConsolePage, id: string) {
  const device = await page.get<NamedDevice>(`devices/${id}`);
  const gym = (await page.gyms()).find((one) => one.id === device.gymId);
  return { id: device.id, name: device.name, zone: gym?.timeZone };
}

async function setupViewOf(page: ConsolePage, id: string): Promise<SetupView> {
  const [where, setup] = await Promise.all([
    whereOf(page, id),
    page.get<SetupView['setup']>(`devices/${id}/control-id/setup`),
  ]);
  return { ...where, setup };
}
