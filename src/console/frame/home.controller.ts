import { Get } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import { DESK } from '../layout/desk-context.js';
import type { ConsolePage } from './console-page.js';
import { homeOf } from './navigation.js';
import { OnPage, Screens } from './screens.js';

/** `/console`: the first screen that a person may see. Software with a key opens the front desk. */
@Screens('console')
export class ConsoleHomeController {
  @Get()
  @RequiresSession()
  home(@OnPage() page: ConsolePage): string {
    const isDesk = page.caller.person === undefined && page.may('CHECKIN_WRITE');
    return page.goTo(isDesk ? DESK : homeOf(page));
  }
}
