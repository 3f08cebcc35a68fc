import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EventWebhooksModule } from '../event-webhooks/index.js';
import { PartnersModule } from '../partners/index.js';
import { DiscountEntity, MembershipEntity, PaymentPlanEntity } from './catalogue.entity.js';
import { Discounts, Memberships, PaymentPlans } from './catalogue.js';
import { ConsentsAdminController } from './consents-admin.controller.js';
import { Consents } from './consents.js';
import { ContractsAdminController } from './contracts-admin.controller.js';
import { ContractsRepository } from './contracts.repository.js';
import { Contracts } from './contracts.js';
import { CustomerEntity } from './customer.entity.js';
import { CustomerSearch } from './customer-search.js';
import { CustomerList } from './customer-list.js';
import { CustomersAdminController } from './customers-admin.controller.js';
import { CustomersRepository } from './customers.repository.js';
import { Customers } from './customers.js';
import { DiscountsAdminController } from './discounts-admin.controller.js';
import { EmailKeys } from './email-keys.js';
import { CustomerMergeAndErasure } from './endings.js';
import { ExportAdminController } from './export-admin.controller.js';
import { PersonalDataExport } from './exports.js';
import { FilePlaces } from './file-places.js';
import { FilesAdminController } from './files-admin.controller.js';
import { FilesRepository } from './files.repository.js';
import { HomeGyms } from './home-gyms.js';
import { LocalDays } from './local-days.js';
import { MembershipsAdminController } from './memberships-admin.controller.js';
import { MergeAndErasureRequests } from './merge-and-erasure-requests.js';
import { OwnTables } from './own-tables.js';
import { PersonalDataHolders } from './personal-data-holders.js';
import { PaymentPlansAdminController } from './payment-plans-admin.controller.js';
import { RestrictionsAdminController } from './restrictions-admin.controller.js';
import { Restrictions } from './restrictions.js';
import { StoredFiles } from './stored-files.js';
import { UserProfiles } from './user-profile.js';
import { VisibleCustomers } from './visible-customers.js';
import { WellhubMembers } from './wellhub-members.js';

/**
 * Purpose: who the people are and what they agreed to. Owns: customers, memberships, payment_plans, discounts,
 * contracts, restrictions, consents, files. Offers: Customers, WellhubMembers, CustomerSearch, Contracts, Restrictions, UserProfiles,
 * StoredFiles, emailAddress, cardNumber, fragments for codes, gate and desk.
 * Depends on: partners, event-webhooks. Promises: ids are unique per partner; every change is told in its own
 * transaction; merge and erasure reach every room that registered, or none.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([CustomerEntity, MembershipEntity, PaymentPlanEntity, DiscountEntity]),
    PartnersModule,
    EventWebhooksModule,
  ],
  controllers: [
    CustomersAdminController,
    ExportAdminController,
    RestrictionsAdminController,
    ConsentsAdminController,
    ContractsAdminController,
    MembershipsAdminController,
    PaymentPlansAdminController,
    DiscountsAdminController,
    FilesAdminController,
  ],
  providers: [
    Customers,
    WellhubMembers,
    Contracts,
    Consents,
    Restrictions,
    Memberships,
    PaymentPlans,
    Discounts,
    StoredFiles,
    UserProfiles,
    FilePlaces,
    FilesRepository,
    CustomersRepository,
    ContractsRepository,
    CustomerList,
    CustomerSearch,
    EmailKeys,
    CustomerMergeAndErasure,
    MergeAndErasureRequests,
    PersonalDataExport,
    PersonalDataHolders,
    HomeGyms,
    LocalDays,
    OwnTables,
    VisibleCustomers,
  ],
  exports: [
    Customers,
    CustomerMergeAndErasure,
    MergeAndErasureRequests,
    PersonalDataHolders,
    Consents,
    WellhubMembers,
    CustomerSearch,
    VisibleCustomers,
    Contracts,
    Restrictions,
    Memberships,
    PaymentPlans,
    StoredFiles,
    UserProfiles,
  ],
})
export class CustomersModule {}
