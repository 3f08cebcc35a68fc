import { Get } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { OnPage, Screens } from '../frame/screens.js';
import { retentionScreen, type KeptItem } from './retention-screen.js';
import { settingsScreen } from './settings-screen.js';

@Screens('console/settings')
export class SettingsController {
  @Get()
  @RequiresSession('STUDIO_READ')
  list(@OnPage() page: ConsolePage): string {
    return page.show(settingsScreen(page));
  }

  @Get('retention')
  @RequiresSession('PARTNER_ADMIN')
  async retention(@OnPage() page: ConsolePage): Promise<string> {
    const path = `partners/${page.partnerId}/data-retention`;
    const { items } = await page.get<{ items: readonly KeptItem[] }>(path);
    return page.show(retentionScreen(page, items));
  }
}
