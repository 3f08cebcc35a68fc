import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EventWebhooksModule } from '../event-webhooks/index.js';
import { PartnersModule } from '../partners/index.js';
import { Discounts, Memberships, PaymentPlans } from './catalogue/catalogue.js';
import { AccessPassMarksRepository } from './people/access-pass-marks.repository.js';
import { BatchWrites } from './batches/batch-writes.js';
import { CustomerBatches } from './batches/customer-batches.js';
import { CustomerBatchesAdminController } from './batches/customer-batches-admin.controller.js';
import { ConsentsAdminController } from './consents/consents-admin.controller.js';
import { Consents } from './consents/consents.js';
import { ContractsAdminController } from './contracts/contracts-admin.controller.js';
import { ContractsRepository } from './contracts/contracts.repository.js';
import { Contracts } from './contracts/contracts.js';
import { CustomerEntity } from './people/customer.entity.js';
import { CustomerSearch } from './search/customer-search.js';
import { CustomerFilterSql } from './administration/customer-filter.sql.js';
import { RankedSearchRepository } from './search/ranked-search.repository.js';
import { CustomerList } from './administration/customer-list.repository.js';
import { CustomersAdminController } from './administration/customers-admin.controller.js';
import { CustomersRepository } from './people/customers.repository.js';
import { Customers } from './people/customers.js';
import { DiscountsAdminController } from './catalogue/discounts-admin.controller.js';
import { EmailKeysWorker } from './people/email-keys.worker.js';
import { CustomerMergeAndErasure } from './merge-and-erasure/customer-merge-and-erasure.js';
import { ExportAdminController } from './personal-data/export-admin.controller.js';
import { PersonalDataExport } from './personal-data/personal-data-export.js';
import { FilePlaces } from './files/file-places.js';
import { FilesAdminController } from './files/files-admin.controller.js';
import { FilesRepository } from './files/files.repository.js';
import { HomeGyms } from './administration/home-gyms.js';
import { LocalDays } from './people/local-days.js';
import { MembershipsAdminController } from './catalogue/memberships-admin.controller.js';
import { MergeAndErasureRequests } from './administration/merge-and-erasure-requests.js';
import { CustomersPersonalData } from './personal-data/customers.personal-data.js';
import { PersonalDataHolders } from './merge-and-erasure/personal-data-holders.js';
import { PaymentPlansAdminController } from './catalogue/payment-plans-admin.controller.js';
import { RestrictionsAdminController } from './restrictions/restrictions-admin.controller.js';
import { Restrictions } from './restrictions/restrictions.js';
import { RestrictionsRepository } from './restrictions/restrictions.repository.js';
import { StoredFiles } from './files/stored-files.js';
import { UserProfilesRepository } from './profiles/user-profiles.repository.js';
import { VisibleCustomers } from './administration/visible-customers.js';
import { UserSearchRepository } from './profiles/user-search.repository.js';
import { WellhubMembers } from './people/wellhub-members.js';
import { CustomerFactsSql } from './people/customer-facts.sql.js';
import { FileAddresses } from './people/file-addresses.js';
import { ShownCustomers } from './administration/shown-customers.js';
import { keepInWipes } from '../platform/database/partner-wipe.js';

keepInWipes('memberships', 'payment_plans', 'discounts');

/**
 * Purpose: who the people are and what they agreed to. Owns: customers, memberships, payment_plans, discounts,
 * contracts, restrictions, consents, files. Offers: Customers, WellhubMembers, CustomerSearch, Contracts, RestrictionsRepository,
 * UserProfilesRepository, UserSearchRepository, StoredFiles, emailAddress, cardNumber, fragments for codes, gate and desk.
 * Depends on: partners, event-webhooks, wellhub. Promises: ids are unique per partner; every change is published in its own
 * transaction; merge and erasure reach every room that registered, or none.
 */
@Module({
  imports: [TypeOrmModule.forFeature([CustomerEntity]), PartnersModule, EventWebhooksModule],
  controllers: [
    CustomersAdminController,
    CustomerBatchesAdminController,
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
    AccessPassMarksRepository,
    RestrictionsRepository,
    Memberships,
    PaymentPlans,
    Discounts,
    StoredFiles,
    UserProfilesRepository,
    UserSearchRepository,
    FileAddresses,
    FilePlaces,
    FilesRepository,
    CustomersRepository,
    ContractsRepository,
    CustomerFactsSql,
    CustomerFilterSql,
    CustomerList,
    CustomerSearch,
    RankedSearchRepository,
    EmailKeysWorker,
    CustomerMergeAndErasure,
    MergeAndErasureRequests,
    PersonalDataExport,
    PersonalDataHolders,
    HomeGyms,
    LocalDays,
    CustomersPersonalData,
    ShownCustomers,
    VisibleCustomers,
    BatchWrites,
    CustomerBatches,
  ],
  exports: [
    Customers,
    CustomerMergeAndErasure,
    MergeAndErasureRequests,
    PersonalDataHolders,
    CustomerFactsSql,
    Consents,
    WellhubMembers,
    CustomerSearch,
    VisibleCustomers,
    Contracts,
    RestrictionsRepository,
    AccessPassMarksRepository,
    Memberships,
    PaymentPlans,
    StoredFiles,
    UserProfilesRepository,
    UserSearchRepository,
  ],
})
export class CustomersModule {}
