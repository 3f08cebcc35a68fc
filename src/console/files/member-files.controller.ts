import { Body, Get, Param, Post, Put } from '@nestjs/common';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import { Takes } from '../../platform/http/body-kinds.js';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { storeFile, type FileAnswer } from '../frame/file-answer.js';
import { OnPage, Screens } from '../frame/screens.js';
import { MEMBER_FILES, type MemberFile } from './file-kinds.js';
import { fileProblems } from './files-words.js';
import { memberFiles, memberFilesScreen, type FiledMember } from './member-files-screen.js';

/** The photo and the documents of a member. */
@Screens('console/members/:customerId/files')
export class MemberFilesController {
  @Get()
  @RequiresSession('CUSTOMER_READ')
  async show(@OnPage() page: ConsolePage, @Param('customerId') id: string): Promise<string> {
    return page.show(memberFilesScreen(page, await page.get<FiledMember>(`customers/${id}`)));
  }

  /** Sent by the page's script: the body is the file. */
  @Put(':kind')
  @Takes('file')
  @RequiresSession('CUSTOMER_WRITE')
  put(
    @OnPage() page: ConsolePage,
    @Param('customerId') id: string,
    @Param('kind') name: string,
    @Body() body: unknown,
  ): Promise<FileAnswer> {
    const kind = kindOf(name);
    const [path, to] = [`customers/${id}/${kind}`, `${memberFiles(id)}?done=saved`];
    return storeFile(page, { path, body, to, problems: fileProblems(page, kind) });
  }

  /** Removed twice, it is gone as well. */
  @Post(':kind/remove')
  @RequiresSession('CUSTOMER_WRITE')
  async remove(
    @OnPage() page: ConsolePage,
    @Param('customerId') id: string,
    @Param('kind') name: string,
  ): Promise<string> {
    await page.send('DELETE', `customers/${id}/${kindOf(name)}`);
    return page.goTo(memberFiles(id), 'removed');
  }
}

/** @throws request.not-found for what is no kind of file */
function kindOf(name: string): MemberFile {
  const kind = MEMBER_FILES.find((known) => known === name);
  if (!kind) throw new DomainError(RequestErrors.notFound);
  return kind;
}
