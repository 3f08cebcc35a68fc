import { Get, Param, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { refusedForm, storedForm, type FormState } from '../frame/form-state.js';
import { memberName, memberPath } from '../frame/people.js';
import { OnPage, Screens } from '../frame/screens.js';
import { newPassValues, passFieldsIn, passIn, passValues } from './pass-form.js';
import { passScreen, type PassView } from './pass-screen.js';
import type { Pass } from './pass.js';

/** Passes of one member: what lets them in without a contract. */
@Screens('console/members/:customerId/passes')
export class PassesScreensController {
  @Get('new')
  @RequiresSession('CUSTOMER_WRITE')
  async add(@OnPage() page: ConsolePage, @Param('customerId') customerId: string): Promise<string> {
    const view = await viewOf(page, customerId, { values: {} });
    const values = newPassValues(page.formats.todayAt(view.gyms));
    return page.show(passScreen(page, { ...view, state: { values } }));
  }

  @Post('new')
  @RequiresSession('CUSTOMER_WRITE')
  async create(
    @OnPage() page: ConsolePage,
    @Param('customerId') customerId: string,
  ): Promise<string> {
    const { form } = page;
    const body = { type: form.text('type'), ...passIn(form) };
    const answer = await page.send<Pass>('POST', `customers/${customerId}/passes`, body);
    if (answer.ok) return page.goTo(memberPath(customerId), 'saved');
    const state = refusedForm(form, passFieldsIn(form), answer.problem);
    return page.show(passScreen(page, await viewOf(page, customerId, state)), 'form-refused');
  }

  @Get(':id')
  @RequiresSession('CUSTOMER_WRITE')
  async pass(
    @OnPage() page: ConsolePage,
    @Param('customerId') customerId: string,
    @Param('id') id: string,
  ): Promise<string> {
    return page.show(passScreen(page, await storedViewOf(page, customerId, id)));
  }

  @Post(':id')
  @RequiresSession('CUSTOMER_WRITE')
  async change(
    @OnPage() page: ConsolePage,
    @Param('customerId') customerId: string,
    @Param('id') id: string,
  ): Promise<string> {
    const { form } = page;
    const note = form.text('note') === '' ? { note: null } : {};
    const answer = await page.send('PATCH', `passes/${id}`, { ...passIn(form), ...note });
    if (answer.ok) return page.goTo(memberPath(customerId), 'saved');
    const view = await storedViewOf(page, customerId, id);
    const typed = refusedForm(form, passFieldsIn(form), answer.problem);
    const state = { ...typed, stored: view.state.stored };
    return page.show(passScreen(page, { ...view, state }), 'form-refused');
  }

  @Post(':id/remove')
  @RequiresSession('CUSTOMER_WRITE')
  async remove(
    @OnPage() page: ConsolePage,
    @Param('customerId') customerId: string,
    @Param('id') id: string,
  ): Promise<string> {
    const answer = await page.send('DELETE', `passes/${id}`);
    // Removed twice, it is gone as well.
    if (answer.ok || answer.problem.status === 404)
      return page.goTo(memberPath(customerId), 'removed');
    const view = await storedViewOf(page, customerId, id);
    const state = { ...view.state, problem: answer.problem };
    return page.show(passScreen(page, { ...view, state }), 'form-refused');
  }
}

async function viewOf(page: ConsolePage, id: string, state: FormState): Promise<PassView> {
  const [member, gyms] = await Promise.all([memberName(page, id), page.gyms()]);
  return { customerId: Number(id), member, gyms, state };
}

async function storedViewOf(page: ConsolePage, customerId: string, id: string): Promise<PassView> {
  const { body: pass, tag } = await page.getTagged<Pass>(`passes/${id}`);
  const state = storedForm({ values: passValues(pass), tag });
  return { ...(await viewOf(page, customerId, state)), pass };
}
