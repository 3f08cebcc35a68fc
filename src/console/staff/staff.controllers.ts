import { Get, Param, Post } from '@nestjs/common';
import { RequiresSession, type Scope } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { OnPage, Screens } from '../frame/screens.js';
import { act, change, invite, listStaff, showInvitation, showPerson } from './staff-screens.js';

/** The same screens for the people of a partner and for those of the operator. */
function staffController(path: string, scope: Scope) {
  @Screens(path)
  class StaffController {
    @Get()
    @RequiresSession(scope)
    list(@OnPage() page: ConsolePage): Promise<string> {
      return listStaff(page);
    }

    @Get('new')
    @RequiresSession(scope)
    form(@OnPage() page: ConsolePage): Promise<string> {
      return showInvitation(page);
    }

    @Post()
    @RequiresSession(scope)
    invite(@OnPage() page: ConsolePage): Promise<string> {
      return invite(page);
    }

    @Get(':id')
    @RequiresSession(scope)
    show(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
      return showPerson(page, id);
    }

    @Post(':id')
    @RequiresSession(scope)
    change(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
      return change(page, id);
    }

    @Post(':id/:action')
    @RequiresSession(scope)
    act(@OnPage() page: ConsolePage, @Param() { id = '', action = '' }: Record<string, string>) {
      return act(page, id, action);
    }
  }
  return StaffController;
}

export const PartnerStaffController = staffController('console/staff', 'PARTNER_ADMIN');
export const OperatorStaffController = staffController('console/operator/people', 'OPERATOR');
