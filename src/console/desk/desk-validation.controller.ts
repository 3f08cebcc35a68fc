import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CheckInErrors, DeskCheckIns, type DeskResult } from '../../check-in-validation/index.js';
import { Form, seeOther, FormBody } from '../../pages/index.js';
import { Public } from '../../platform/http/declarations.js';
import { UuidPipe } from '../../platform/http/parameters.js';
import { actorAtGym, type DeskContext, deskLogInFor, deskPath } from '../layout/desk-context.js';
import { DeskAccess } from '../log-in/desk-access.js';
import { doorWarningFields } from '../reasons/door-warnings.js';
import { DeskScreens } from './desk-screens.js';
import { personOf, readManualEntry } from './manual-entry.js';

const CHECK_IN_ID = new UuidPipe(CheckInErrors.notFound);

/** The Validate button: the same as `POST /admin/v1/check-ins/{id}/validate`. */
@ApiExcludeController()
@Public()
@Controller('console/desk/:gymId')
export class ValidationController {
  constructor(
    private readonly access: DeskAccess,
    private readonly screens: DeskScreens,
    private readonly desk: DeskCheckIns,
  ) {}

  @Post('check-ins/:id/validate')
  async validate(
    @Param('gymId') gymId: string,
    @Param('id', CHECK_IN_ID) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const context = await this.access.findAtGym(request, gymId);
    if (!context) return seeOther(reply, deskLogInFor(gymId));
    return redirectToResult(reply, context, await this.desk.validate(actorAtGym(context), id));
  }

  /** A malformed id is refused before Wellhub is called (W-53). */
  @Post('validate-id')
  async validateManualEntry(
    @Param('gymId') gymId: string,
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const context = await this.access.findAtGym(request, gymId);
    if (!context) return seeOther(reply, deskLogInFor(gymId));
    const typed = readManualEntry(sent, context.words.manualEntry);
    if (Object.keys(typed.problems).length > 0)
      return this.screens.render(reply, context, { typed, status: 'form-refused' });
    const order = { gympassId: typed.typed, person: () => personOf(typed) };
    const result = await this.desk.validateTyped(actorAtGym(context), context.gym.id, order);
    return redirectToResult(reply, context, result);
  }
}

/** The result is stored in the check-in, so a reload shows it again without another call. */
function redirectToResult(
  reply: FastifyReply,
  context: DeskContext,
  { checkIn, reentry, accessWarnings }: DeskResult,
): string {
  const query = new URLSearchParams({
    done: checkIn.id,
    ...(reentry && { again: '1' }),
    ...doorWarningFields(accessWarnings),
  });
  return seeOther(reply, `${deskPath(context)}?${query.toString()}`);
}
