export { CustomersModule } from './customers.module.js';
export { Customers } from './customers.js';
export { WellhubMembers } from './wellhub-members.js';
export { CustomerSearch, type FoundCustomer } from './customer-search.js';
export { MergeAndErasureRequests } from './merge-and-erasure-requests.js';
export { VisibleCustomers } from './visible-customers.js';
export { ViewerOf, type Viewer } from './viewer.js';
export { deskPersonColumns, deskPersonSql, seenAtSql, type DeskPerson } from './desk-sql.js';
export { Contracts } from './contracts.js';
export type { Contract } from './contracts.repository.js';
export { Memberships, PaymentPlans } from './catalogue.js';
export { Consents, type ConsentSource } from './consents.js';
export { Restrictions, type Restriction } from './restrictions.js';
export { CustomerErrors } from './customers.errors.js';
export { olderEmailKeySql } from './email-keys.js';
export { CARD_FORMATS, cardNumber, type CardFormat } from './card-number.js';
export { scannedValue } from './scanned-value.js';
export { StoredFiles } from './stored-files.js';
export type { StoredFile } from './files.repository.js';
export {
  UserProfiles,
  type ProfileContract,
  type ProfileDiscount,
  type UserProfile,
} from './user-profile.js';
export { isVisibleAt } from './customer-rules.js';
export { CustomerMergeAndErasure } from './endings.js';
export { PersonalDataHolders } from './personal-data-holders.js';
export { exportedRows, type PersonalDataHolder } from './personal-data.js';
export type {
  CustomerEntity as Customer,
  CustomerPatch,
  CustomerStatus,
  NewCustomer,
} from './customer.entity.js';
export {
  currentContractSql,
  customerByCardForEntrySql,
  customerByWellhubIdForEntrySql,
  customerColumnsForEntrySql,
  customerForEntrySql,
  customerIdByGpwIdSql,
  emailKeyOfCustomerSql,
  plainSightingSql,
  restrictedSql,
  WELLHUB_PERSON_SQL,
  survivorIdSql,
} from './entry-sql.js';
