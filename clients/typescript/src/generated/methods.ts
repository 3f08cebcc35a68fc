// Written by `npm run client` from the OpenAPI document: not to be changed by hand.
import type {
  AccessCodeDetail,
  AccountDetail,
  Admission,
  BookingDetail,
  ChangeContract,
  ChangeDevice,
  ChangeDiscount,
  ChangeMembership,
  ChangePaymentPlan,
  CheckInDetail,
  ClaimDetail,
  ConsentDetail,
  Consents,
  Contract,
  CreateContract,
  CreateDevice,
  CreateDiscount,
  CreateMembership,
  CreatePaymentPlan,
  Customer,
  CustomerBody,
  CustomerDetail,
  Decision,
  DeliveryDetail,
  Device,
  DeviceToken,
  Discount,
  DryRun,
  DryRunRequest,
  Entry,
  EventDetail,
  FileDto,
  GiveConsent,
  JoinDetail,
  Member,
  Membership,
  MergeCustomer,
  PaymentPlan,
  ReconciliationDetail,
  RedirectLink,
  RegistrationDetail,
  Restriction,
  ScanDetail,
  ShownRestriction,
  StudioDevice,
  StudioDeviceToken,
  TestEnvironment,
  Token,
  UsageDetail,
  VisitDetail,
  WebhookDetail,
} from './schemas.js';
import type { CallOptions, FileBody } from '../options.js';
import type { PagedList } from '../pages.js';

export interface Methods {
  readonly contracts: ContractsMethods;

  readonly customers: CustomersMethods;

  readonly devices: DevicesMethods;

  readonly discounts: DiscountsMethods;

  readonly files: FilesMethods;

  readonly gyms: GymsMethods;

  readonly memberships: MembershipsMethods;

  readonly openApi: OpenApiMethods;

  readonly paymentPlans: PaymentPlansMethods;

  readonly testEnvironments: TestEnvironmentsMethods;

  readonly tokens: TokensMethods;

  readonly wellhub: WellhubMethods;
}

export interface WellhubMethods {
  readonly testTokens: WellhubTestTokensMethods;

  readonly testUsers: WellhubTestUsersMethods;

  readonly tokens: WellhubTokensMethods;

  readonly users: WellhubUsersMethods;
}

export interface WellhubUsersMethods {
  /**
   * Register a user and get the page to open.
   *
   * Unknown fields are ignored. The link works once, for half an hour.
   *
   * Scope `WELLHUB_REGISTRATION`.
   */
  register(
    body: { readonly [name: string]: unknown },
    options?: CallOptions,
  ): Promise<RedirectLink>;
}

export interface WellhubTokensMethods {
  /**
   * Exchange the key of Wellhub for an access token.
   *
   * The token opens the registration of users for an hour, and nothing else.
   *
   * Scope `WELLHUB_REGISTRATION`.
   */
  get(options?: CallOptions): Promise<Token>;
}

export interface WellhubTestUsersMethods {
  /**
   * Register a user in the test environment.
   *
   * As `wellhub.users.register`, with a token of a test environment.
   *
   * Scope `WELLHUB_REGISTRATION`.
   */
  register(options?: CallOptions): Promise<RedirectLink>;
}

export interface WellhubTestTokensMethods {
  /**
   * Exchange the key of Wellhub for an access token, for tests.
   *
   * Only for a key of a test environment; its token registers users there.
   *
   * Scope `WELLHUB_REGISTRATION`.
   */
  get(options?: CallOptions): Promise<Token>;
}

export interface TokensMethods {
  /**
   * Exchange an API key for an access token.
   *
   * The token has the scopes, the gym and the environment of the key, and ends with it or after an hour. Send the key in `X-Api-Key`; a token makes no other token.
   *
   * At most 1000 requests per minute and key.
   */
  create(options?: CallOptions): Promise<Token>;
}

