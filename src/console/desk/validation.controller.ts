import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CheckInErrors, DeskView, type DeskResult } from '../../check-in-validation/index.js';
import { Form, seeOther, FormBody } from '../../pages/index.js';
import { Public } from '../../platform/http/declarations.js';
import { UuidPipe } from '../../platform/http/parameters.js';
import { deskCallerOf, deskPath, LOG_IN, type DeskContext } from '../layout/desk-context.js';
import { DeskEntrance } from '../log-in/desk-access.js';
import { DeskScreens } from './desk-screens.js';
import { personOf, readTypedId } from './typed-id.js';

const CHECK_IN_ID = new UuidPipe(CheckInErrors.notFound);

/** The big button: what `POST /admin/v1/check-ins/{id}/validate` does, for people. */
@ApiExcludeController()
@Public()
@Controller('console/desk/:gymId')
export class ValidationController {
  constructor(
    private readonly entrance: DeskEntrance,
    private readonly screens: DeskScreens,
    private readonly desk: DeskView,
  ) {}

  @Post('check-ins/:id/validate')
  async validate(
    @Param('gymId') gymId: string,
    @Param('id', CHECK_IN_ID) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const context = await this.entrance.at(request, gymId);
    if (!context) return seeOther(reply, LOG_IN);
    return told(reply, context, await this.desk.validate(deskCallerOf(context), id));
  }

  /** An id that is no id is explained before anybody is asked (W-53). */
  @Post('validate-id')
  async validateTyped(
    @Param('gymId') gymId: string,
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const context = await this.entrance.at(request, gymId);
    if (!context) return seeOther(reply, LOG_IN);
    const typed = readTypedId(sent, context.words.typed);
    if (Object.keys(typed.problems).length > 0)
      return this.screens.show(reply, context, { typed }, 'form-refused');
    const order = { gympassId: typed.typed, person: () => personOf(typed) };
    const result = await this.desk.validateTyped(deskCallerOf(context), context.gym.id, order);
    return told(reply, context, result);
  }
}

/** The answer stands in the check-in, so a reload tells it again and asks nobody. */
function told(reply: FastifyReply, context: DeskContext, { checkIn, reentry }: DeskResult): string {
  const query = new URLSearchParams({ done: checkIn.id, ...(reentry && { again: '1' }) });
  return seeOther(reply, `${deskPath(context)}?${query.toString()}`);
}
