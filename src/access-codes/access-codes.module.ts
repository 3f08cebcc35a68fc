import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/index.js';
import { PartnersModule } from '../partners/index.js';
import { AccessCodesController } from './access-codes.controller.js';
import { AccessCodesRepository } from './access-codes.repository.js';
import { AccessCodes } from './access-codes.js';
import { AccessCodesPersonalData } from './access-codes.personal-data.js';
import { CodeHashes } from './code-hashes.js';
import { ExpiredCodes } from './expired-codes.repository.js';

/**
 * Purpose: what opens the door. Owns: access_codes. Offers: AccessCodes, CodeHashes, ExpiredCodes, youngCodeSql.
 * Depends on: customers, partners. Promises: the clear code is stored nowhere; an earlier code stays valid until it
 * expires.
 */
@Module({
  imports: [PartnersModule, CustomersModule],
  controllers: [AccessCodesController],
  providers: [
    AccessCodesPersonalData,
    AccessCodes,
    AccessCodesRepository,
    CodeHashes,
    ExpiredCodes,
  ],
  exports: [AccessCodes, CodeHashes, ExpiredCodes],
})
export class AccessCodesModule {}
