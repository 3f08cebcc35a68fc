import { Get, Param, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { refusedForm, type FormState } from '../frame/form-state.js';
import { OnPage, Screens } from '../frame/screens.js';
import { gymRules, type TriedEntry, type ListedRule } from './access-rule.js';
import { checkIn } from './check-form.js';
import { isUnset, policyChange, policyValues } from './policy-form.js';
import { newRuleValues, ruleFieldsIn, ruleIn } from './rule-form.js';
import { ruledGymOf, rulesViewOf, ruleViewOf, whereOf } from './rules-reads.js';
import { noRulesScreen, rulesScreen, type RulesView } from './rules-screen.js';
import { ruleScreen } from './rule-screen.js';

const CHECK_FIELDS = ['customerId', 'deviceId', 'at'];

/** The rules at the doors of a gym, what holds besides them, and what a person would meet. */
@Screens('console/doors/rules')
export class AccessRulesScreensController {
  @Get()
  @RequiresSession('STUDIO_READ')
  async choose(@OnPage() page: ConsolePage): Promise<string> {
    const gyms = await page.gyms();
    const gym = gyms.find(({ id }) => String(id) === page.query.text('gym')) ?? gyms[0];
    return gym ? page.goTo(gymRules(gym.id)) : page.show(noRulesScreen(page));
  }

  @Get(':gymId')
  @RequiresSession('STUDIO_READ')
  async list(@OnPage() page: ConsolePage, @Param('gymId') gymId: string): Promise<string> {
    return page.show(rulesScreen(page, await rulesViewOf(page, gymId)));
  }

  @Post(':gymId')
  @RequiresSession('STUDIO_WRITE')
  async save(@OnPage() page: ConsolePage, @Param('gymId') gymId: string): Promise<string> {
    const { form } = page;
    const answer = await page.send('PUT', `gyms/${gymId}/access-policy`, policyChange(form));
    if (answer.ok) return page.goTo(page.path, 'saved');
    const view = await rulesViewOf(page, gymId);
    const typed = refusedForm(form, Object.keys(policyValues(page, view.policy)), answer.problem);
    return refused(page, { ...view, state: { ...typed, stored: view.state.stored } });
  }

  @Post(':gymId/order')
  @RequiresSession('STUDIO_WRITE')
  async order(@OnPage() page: ConsolePage, @Param('gymId') gymId: string): Promise<string> {
    const ids = page.form.text('ids').split(',').map(Number);
    const answer = await page.send('PUT', `gyms/${gymId}/access-rules/order`, { ids });
    if (answer.ok) return page.goTo(gymRules(gymId), 'moved');
    const changeState: FormState = { values: {}, problem: answer.problem };
    return refused(page, { ...(await rulesViewOf(page, gymId)), changeState });
  }

  @Post(':gymId/remove')
  @RequiresSession('STUDIO_WRITE')
  async removeAll(@OnPage() page: ConsolePage, @Param('gymId') gymId: string): Promise<string> {
    const answer = await page.send('DELETE', `gyms/${gymId}/access-policy`);
    const view = answer.ok ? undefined : await rulesViewOf(page, gymId);
    // Removed twice, it is gone as well.
    if (answer.ok || !view || isUnset(view.policy)) return page.goTo(gymRules(gymId), 'removed');
    return refused(page, { ...view, changeState: { values: {}, problem: answer.problem } });
  }

  @Post(':gymId/check')
  @RequiresSession('CUSTOMER_READ')
  async check(@OnPage() page: ConsolePage, @Param('gymId') gymId: string): Promise<string> {
    const view = await rulesViewOf(page, gymId);
    const asked = checkIn(page.form, view.gym.timeZone);
    const answer = await page.send<TriedEntry>('POST', `gyms/${gymId}/access-policy/check`, asked);
    if (!answer.ok) {
      const checkState = refusedForm(page.form, CHECK_FIELDS, answer.problem);
      return refused(page, { ...view, checkState });
    }
    const values = Object.fromEntries(CHECK_FIELDS.map((name) => [name, page.form.text(name)]));
    return page.show(rulesScreen(page, { ...view, checkState: { values }, checked: answer.body }));
  }

  @Get(':gymId/new')
  @RequiresSession('STUDIO_WRITE')
  async add(@OnPage() page: ConsolePage, @Param('gymId') gymId: string): Promise<string> {
    const gym = await ruledGymOf(page, gymId);
    const state = { values: newRuleValues() };
    return page.show(ruleScreen(page, { gym, names: await whereOf(page, gym.id), state }));
  }

  @Post(':gymId/new')
  @RequiresSession('STUDIO_WRITE')
  async create(@OnPage() page: ConsolePage, @Param('gymId') gymId: string): Promise<string> {
    const { form } = page;
    const answer = await page.send<ListedRule>('POST', `gyms/${gymId}/access-rules`, ruleIn(form));
    if (answer.ok) return page.goTo(gymRules(gymId), 'added');
    const gym = await ruledGymOf(page, gymId);
    const state = refusedForm(form, ruleFieldsIn(form), answer.problem);
    const view = { gym, names: await whereOf(page, gym.id), state };
    return page.show(ruleScreen(page, view), 'form-refused');
  }

  @Get(':gymId/:id')
  @RequiresSession('STUDIO_READ')
  async rule(
    @OnPage() page: ConsolePage,
    @Param('gymId') gymId: string,
    @Param('id') id: string,
  ): Promise<string> {
    return page.show(ruleScreen(page, await ruleViewOf(page, gymId, id)));
  }

  @Post(':gymId/:id')
  @RequiresSession('STUDIO_WRITE')
  async change(
    @OnPage() page: ConsolePage,
    @Param('gymId') gymId: string,
    @Param('id') id: string,
  ): Promise<string> {
    const { form } = page;
    const stored = await page.get<ListedRule>(`access-rules/${id}`);
    const answer = await page.send('PATCH', `access-rules/${id}`, ruleIn(form, stored));
    if (answer.ok) return page.goTo(gymRules(gymId), 'saved');
    const view = await ruleViewOf(page, gymId, id);
    const typed = refusedForm(form, ruleFieldsIn(form), answer.problem);
    const state = { ...typed, stored: view.state.stored };
    return page.show(ruleScreen(page, { ...view, state }), 'form-refused');
  }

  @Post(':gymId/:id/remove')
  @RequiresSession('STUDIO_WRITE')
  async remove(
    @OnPage() page: ConsolePage,
    @Param('gymId') gymId: string,
    @Param('id') id: string,
  ): Promise<string> {
    const answer = await page.send('DELETE', `access-rules/${id}`);
    if (answer.ok || answer.problem.status === 404) return page.goTo(gymRules(gymId), 'removed');
    const changeState: FormState = { values: {}, problem: answer.problem };
    return refused(page, { ...(await rulesViewOf(page, gymId)), changeState });
  }
}

const refused = (page: ConsolePage, view: RulesView): string =>
  page.show(rulesScreen(page, view), 'form-refused');
