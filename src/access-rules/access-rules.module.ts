import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/index.js';
import { PartnersModule } from '../partners/index.js';
import { keepInWipes } from '../platform/database/partner-wipe.js';
import { VisitsModule } from '../visits/index.js';
import { CompiledRulesRepository } from './compiled/compiled-rules.repository.js';
import { AccessPassesPersonalData } from './passes/access-passes.personal-data.js';
import { AccessPassesRepository } from './passes/access-passes.repository.js';
import { AccessPoliciesRepository } from './policy/access-policies.repository.js';
import { AccessRulesRepository } from './rules/access-rules.repository.js';

keepInWipes('access_policies', 'access_closings', 'access_rules', 'access_rule_windows');

/**
 * Purpose: what may open a door beyond contract and check-in. Owns: access_policies, access_closings, access_rules,
 * access_rule_windows, access_passes. Offers: CompiledWindow, RIGHT_BITS. Depends on: customers, partners, visits.
 * Promises: a gym without a policy and a person without passes cost a door nothing; what a door reads is made in the
 * transaction that changed the rules.
 */
@Module({
  imports: [PartnersModule, CustomersModule, VisitsModule],
  providers: [
    AccessPassesPersonalData,
    AccessPassesRepository,
    AccessPoliciesRepository,
    AccessRulesRepository,
    CompiledRulesRepository,
  ],
})
export class AccessRulesModule {}
