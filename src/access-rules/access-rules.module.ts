import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/index.js';
import { PartnersModule } from '../partners/index.js';
import { keepInWipes } from '../platform/database/partner-wipe.js';
import { VisitsModule } from '../visits/index.js';
import { AccessPassesAdminController } from './administration/access-passes-admin.controller.js';
import { AccessPoliciesAdminController } from './administration/access-policies-admin.controller.js';
import { AccessPolicies } from './administration/access-policies.js';
import { AccessRulesAdminController } from './administration/access-rules-admin.controller.js';
import { CompiledRulesRepository } from './compiled/compiled-rules.repository.js';
import { KnownDoors } from './compiled/known-doors.js';
import { AccessPassesPersonalData } from './passes/access-passes.personal-data.js';
import { AccessPassesRepository } from './passes/access-passes.repository.js';
import { AccessPasses } from './passes/access-passes.js';
import { AccessPoliciesRepository } from './policy/access-policies.repository.js';
import { AccessRules } from './rules/access-rules.js';
import { AccessRulesRepository } from './rules/access-rules.repository.js';
import { DoorlessRules } from './rules/doorless-rules.js';
import { RuleChanges } from './rules/rule-changes.js';
import { RuleDoors } from './rules/rule-doors.js';
import { RuleReferences } from './rules/rule-references.js';

keepInWipes('access_policies', 'access_closings', 'access_rules', 'access_rule_windows');

/**
 * Purpose: what may open a door beyond contract and check-in. Owns: access_policies, access_closings, access_rules,
 * access_rule_windows, access_passes. Offers: RuleDoors, CompiledWindow, RIGHT_BITS.
 * Depends on: customers, partners, visits.
 * Promises: a gym without a policy and a person without passes cost a door nothing; what a door reads is made in the
 * transaction that changed the rules.
 */
@Module({
  imports: [PartnersModule, CustomersModule, VisitsModule],
  controllers: [
    AccessPoliciesAdminController,
    AccessRulesAdminController,
    AccessPassesAdminController,
  ],
  providers: [
    AccessPassesPersonalData,
    AccessPasses,
    AccessPassesRepository,
    AccessPolicies,
    AccessPoliciesRepository,
    AccessRules,
    AccessRulesRepository,
    CompiledRulesRepository,
    DoorlessRules,
    KnownDoors,
    RuleChanges,
    RuleDoors,
    RuleReferences,
  ],
  exports: [RuleDoors],
})
export class AccessRulesModule {}
