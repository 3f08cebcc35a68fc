export { CustomersModule } from './customers.module.js';
export { Customers } from './people/customers.js';
export { WellhubMembers } from './people/wellhub-members.js';
export { CustomerSearch, type FoundCustomer } from './search/customer-search.js';
export { MergeAndErasureRequests } from './administration/merge-and-erasure-requests.js';
export { VisibleCustomers } from './administration/visible-customers.js';
export {
  deskPersonColumns,
  deskPersonSql,
  hasPhotoSql,
  seenAtSql,
  type DeskPerson,
} from './people/desk-person.sql.js';
export { Contracts } from './contracts/contracts.js';
export type { Contract } from './contracts/contracts.repository.js';
export { Memberships, PaymentPlans } from './catalogue/catalogue.js';
export { Consents, type ConsentSource } from './consents/consents.js';
export {
  RestrictionsRepository,
  type Restriction,
} from './restrictions/restrictions.repository.js';
export { AccessPassMarksRepository } from './people/access-pass-marks.repository.js';
export { CustomerErrors } from './people/customers.errors.js';
export { olderEmailKeySql } from './people/email-keys.sql.js';
export { CARD_FORMATS, cardNumber, type CardFormat } from './people/card-number.js';
export { scannedValue } from './people/scanned-value.js';
export { StoredFiles } from './files/stored-files.js';
export type { StoredFile } from './files/files.repository.js';
export { CustomerFactsSql } from './people/customer-facts.sql.js';
export { phoneMatch } from './profiles/phone-match.js';
export { UserSearchRepository, type UserCriteria } from './profiles/user-search.repository.js';
export {
  UserProfilesRepository,
  type ProfileContract,
  type ProfileDiscount,
  type UserProfile,
} from './profiles/user-profiles.repository.js';
export { isVisibleAt } from './people/customer-rules.js';
export { CustomerMergeAndErasure } from './merge-and-erasure/customer-merge-and-erasure.js';
export { PersonalDataHolders } from './merge-and-erasure/personal-data-holders.js';
export { PersonalDataHolder } from './merge-and-erasure/personal-data-holder.js';
export { exportedRows, movedRows } from './merge-and-erasure/personal-data-rows.sql.js';
export type { Customer, CustomerPatch, CustomerStatus, NewCustomer } from './people/customer.js';
export {
  cardHoldersForEntrySql,
  currentContractSql,
  currentMembershipsSql,
  customerByCardForEntrySql,
  customerByWellhubIdForEntrySql,
  customerColumnsForEntrySql,
  customerForEntrySql,
  customerIdByGpwIdSql,
  emailKeyOfCustomerSql,
  FIRST_NAME_SQL,
  knownCustomerSql,
  restrictedSql,
  WELLHUB_PERSON_SQL,
  survivorIdSql,
} from './people/entry.sql.js';
export { consentHistorySql, customerHistorySql } from './profiles/customer-history.sql.js';
