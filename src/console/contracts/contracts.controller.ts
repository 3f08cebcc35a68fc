import { Body, Get, Param, Post, Put } from '@nestjs/common';
import { Takes } from '../../platform/http/body-kinds.js';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage, ListedPage } from '../frame/console-page.js';
import { storeFile, type FileAnswer } from '../frame/file-answer.js';
import { isStoredAlready, refusedForm, storedForm, type FormState } from '../frame/form-state.js';
import { memberName, memberPath } from '../frame/people.js';
import { OnPage, Screens } from '../frame/screens.js';
import { fileProblems } from '../files/files-words.js';
import { contractChangeIn, contractFieldsIn, contractIn, contractValues } from './contract-form.js';
import { contractScreen, type ContractView } from './contract-screen.js';
import { contractsOf, membershipsOf, offersOf, type MemberContract } from './contract.js';
import { contractsScreen } from './contracts-screen.js';

/** The contracts of one member. */
@Screens('console/members/:customerId/contracts')
export class ContractScreensController {
  @Get()
  @RequiresSession('CUSTOMER_READ')
  async list(@OnPage() page: ConsolePage, @Param('customerId') id: string): Promise<string> {
    const cursor = page.query.text('cursor');
    const [member, found, memberships] = await Promise.all([
      memberName(page, id),
      page.get<ListedPage<MemberContract>>(listOf(id), { cursor }),
      membershipsOf(page),
    ]);
    const names = new Map(memberships.map((one) => [one.id, one.name]));
    const view = { customerId: Number(id), member, found, memberships: names };
    return page.show(contractsScreen(page, view));
  }

  @Get('new')
  @RequiresSession('CUSTOMER_WRITE')
  async add(@OnPage() page: ConsolePage, @Param('customerId') id: string): Promise<string> {
    const values = { startDate: page.formats.todayAt(await page.readableGyms()) };
    return page.show(contractScreen(page, await viewOf(page, id, { values })));
  }

  @Post('new')
  @RequiresSession('CUSTOMER_WRITE')
  async create(@OnPage() page: ConsolePage, @Param('customerId') id: string): Promise<string> {
    const { form } = page;
    const answer = await page.send('POST', listOf(id), contractIn(form));
    if (answer.ok) return page.goTo(memberPath(id), 'contract');
    const state = refusedForm(form, contractFieldsIn(form), answer.problem);
    return page.show(contractScreen(page, await viewOf(page, id, state)), 'form-refused');
  }

  @Get(':contractId')
  @RequiresSession('CUSTOMER_READ')
  async show(
    @OnPage() page: ConsolePage,
    @Param('customerId') id: string,
    @Param('contractId') contractId: string,
  ): Promise<string> {
    return page.show(contractScreen(page, await storedViewOf(page, id, contractId)));
  }

  @Post(':contractId')
  @RequiresSession('CUSTOMER_WRITE')
  async save(
    @OnPage() page: ConsolePage,
    @Param('customerId') id: string,
    @Param('contractId') contractId: string,
  ): Promise<string> {
    const { form } = page;
    const path = `${listOf(id)}/${contractId}`;
    const answer = await page.send('PATCH', path, contractChangeIn(form));
    if (answer.ok) return page.goTo(memberPath(id), 'saved');
    const view = await storedViewOf(page, id, contractId);
    const typed = refusedForm(form, contractFieldsIn(form), answer.problem);
    const state = { ...typed, stored: view.state.stored };
    if (isStoredAlready(state)) return page.goTo(memberPath(id), 'saved');
    return page.show(contractScreen(page, { ...view, state }), 'form-refused');
  }

  /** Sent by the page's script: the body is the file. */
  @Put(':contractId/document')
  @Takes('file')
  @RequiresSession('CUSTOMER_WRITE')
  async putDocument(
    @OnPage() page: ConsolePage,
    @Param('customerId') id: string,
    @Param('contractId') contractId: string,
    @Body() body: unknown,
  ): Promise<FileAnswer> {
    const to = `${contractsOf(id, `/${contractId}`)}?done=saved`;
    const problems = fileProblems(page, 'document');
    return storeFile(page, { path: `contracts/${contractId}/document`, body, to, problems });
  }

  /** Removed twice, it is gone as well. */
  @Post(':contractId/document/remove')
  @RequiresSession('CUSTOMER_WRITE')
  async removeDocument(
    @OnPage() page: ConsolePage,
    @Param('customerId') id: string,
    @Param('contractId') contractId: string,
  ): Promise<string> {
    await page.send('DELETE', `contracts/${contractId}/document`);
    return page.goTo(contractsOf(id, `/${contractId}`), 'removed');
  }
}

const listOf = (customerId: string): string => `customers/${customerId}/contracts`;

async function viewOf(page: ConsolePage, id: string, state: FormState): Promise<ContractView> {
  const [member, offers] = await Promise.all([memberName(page, id), offersOf(page)]);
  return { customerId: Number(id), member, offers, state };
}

async function storedViewOf(
  page: ConsolePage,
  id: string,
  contractId: string,
): Promise<ContractView & { readonly contract: MemberContract }> {
  const { body: contract, tag } = await page.getTagged<MemberContract>(
    `${listOf(id)}/${contractId}`,
  );
  const state = storedForm({ values: contractValues(contract), tag });
  return { ...(await viewOf(page, id, state)), contract };
}
