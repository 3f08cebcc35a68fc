import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Partners } from '../partners/index.js';
import { CallerOf, RequiresAny, type Caller } from '../platform/http/declarations.js';
import { Operation } from '../platform/http/operation.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { OwnKeyDto } from './dto/own-key.dto.js';

@ApiTags('API keys')
@Controller('admin/v1')
export class OwnKeyController {
  constructor(
    private readonly keys: ApiKeysRepository,
    private readonly partners: Partners,
  ) {}

  @Operation('apiKeys.getCurrent', {
    summary: 'Get the key of this call',
    description:
      'Whose the key is and what it may do: for software that was given a key and needs the id of its partner for the addresses of other calls. Any key may call it.',
    answer: OwnKeyDto,
  })
  @Get('api-keys/current')
  @RequiresAny('key')
  async get(@CallerOf() caller: Caller): Promise<OwnKeyDto> {
    const { keyId, partnerId } = caller;
    const row = await this.keys.findLiveById(keyId);
    const partner = partnerId === undefined ? undefined : await this.partners.get(partnerId);
    return OwnKeyDto.from(caller, row, partner);
  }
}