export interface TestEnvironmentsMethods {
  /**
   * Make the test environment of a partner.
   *
   * A tenant of its own, for trying: nothing in it is seen, counted or admitted in the live one, and it never calls Wellhub's production.
   * It begins with the partner's settings, and without keys, gyms or a connection. Where there is one already it is answered, with 200.
   * A key with `environment: "test"` makes it as well.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  create(options?: CallOptions): Promise<TestEnvironment>;

  /**
   * Get the test environment of a partner.
   *
   * By the id of the partner or of the test environment.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  get(options?: CallOptions): Promise<TestEnvironment>;
}

export interface PaymentPlansMethods {
  /**
   * Add a payment plan.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  create(body: CreatePaymentPlan, options?: CallOptions): Promise<PaymentPlan>;

  /**
   * Read a payment plan.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  get(id: number, options?: CallOptions): Promise<PaymentPlan>;

  /**
   * List the payment plans.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  list(
    query?: { readonly limit?: number | undefined },
    options?: CallOptions,
  ): PagedList<PaymentPlan>;

  /**
   * Change a payment plan.
   *
   * A JSON merge patch. Contracts go on naming it.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  update(id: number, body: ChangePaymentPlan, options?: CallOptions): Promise<PaymentPlan>;
}

export interface OpenApiMethods {
  readonly aggregator: OpenApiAggregatorMethods;

  readonly cardReader: OpenApiCardReaderMethods;

  readonly devices: OpenApiDevicesMethods;
}

export interface OpenApiDevicesMethods {
  /**
   * Give a device a token and switch it on.
   *
   * Each call makes a new token; the one before is void at once.
   *
   * Scope `DEVICE_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  activate(deviceId: number, options?: CallOptions): Promise<StudioDeviceToken>;

  /**
   * List the devices of a studio.
   *
   * Scope `DEVICE_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  list(
    query?: {
      /** Which studio. Not needed by a key that is narrowed to one, nor where there is only one */
      readonly studioId?: number | undefined;
    },
    options?: CallOptions,
  ): Promise<readonly StudioDevice[]>;
}

export interface OpenApiCardReaderMethods {
  /**
   * Decide whether a door opens.
   *
   * What a turnstile sends for each scan, with its token as `Authorization: Bearer …`. 200 opens the door, anything else keeps it shut.
   */
  identify(options?: CallOptions): Promise<Admission>;
}

export interface OpenApiAggregatorMethods {
  /**
   * Ask whether a Wellhub member may enter now.
   *
   * For gym software with doors of its own: 200 means that the person may enter, and a waiting check-in is validated at Wellhub. It gives up after 750 ms.
   *
   * Scope `CHECKIN_WRITE`.
   *
   * At most 60000 requests per minute and key.
   */
  validateCheckIn(
    body: {
      /** Wellhub id */
      readonly aggregatorId: string;
      /** the caller’s own number of the person */
      readonly customerId: number;
    },
    options?: CallOptions & {
      readonly query?: {
        /** Which studio. Not needed by a key that is narrowed to one, nor where there is only one */
        readonly studioId?: number | undefined;
      };
    },
  ): Promise<Entry>;

  /**
   * Read who a Wellhub member is.
   *
   * What is not known is left out, except a name.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 60000 requests per minute and key.
   */
  validateMember(
    body: {
      /** Wellhub id */
      readonly aggregatorId: string;
    },
    options?: CallOptions & {
      readonly query?: {
        /** Which studio. Not needed by a key that is narrowed to one, nor where there is only one */
        readonly studioId?: number | undefined;
      };
    },
  ): Promise<Member>;
}

