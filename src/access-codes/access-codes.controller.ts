import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Direct } from '../platform/http/direct-routes.js';
import { CallerOf, Requires, Tenant, type Caller } from '../platform/http/declarations.js';
import { Operation } from '../platform/http/operation.js';
import { OpenApiIdPipe } from '../platform/http/parameters.js';
import { CustomerErrors } from '../customers/index.js';
import { GymErrors } from '../partners/index.js';
import { AccessCodeErrors } from './access-codes.errors.js';
import { AccessCodes } from './access-codes.js';
import { AccessCodeDto } from './dto/access-code.dto.js';

/** The code a member's app shows as QR (O-1 to O-15). */
@ApiTags('Open API')
@Controller('v1/customers')
export class AccessCodesController {
  constructor(private readonly codes: AccessCodes) {}

  @Operation('openApi.customers.getAccessCode', {
    summary: 'Issue a code that opens the door for a customer',
    description:
      'A new code at each call, good for a minute and for one entry. Fetch it when the person looks at it, and again before it ends. Until it is scanned the codes before stay good, too.',
    answer: AccessCodeDto,
    errors: [CustomerErrors.notFound, GymErrors.notFound, ...Object.values(AccessCodeErrors)],
  })
  @Direct()
  @Get(':customerId/access-code')
  @Header('Cache-Control', 'no-store')
  @Requires('CUSTOMER_READ')
  async issue(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('customerId', OpenApiIdPipe) customerId: number,
    @Query('studioId') studioId?: string,
  ): Promise<AccessCodeDto> {
    const issued = await this.codes.issue({
      partnerId,
      caller,
      customerId,
      ...(studioId !== undefined && { studioId }),
    });
    return AccessCodeDto.from(issued);
  }
}
