import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Direct } from '../platform/http/direct-routes.js';
import { CallerOf, Requires, Tenant, type Caller } from '../platform/http/declarations.js';
import { OpenApiIdPipe } from '../platform/http/parameters.js';
import { AccessCodes } from './access-codes.js';
import { AccessCodeDto } from './dto/access-code.dto.js';

/** The code a member's app shows as QR (O-1 to O-15). */
@ApiTags('Open API')
@Controller('v1/customers')
export class AccessCodesController {
  constructor(private readonly codes: AccessCodes) {}

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