export interface MembershipsMethods {
  /**
   * Add a kind of membership.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  create(body: CreateMembership, options?: CallOptions): Promise<Membership>;

  /**
   * Read a kind of membership.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  get(id: number, options?: CallOptions): Promise<Membership>;

  /**
   * List the kinds of membership.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  list(
    query?: { readonly limit?: number | undefined },
    options?: CallOptions,
  ): PagedList<Membership>;

  /**
   * Change a kind of membership.
   *
   * A JSON merge patch. Contracts go on naming it.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  update(id: number, body: ChangeMembership, options?: CallOptions): Promise<Membership>;
}

export interface GymsMethods {
  /**
   * List what the doors of a gym decided.
   *
   * Every scan of the last 90 days, allowed or refused; newest first.
   *
   * Scope `CHECKIN_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  listDecisions(
    gymId: number,
    query?: {
      readonly limit?: number | undefined;
      readonly from?: string | undefined;
      readonly to?: string | undefined;
      readonly result?:
        | 'OPEN'
        | 'REPEAT'
        | 'VALIDATION_FAILED'
        | 'DEVICE_RATE_LIMITED'
        | 'ACCESS_CODE_UNKNOWN'
        | 'ACCESS_CODE_WRONG_STUDIO'
        | 'ACCESS_CODE_ALREADY_USED'
        | 'ACCESS_CODE_EXPIRED'
        | 'CUSTOMER_ACCESS_RESTRICTED'
        | 'CONTRACT_REQUIRED'
        | 'WELLHUB_CHECKIN_REQUIRED'
        | 'WELLHUB_CHECKIN_EXPIRED'
        | 'WELLHUB_CHECKIN_CANCELED'
        | 'WELLHUB_CHECKIN_NOT_FOUND'
        | 'WELLHUB_CHECKIN_REJECTED'
        | 'WELLHUB_UNAVAILABLE'
        | undefined;
      /** Only of this device */
      readonly deviceId?: number | undefined;
      /** Whether the door opened */
      readonly outcome?: 'OPENED' | 'REFUSED' | undefined;
    },
    options?: CallOptions,
  ): PagedList<Decision>;

  /**
   * List the devices of a gym.
   *
   * Scope `DEVICE_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  listDevices(
    gymId: number,
    query?: { readonly limit?: number | undefined },
    options?: CallOptions,
  ): PagedList<Device>;
}

export interface FilesMethods {
  /**
   * Remove the document of a contract.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  deleteContractDocument(contractId: number, options?: CallOptions): Promise<void>;

  /**
   * Remove the cover photo of a customer.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  deleteCoverPhoto(customerId: number, options?: CallOptions): Promise<void>;

  /**
   * Remove the direct debit document of a customer.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  deleteDirectDebitDocument(customerId: number, options?: CallOptions): Promise<void>;

  /**
   * Remove the photo of a customer.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  deletePhoto(customerId: number, options?: CallOptions): Promise<void>;

  /**
   * Read the document of a contract.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  getContractDocument(contractId: number, options?: CallOptions): Promise<Blob>;

  /**
   * Read the cover photo of a customer.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  getCoverPhoto(customerId: number, options?: CallOptions): Promise<Blob>;

  /**
   * Read the direct debit document of a customer.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  getDirectDebitDocument(customerId: number, options?: CallOptions): Promise<Blob>;

  /**
   * Read the photo of a customer.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  getPhoto(customerId: number, options?: CallOptions): Promise<Blob>;

  /**
   * Store the document of a contract.
   *
   * The body is the file, at most 5 MiB: JPEG or PNG, a document also PDF. Its type is read from its bytes; the file before is replaced.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  putContractDocument(contractId: number, body: FileBody, options?: CallOptions): Promise<FileDto>;

  /**
   * Store the cover photo of a customer.
   *
   * The body is the file, at most 5 MiB: JPEG or PNG, a document also PDF. Its type is read from its bytes; the file before is replaced.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  putCoverPhoto(customerId: number, body: FileBody, options?: CallOptions): Promise<FileDto>;

  /**
   * Store the direct debit document of a customer.
   *
   * The body is the file, at most 5 MiB: JPEG or PNG, a document also PDF. Its type is read from its bytes; the file before is replaced.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  putDirectDebitDocument(
    customerId: number,
    body: FileBody,
    options?: CallOptions,
  ): Promise<FileDto>;

  /**
   * Store the photo of a customer.
   *
   * The body is the file, at most 5 MiB: JPEG or PNG, a document also PDF. Its type is read from its bytes; the file before is replaced.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  putPhoto(customerId: number, body: FileBody, options?: CallOptions): Promise<FileDto>;
}

export interface DiscountsMethods {
  /**
   * Add a discount.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  create(body: CreateDiscount, options?: CallOptions): Promise<Discount>;

  /**
   * Read a discount.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  get(id: number, options?: CallOptions): Promise<Discount>;

  /**
   * List the discounts.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  list(query?: { readonly limit?: number | undefined }, options?: CallOptions): PagedList<Discount>;

  /**
   * Change a discount.
   *
   * A JSON merge patch. Contracts go on naming it.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  update(id: number, body: ChangeDiscount, options?: CallOptions): Promise<Discount>;
}

export interface DevicesMethods {
  /**
   * Add a device to a gym.
   *
   * It opens nothing before it has a token: `devices.createToken`.
   *
   * Scope `DEVICE_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  create(gymId: number, body: CreateDevice, options?: CallOptions): Promise<Device>;

  /**
   * Give a device a token.
   *
   * The token before is void at once, and the device is active from now on. The token is shown this once.
   *
   * Scope `DEVICE_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  createToken(id: number, options?: CallOptions): Promise<DeviceToken>;

  /**
   * Remove a device.
   *
   * Its token is void at once; its decisions stay in the log.
   *
   * Scope `DEVICE_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  delete(id: number, options?: CallOptions): Promise<void>;

  /**
   * Find out what a device would answer to a code or a card.
   *
   * The gate’s own decision, which opens nothing and uses up no code. It leaves a row in the log of decisions, marked as a dry run.
   *
   * Scope `DEVICE_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  dryRun(id: number, body: DryRunRequest, options?: CallOptions): Promise<DryRun>;

  /**
   * Read a device.
   *
   * Scope `DEVICE_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  get(id: number, options?: CallOptions): Promise<Device>;

  /**
   * List the devices of all gyms.
   *
   * A key that is narrowed to a gym sees those of its gym.
   *
   * Scope `DEVICE_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  list(
    query?: {
      readonly limit?: number | undefined;
      /** Only of this gym */
      readonly gymId?: number | undefined;
    },
    options?: CallOptions,
  ): PagedList<Device>;

  /**
   * Change a device.
   *
   * A device that is switched off (`active: false`) keeps its token and opens nothing.
   *
   * Scope `DEVICE_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  update(id: number, body: ChangeDevice, options?: CallOptions): Promise<Device>;
}

export interface CustomersMethods {
  /**
   * Add a customer.
   *
   * With a key that is narrowed to a gym the customer belongs to that gym. A number, a Wellhub id, a gpw id and a card belong to one customer only.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  create(body: CustomerBody, options?: CallOptions): Promise<Customer>;

  /**
   * Erase a person.
   *
   * What is personal goes for good: name, addresses, ids, files, log-in. Visits, check-ins and contracts stay without a person. Cannot be taken back.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  delete(customerId: number, options?: CallOptions): Promise<void>;

  /**
   * Let a customer in again.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  deleteRestriction(customerId: number, options?: CallOptions): Promise<void>;

  /**
   * Export all that is held about a person.
   *
   * For a person’s request to know it. One property for each kind of data; later versions may have more. Files are fetched one by one. It leaves a row in the audit log.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  export(customerId: number, options?: CallOptions): Promise<{ readonly [name: string]: unknown }>;

  /**
   * Read a customer.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  get(customerId: number, options?: CallOptions): Promise<Customer>;

  /**
   * Read whether a customer is kept out.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  getRestriction(customerId: number, options?: CallOptions): Promise<ShownRestriction>;

  /**
   * Read one entry of a customer’s story.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  getTimelineEntry(
    customerId: number,
    entryId: string,
    options?: CallOptions,
  ): Promise<
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'customer';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: CustomerDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'registration';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: RegistrationDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'join';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: JoinDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'account';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: AccountDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'consent';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: ConsentDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'wellhub-id-claim';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: ClaimDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'webhook';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: WebhookDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'booking';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: BookingDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'check-in';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: CheckInDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'access-code';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: AccessCodeDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'scan';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: ScanDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'visit-begin';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: VisitDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'visit-end';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: VisitDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'event';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: EventDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'delivery';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: DeliveryDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'usage-event';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: UsageDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'reconciliation';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: ReconciliationDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
  >;

  /**
   * List or search customers.
   *
   * By id, or with `q` the likeliest first. Parameters narrow together; erased people are found by no `q`. A key that is narrowed to a gym sees the customers of that gym and those without one.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  list(
    query?: {
      readonly limit?: number | undefined;
      /** Name, e-mail, phone, card, number or either Wellhub id; the likeliest first */
      readonly q?: string | undefined;
      readonly email?: string | undefined;
      readonly gympassId?: string | undefined;
      readonly gympassUserId?: string | undefined;
      readonly number?: string | undefined;
      readonly status?: 'PENDING' | 'ACTIVE' | 'DISABLED' | 'ERASED' | undefined;
      /** as Wellhub counts the person */
      readonly wellhubStatus?: 'ACTIVE' | 'CANCELED' | undefined;
      readonly wellhubPlanId?: string | undefined;
      readonly wellhubOrigin?: 'web' | 'android' | 'ios' | 'unknown' | undefined;
      readonly wellhubCountryCode?: string | undefined;
      /** At most 200, separated by commas */
      readonly ids?: string | undefined;
    },
    options?: CallOptions,
  ): PagedList<Customer>;

  /**
   * List what a person agreed to.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  listConsents(customerId: number, options?: CallOptions): Promise<Consents>;

  /**
   * List a customer’s whole story.
   *
   * Newest first: everything that is kept about the person, from the registration to the reconciliation, as far as the caller’s scopes read it elsewhere.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  listTimeline(
    customerId: number,
    query?: {
      readonly limit?: number | undefined;
      /** only entries of this kind */
      readonly kind?:
        | 'customer'
        | 'registration'
        | 'join'
        | 'account'
        | 'consent'
        | 'wellhub-id-claim'
        | 'webhook'
        | 'booking'
        | 'check-in'
        | 'access-code'
        | 'scan'
        | 'visit-begin'
        | 'visit-end'
        | 'event'
        | 'delivery'
        | 'usage-event'
        | 'reconciliation'
        | undefined;
    },
    options?: CallOptions,
  ): PagedList<
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'customer';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: CustomerDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'registration';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: RegistrationDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'join';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: JoinDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'account';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: AccountDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'consent';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: ConsentDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'wellhub-id-claim';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: ClaimDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'webhook';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: WebhookDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'booking';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: BookingDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'check-in';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: CheckInDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'access-code';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: AccessCodeDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'scan';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: ScanDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'visit-begin';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: VisitDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'visit-end';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: VisitDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'event';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: EventDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'delivery';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: DeliveryDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'usage-event';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: UsageDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
    | {
        readonly id: string;
        readonly at: string;
        readonly kind: 'reconciliation';
        /** Null where no gym takes part */
        readonly gymId: number | null;
        readonly detail: ReconciliationDetail;
        /** Addresses of what the entry is about, as far as the caller may read it */
        readonly links: { readonly [name: string]: string };
      }
  >;

  /**
   * Make one customer of two.
   *
   * All that belongs to the customer of the path goes to `intoCustomerId`, whose own values win. Answers with the customer that is left.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  merge(customerId: number, body: MergeCustomer, options?: CallOptions): Promise<Customer>;

  /**
   * Keep a customer out.
   *
   * No door opens to them: from now on, or between two days at the visited gym.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  putRestriction(
    customerId: number,
    body: Restriction,
    options?: CallOptions,
  ): Promise<ShownRestriction>;

  /**
   * Record that a person agreed.
   *
   * For a sign-up page of your own. The version must be the present one of the partner; recorded again, nothing changes. Answers with all consents.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  recordConsent(customerId: number, body: GiveConsent, options?: CallOptions): Promise<Consents>;

  /**
   * Change a customer.
   *
   * A JSON merge patch: what is absent stays, null clears.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  update(customerId: number, body: CustomerBody, options?: CallOptions): Promise<Customer>;
}

export interface ContractsMethods {
  /**
   * Give a customer a contract.
   *
   * A contract that is active and covers the day opens doors without a Wellhub check-in.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  create(customerId: number, body: CreateContract, options?: CallOptions): Promise<Contract>;

  /**
   * Read a contract.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  get(customerId: number, contractId: number, options?: CallOptions): Promise<Contract>;

  /**
   * List the contracts of a customer.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  list(
    customerId: number,
    query?: { readonly limit?: number | undefined },
    options?: CallOptions,
  ): PagedList<Contract>;

  /**
   * Change a contract.
   *
   * A JSON merge patch: what is absent stays, null clears.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  update(
    customerId: number,
    contractId: number,
    body: ChangeContract,
    options?: CallOptions,
  ): Promise<Contract>;
}
