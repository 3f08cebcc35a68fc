// Written by `npm run client` from the OpenAPI document: not to be changed by hand.
import type {
  AcceptedCommand,
  AccessCheck,
  AccessCheckRequest,
  AccessCode,
  AccessCodeDetail,
  AccessPass,
  AccessPolicy,
  AccessPolicyValues,
  AccessRule,
  AccessRuleOrder,
  AccountDetail,
  Admission,
  Alert,
  AlertMailTimes,
  ApiKey,
  AuditEntry,
  Booking,
  BookingDecision,
  BookingDetail,
  Brand,
  CardLearning,
  ChangeAccessPass,
  ChangeAccessRule,
  ChangeContract,
  ChangeDevice,
  ChangeDiscount,
  ChangeGym,
  ChangeMembership,
  ChangeOwnAccount,
  ChangePartner,
  ChangePaymentPlan,
  ChangePlace,
  ChangeStaff,
  ChangeWebhookSubscription,
  CheckIn,
  CheckInDetail,
  CheckInWithTrail,
  ClaimDetail,
  ClubVisit,
  Command,
  Comparison,
  CompleteRegistrationLink,
  CompletedRegistrationLink,
  ConfirmApp,
  ConfirmBackups,
  ConnectionTest,
  ConsentDetail,
  Consents,
  ConsoleSession,
  Contract,
  CreateAccessPass,
  CreateAccessRule,
  CreateApiKey,
  CreateContract,
  CreateDevice,
  CreateDiscount,
  CreateGym,
  CreateMembership,
  CreatePartner,
  CreatePaymentPlan,
  CreateWebhookSubscription,
  Customer,
  CustomerBatch,
  CustomerBatchBody,
  CustomerBody,
  CustomerDetail,
  DatabaseHealth,
  Decision,
  Delivery,
  DeliveryDetail,
  DeliveryExchanges,
  Device,
  DeviceEvent,
  DeviceToken,
  Discount,
  DryRun,
  DryRunRequest,
  Entry,
  EventDetail,
  EventDto,
  FileDto,
  GiveConsent,
  GoLiveList,
  Gym,
  HandedOutToken,
  Health,
  IdentityProvider,
  InviteOperator,
  InviteStaff,
  JoinDetail,
  KeptData,
  KeptEvent,
  ListedSlot,
  Mail,
  MailPreview,
  MailTemplate,
  Member,
  Membership,
  MergeCustomer,
  MissingWebhooks,
  Money,
  MoveDevice,
  MovedDevice,
  NewApp,
  NewPasskey,
  NewWebhookSubscription,
  Occupancy,
  OpenConsoleSession,
  OpenDevice,
  OpenedPlace,
  OwnAccount,
  OwnAlertMails,
  OwnKey,
  OwnPasskey,
  OwnPasskeys,
  OwnSession,
  Partner,
  PartnerHealth,
  PastVisit,
  PaymentPlan,
  Preview,
  PreviewMail,
  ProbedPeople,
  ProviderTest,
  PutAlertMailTimes,
  PutBrand,
  PutIdentityProvider,
  PutMailTemplate,
  PutOwnAlertMails,
  PutWellhubConnection,
  Received,
  ReconciliationDetail,
  RecoveryCodes,
  RedirectLink,
  RegisterSetup,
  RegisteredSetup,
  RegistrationDetail,
  RegistrationLink,
  RenamePasskey,
  Replay,
  Restriction,
  RotateApiKey,
  RotateSecret,
  RotatedSecret,
  ScanDetail,
  SentMail,
  Setup,
  ShownRestriction,
  ShownSlot,
  ShownWellhubConnection,
  Slot,
  StaffMember,
  StaffSession,
  Statistics,
  StoredUsageEvent,
  StoredUsageEvents,
  StoredWebhook,
  Studio,
  StudioDevice,
  StudioDeviceToken,
  TestEnvironment,
  TestMail,
  Today,
  Token,
  TypedCheckIn,
  UsageDetail,
  UsageEvent,
  UserObject,
  UsersApiToken,
  ValidatedMonth,
  Validation,
  Visit,
  VisitDetail,
  WebhookBody,
  WebhookDetail,
  WebhookRefusals,
  WebhookSubscription,
  WellhubIdClaim,
  WellhubSetup,
  Workplace,
} from './schemas.js';
import type { CallOptions, FileBody } from '../options.js';
import type { PagedList } from '../pages.js';

export interface Methods {
  readonly accessPolicies: AccessPoliciesMethods;

  readonly accessRules: AccessRulesMethods;

  readonly alertMails: AlertMailsMethods;

  readonly alerts: AlertsMethods;

  readonly apiKeys: ApiKeysMethods;

  readonly auditLog: AuditLogMethods;

  readonly bookings: BookingsMethods;

  readonly brands: BrandsMethods;

  readonly checkIns: CheckInsMethods;

  readonly consoleSessions: ConsoleSessionsMethods;

  readonly contracts: ContractsMethods;

  readonly controlId: ControlIdMethods;

  readonly customers: CustomersMethods;

  readonly dataRetention: DataRetentionMethods;

  readonly deliveries: DeliveriesMethods;

  readonly devices: DevicesMethods;

  readonly discounts: DiscountsMethods;

  readonly events: EventsMethods;

  readonly files: FilesMethods;

  readonly goLive: GoLiveMethods;

  readonly gyms: GymsMethods;

  readonly health: HealthMethods;

  readonly identityProviders: IdentityProvidersMethods;

  readonly installation: InstallationMethods;

  readonly mailTemplates: MailTemplatesMethods;

  readonly me: MeMethods;

  readonly memberships: MembershipsMethods;

  readonly metrics: MetricsMethods;

  readonly missingWebhooks: MissingWebhooksMethods;

  readonly openApi: OpenApiMethods;

  readonly operators: OperatorsMethods;

  readonly partners: PartnersMethods;

  readonly passes: PassesMethods;

  readonly paymentPlans: PaymentPlansMethods;

  readonly reconciliation: ReconciliationMethods;

  readonly registrationLinks: RegistrationLinksMethods;

  readonly slots: SlotsMethods;

  readonly staff: StaffMethods;

  readonly statistics: StatisticsMethods;

  readonly testEnvironments: TestEnvironmentsMethods;

  readonly tokens: TokensMethods;

  readonly usageEvents: UsageEventsMethods;

  readonly usersApi: UsersApiMethods;

  readonly visits: VisitsMethods;

  readonly webhookSubscriptions: WebhookSubscriptionsMethods;

  readonly wellhub: WellhubMethods;

  readonly wellhubEvents: WellhubEventsMethods;

  readonly wellhubIdClaims: WellhubIdClaimsMethods;

  readonly wellhubRefusals: WellhubRefusalsMethods;
}

export interface WellhubRefusalsMethods {
  /**
   * Count the webhooks that were refused, by day, address and reason.
   *
   * What they said is proven by nothing, so it is not kept.
   *
   * Scope `CHECKIN_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  list(
    query?: { readonly limit?: number | undefined },
    options?: CallOptions,
  ): PagedList<WebhookRefusals>;
}

export interface WellhubIdClaimsMethods {
  /**
   * Accept a Wellhub id that a person typed.
   *
   * Sets the id, and merges a pending profile that carries it.
   *
   * Scope `CHECKIN_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  accept(id: string, options?: CallOptions): Promise<WellhubIdClaim>;

  /**
   * List the Wellhub ids that people typed.
   *
   * Oldest first.
   *
   * Scope `CHECKIN_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  list(
    query?: {
      readonly limit?: number | undefined;
      readonly state?: 'OPEN' | 'ACCEPTED' | 'REJECTED' | undefined;
    },
    options?: CallOptions,
  ): PagedList<WellhubIdClaim>;

  /**
   * Reject a Wellhub id that a person typed.
   *
   * The person keeps what they had; nothing is merged.
   *
   * Scope `CHECKIN_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  reject(id: string, options?: CallOptions): Promise<WellhubIdClaim>;
}

export interface WellhubEventsMethods {
  /**
   * Read a webhook of Wellhub, and what became of it.
   *
   * `result` names what it made, joined or changed. The body is read with `wellhubEvents.getBody`, as long as it is kept.
   *
   * Scope `CHECKIN_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  get(id: string, options?: CallOptions): Promise<StoredWebhook>;

  /**
   * Read what Wellhub sent.
   *
   * With all that is personal in it, for `RAW_PAYLOAD_DAYS`. The audit log records each reading.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  getBody(id: string, options?: CallOptions): Promise<WebhookBody>;

  /**
   * List the webhooks of Wellhub.
   *
   * Those with a good signature, the last one first, and what became of each; for 90 days. A key that is narrowed to a gym sees those that name it.
   *
   * Scope `CHECKIN_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  list(
    query?: {
      readonly limit?: number | undefined;
      readonly type?:
        | 'checkin'
        | 'checkin-booking-occurred'
        | 'booking-requested'
        | 'booking-canceled'
        | 'booking-late-canceled'
        | 'system-integration-requested'
        | 'user-cancel'
        | 'user-change'
        | 'unknown'
        | undefined;
      /** Those that name this gym */
      readonly gymId?: string | undefined;
      readonly state?: 'RECEIVED' | 'PROCESSED' | 'IGNORED' | 'PARKED' | 'DEAD' | undefined;
      /** Received then or later */
      readonly from?: string | undefined;
      /** Received before */
      readonly to?: string | undefined;
    },
    options?: CallOptions,
  ): PagedList<StoredWebhook>;
}

export interface WellhubMethods {
  readonly testTokens: WellhubTestTokensMethods;

  readonly testUsers: WellhubTestUsersMethods;

  readonly tokens: WellhubTokensMethods;

  readonly users: WellhubUsersMethods;

  readonly webhooks: WellhubWebhooksMethods;
}

export interface WellhubWebhooksMethods {
  /**
   * Receive a webhook of Wellhub.
   *
   * Signed by Wellhub in `X-Gympass-Signature`. It is stored before the answer, and the same event is handled once, however often it comes. `hook` is of a partner or of one of its gyms.
   */
  receive(
    hook: string,
    body: { readonly [name: string]: unknown },
    options?: CallOptions,
  ): Promise<Received>;

  /**
   * Receive a webhook of Wellhub, for the only partner.
   *
   * Signed by Wellhub in `X-Gympass-Signature`. It is stored before the answer, and the same event is handled once, however often it comes. For an installation with one partner.
   */
  receiveForOnlyPartner(
    body: { readonly [name: string]: unknown },
    options?: CallOptions,
  ): Promise<Received>;

  /**
   * Receive a webhook of one event.
   *
   * Signed by Wellhub in `X-Gympass-Signature`. It is stored before the answer, and the same event is handled once, however often it comes. `hook` is of a partner or of one of its gyms. For gyms that registered one address per event; the type in the body decides.
   */
  receiveNamed(
    hook: string,
    event: string,
    body: { readonly [name: string]: unknown },
    options?: CallOptions,
  ): Promise<Received>;

  /**
   * Receive a webhook of one event, for the only partner.
   *
   * Signed by Wellhub in `X-Gympass-Signature`. It is stored before the answer, and the same event is handled once, however often it comes. For an installation with one partner. For gyms that registered one address per event; the type in the body decides.
   */
  receiveNamedForOnlyPartner(
    event: string,
    body: { readonly [name: string]: unknown },
    options?: CallOptions,
  ): Promise<Received>;
}

export interface WellhubUsersMethods {
  /**
   * Receive that a user left Wellhub.
   *
   * Signed by Wellhub in `X-Gympass-Signature`. `hook` is of a partner.
   */
  cancel(
    hook: string,
    body: { readonly [name: string]: unknown },
    options?: CallOptions,
  ): Promise<Received>;

  /**
   * Receive that a user left Wellhub, for the only partner.
   *
   * Signed by Wellhub in `X-Gympass-Signature`. For an installation with one partner.
   */
  cancelForOnlyPartner(
    body: { readonly [name: string]: unknown },
    options?: CallOptions,
  ): Promise<Received>;

  /**
   * Receive that a user came back or changed plan.
   *
   * Signed by Wellhub in `X-Gympass-Signature`. `hook` is of a partner.
   */
  change(
    hook: string,
    body: { readonly [name: string]: unknown },
    options?: CallOptions,
  ): Promise<Received>;

  /**
   * Receive that a user came back or changed plan, for the only partner.
   *
   * Signed by Wellhub in `X-Gympass-Signature`. For an installation with one partner.
   */
  changeForOnlyPartner(
    body: { readonly [name: string]: unknown },
    options?: CallOptions,
  ): Promise<Received>;

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

export interface WebhookSubscriptionsMethods {
  /**
   * Subscribe to events.
   *
   * Events are POSTed to `url`, signed by Standard Webhooks. Key and secret are shown this once.
   *
   * Scope `WEBHOOK_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  create(body: CreateWebhookSubscription, options?: CallOptions): Promise<NewWebhookSubscription>;

  /**
   * End an event subscription.
   *
   * It gets no further event.
   *
   * Scope `WEBHOOK_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  delete(id: string, options?: CallOptions): Promise<void>;

  /**
   * Read an event subscription.
   *
   * Without its key and secret. `disabledReason` says why it gets nothing; `replayFrom` is there while a replay is in progress.
   *
   * Scope `WEBHOOK_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  get(id: string, options?: CallOptions): Promise<WebhookSubscription>;

  /**
   * List the event subscriptions.
   *
   * Without their keys and secrets, which are shown once. `state`, `disabledAt` and `disabledReason` say which of them get nothing.
   *
   * Scope `WEBHOOK_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  list(
    query?: { readonly limit?: number | undefined },
    options?: CallOptions,
  ): PagedList<WebhookSubscription>;

  /**
   * List the deliveries of a subscription.
   *
   * The newest first.
   *
   * Scope `WEBHOOK_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  listDeliveries(
    id: string,
    query?: {
      readonly limit?: number | undefined;
      readonly state?: 'PENDING' | 'DELIVERED' | 'FAILED' | undefined;
    },
    options?: CallOptions,
  ): PagedList<Delivery>;

  /**
   * Deliver again all that was stored since a moment.
   *
   * Every event since `from` that the subscription wants goes out again, in the background and with the same `uuid` and bytes, by which a receiver knows what it has. A `from` older than the events that are kept (30 days) is refused.
   *
   * Scope `WEBHOOK_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  replay(
    id: string,
    query: {
      /** everything stored since then is sent again */
      readonly from: string;
    },
    options?: CallOptions,
  ): Promise<Replay>;

  /**
   * Give a subscription another secret.
   *
   * For `graceSeconds` (a day) deliveries carry a signature of each.
   *
   * Scope `WEBHOOK_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  rotateSecret(id: string, body: RotateSecret, options?: CallOptions): Promise<RotatedSecret>;

  /**
   * Send a subscription an event of the type TEST.
   *
   * Read the delivery that it answers to see what became of it.
   *
   * Scope `WEBHOOK_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  test(id: string, options?: CallOptions): Promise<Delivery>;

  /**
   * Change an event subscription.
   *
   * A JSON merge patch: null clears a filter. `state: ACTIVE` switches on one that was disabled.
   *
   * Scope `WEBHOOK_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  update(
    id: string,
    body: ChangeWebhookSubscription,
    options?: CallOptions,
  ): Promise<WebhookSubscription>;
}

export interface VisitsMethods {
  /**
   * End the visit of a person who left without a scan.
   *
   * A visit that has ended is returned as it is.
   *
   * Scope `CHECKIN_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  leave(id: number, options?: CallOptions): Promise<Visit>;
}

export interface UsersApiMethods {
  readonly clubVisits: UsersApiClubVisitsMethods;

  readonly files: UsersApiFilesMethods;

  /**
   * Get a token for your key, or for a person.
   *
   * Employee mode: `username` is the front part of the API key (17 characters), `password` the key. End-user mode: e-mail and password of an account, or `facebookToken`, and `partner` where there are several. There is no refresh token.
   */
  login(
    body: {
      readonly grant_type: 'password';
      readonly username?: string | undefined;
      readonly password?: string | undefined;
      readonly facebookToken?: string | undefined;
      readonly partner?: string | undefined;
    },
    options?: CallOptions,
  ): Promise<UsersApiToken>;

  readonly users: UsersApiUsersMethods;
}

export interface UsersApiUsersMethods {
  /**
   * Make a token that sets a new password.
   *
   * Earlier tokens of the account end. The audit log records that you were handed it.
   */
  createResetToken(
    query: {
      /** of an account */
      readonly email: string;
    },
    options?: CallOptions,
  ): Promise<{
    readonly elements: readonly HandedOutToken[];
  }>;

  /**
   * Read one user.
   *
   * In end-user mode the own record. Without `userId` the criteria of a search count, and a user who is not the only one is not found.
   */
  get(
    query?: {
      /** required in employee mode; an end user gets their own record */
      readonly userId?: string | undefined;
    },
    options?: CallOptions,
  ): Promise<{
    readonly elements: readonly UserObject[];
  }>;

  /**
   * Set a password with a token.
   *
   * All tokens of the person end, and they get a notice by mail. A password that is refused leaves the token usable.
   */
  resetPassword(
    body: {
      readonly resetPasswordToken: string;
      readonly password: string;
    },
    options?: CallOptions,
  ): Promise<{
    readonly elements: readonly UserObject[];
  }>;

  /**
   * Find users by e-mail, phone, card, personal id or user id.
   *
   * Send at least one criterion; all that are sent must fit. Nobody found is an empty list. 100 users a page, ascending by `id`.
   */
  search(
    query?: {
      /** of the person or of their account */
      readonly email?: string | undefined;
      /** also without its country code */
      readonly phone?: string | undefined;
      /** of the membership card */
      readonly cardNumber?: string | undefined;
      /** the national id */
      readonly personalId?: string | undefined;
      /** the `id` of the user */
      readonly userId?: string | undefined;
      /** from 1; fewer than 100 users are the last page */
      readonly page?: string | undefined;
    },
    options?: CallOptions,
  ): Promise<{
    readonly elements: readonly UserObject[];
  }>;

  /**
   * Mail a person a link to our page that sets a password.
   *
   * At most 5 mails to one address in an hour.
   */
  sendResetMail(
    query: {
      /** of an account */
      readonly email: string;
    },
    options?: CallOptions,
  ): Promise<{
    readonly elements: readonly SentMail[];
  }>;

  /**
   * Make an account without a password, and a token that sets one.
   *
   * Everything stands in the query; a body is not read. The account joins the one customer with that e-mail, or a new one. The token lives 60 minutes, is good for one password and only for your key and its rotations. With `facebookToken` it is `SignUpWithFacebook`, and answers the user.
   */
  signUp(
    query?: {
      /** required without facebookToken */
      readonly email?: string | undefined;
      /** makes this call a SignUpWithFacebook */
      readonly facebookToken?: string | undefined;
    },
    options?: CallOptions,
  ): Promise<{
    readonly elements: readonly (HandedOutToken | UserObject)[];
  }>;

  /**
   * Make an account that logs in with Facebook.
   *
   * Facebook is asked who the token is of. The account joins the one customer with that e-mail, or a new one. Without `FACEBOOK_APP_ID` every token is refused.
   */
  signUpWithFacebook(
    query: {
      /** of our app; it carries an e-mail */
      readonly facebookToken: string;
    },
    options?: CallOptions,
  ): Promise<{
    readonly elements: readonly UserObject[];
  }>;

  /**
   * Check the e-mail and password of a person.
   *
   * Every refusal is the same, whatever is wrong. Ten failures for one account within 15 minutes lock it for your key.
   */
  validateCredentials(
    body: {
      readonly userName: string;
      readonly password: string;
    },
    options?: CallOptions,
  ): Promise<{
    readonly elements: readonly UserObject[];
  }>;
}

export interface UsersApiFilesMethods {
  /**
   * Download the document of a contract or direct debit.
   *
   * Also at `Files/File`.
   */
  getDocument(
    query: {
      /** from documentUrl */
      readonly fileId: string;
    },
    options?: CallOptions,
  ): Promise<Blob>;

  /**
   * Download the photo or cover photo of a user.
   *
   * The bytes, by the type of their content. End users get their own; with a key, everybody’s of the partner.
   */
  getPhoto(
    query: {
      /** from photoUrl or coverPhotoUrl */
      readonly photoId: string;
    },
    options?: CallOptions,
  ): Promise<Blob>;
}

export interface UsersApiClubVisitsMethods {
  /**
   * List the visits of all users that changed after a timestamp.
   *
   * 100 visits a page, ascending by `timestamp`: go on with the last one. Fewer than 100 are the last page. A visit comes again when the person leaves.
   */
  list(
    query?: {
      /** of the last visit seen; 0 for all */
      readonly timestamp?: string | undefined;
    },
    options?: CallOptions,
  ): Promise<{
    readonly elements: readonly ClubVisit[];
  }>;

  /**
   * List the visits of a user that changed after a timestamp.
   *
   * 100 visits a page, ascending by `timestamp`: go on with the last one. Fewer than 100 are the last page. A visit comes again when the person leaves.
   */
  listOfUser(
    query?: {
      /** required in employee mode; an end user sees only own visits */
      readonly userId?: string | undefined;
      /** of the last visit seen; 0 for all */
      readonly timestamp?: string | undefined;
    },
    options?: CallOptions,
  ): Promise<{
    readonly elements: readonly ClubVisit[];
  }>;
}

export interface UsageEventsMethods {
  /**
   * Report what members used.
   *
   * One event or an array, which is stored as a whole or not at all. Sending to Wellhub starts at once.
   *
   * Scope `CHECKIN_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  create(
    body: UsageEvent | readonly UsageEvent[],
    options?: CallOptions,
  ): Promise<StoredUsageEvents>;

  /**
   * List what was reported to Wellhub, and what became of it.
   *
   * Newest first.
   *
   * Scope `CHECKIN_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  list(
    query?: {
      readonly limit?: number | undefined;
      readonly state?: 'QUEUED' | 'SENT' | 'QUARANTINED' | 'UNPAYABLE' | undefined;
    },
    options?: CallOptions,
  ): PagedList<StoredUsageEvent>;
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

  /**
   * Delete everything that happened in the test environment.
   *
   * People, check-ins, visits, codes, bookings, events and what was sent are deleted, in the background; what comes meanwhile may be, too. Keys, gyms,
   * devices, subscriptions, the connection, memberships and other settings stay, and so does the audit log. `wipeRequestedAt` is null when it is done.
   * Nothing live can be wiped, by whichever of both ids.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  wipe(options?: CallOptions): Promise<TestEnvironment>;
}

export interface StatisticsMethods {
  /**
   * Count check-ins, scans, visits and people inside.
   *
   * By day, hour, weekday or month, as the clock on the gym’s wall shows them.
   *
   * Scope `CHECKIN_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  get(
    query: {
      /** First day, at the gym */
      readonly from: string;
      /** Last day, included; at most 400 days */
      readonly to: string;
      /** All gyms when absent */
      readonly gymId?: string | undefined;
      /** `day` when absent */
      readonly by?: 'day' | 'hour' | 'weekday' | 'month' | undefined;
    },
    options?: CallOptions,
  ): Promise<Statistics>;

  /**
   * Count the check-ins that Wellhub pays, and those that were lost.
   *
   * By day or month and by gym, with the reasons of the losses. Days are those of the clock on the gym’s wall. With `Accept: text/csv` one row for each gym and day, or month.
   *
   * Scope `CHECKIN_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  getMoney(
    query: {
      /** First day, at the gym */
      readonly from: string;
      /** Last day, included; at most 400 days */
      readonly to: string;
      /** All gyms when absent */
      readonly gymId?: string | undefined;
      /** `day` when absent */
      readonly by?: 'day' | 'month' | undefined;
    },
    options?: CallOptions,
  ): Promise<Money>;

  /**
   * Read what goes on at the gyms now.
   *
   * Beside yesterday and the same weekday of last week, each until the same hour. Parts that the caller’s scopes do not read are null.
   *
   * Scope `CHECKIN_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  getToday(
    query?: {
      /** All gyms when absent */
      readonly gymId?: string | undefined;
    },
    options?: CallOptions,
  ): Promise<Today>;
}

export interface StaffMethods {
  /**
   * Remove a person from the staff.
   *
   * Their sessions at this partner end at once.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  delete(id: string, options?: CallOptions): Promise<void>;

  /**
   * End all sessions of a person at this partner.
   *
   * At once on this replica, within 5 seconds on every other. The person may log in again.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  endSessions(id: string, options?: CallOptions): Promise<void>;

  /**
   * Read a person of the staff.
   *
   * `state` is `INVITED` until the person has accepted; `logsInWith` says whether they come by a password or by the partner’s identity provider.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  get(id: string, options?: CallOptions): Promise<StaffMember>;

  /**
   * Invite a person to the staff.
   *
   * They get a mail with a link to accept it, once and within 48 hours. Nobody gives a role that may do more than their own.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  invite(body: InviteStaff, options?: CallOptions): Promise<StaffMember>;

  /**
   * List the staff.
   *
   * Oldest first, those who are only invited included.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  list(
    query?: { readonly limit?: number | undefined },
    options?: CallOptions,
  ): PagedList<StaffMember>;

  /**
   * List where a person is logged in.
   *
   * At this partner only: since when, until when and from which network.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  listSessions(
    id: string,
    options?: CallOptions,
  ): Promise<{
    readonly items: readonly StaffSession[];
  }>;

  /**
   * Send an invitation again.
   *
   * With a new link; the one before is void.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  resendInvitation(id: string, options?: CallOptions): Promise<StaffMember>;

  /**
   * Change the role or the gyms of a person.
   *
   * The person’s sessions at this partner end. The last owner stays one.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  update(id: string, body: ChangeStaff, options?: CallOptions): Promise<StaffMember>;
}

export interface SlotsMethods {
  /**
   * Say how many places of a slot are taken.
   *
   * Until the next number each reservation adds one, and each cancellation takes one off.
   *
   * Scope `CHECKIN_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  count(
    gymId: string,
    classId: string,
    slotId: string,
    body: Slot,
    options?: CallOptions,
  ): Promise<ShownSlot>;
}

export interface RegistrationLinksMethods {
  /**
   * Link a customer to the Wellhub membership behind a link.
   *
   * Uses the link up, once. Call it when the person has signed up or logged in at your page.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  complete(
    token: string,
    body: CompleteRegistrationLink,
    options?: CallOptions,
  ): Promise<CompletedRegistrationLink>;

  /**
   * Get what a registration link stands for.
   *
   * For a sign-up page of your own: `token` is the one in the address to which Wellhub sent the person. Reading uses nothing up.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  get(token: string, options?: CallOptions): Promise<RegistrationLink>;
}

export interface ReconciliationMethods {
  /**
   * Compare a report of Wellhub’s portal with what was validated.
   *
   * CSV or XLSX, as the portal or a spreadsheet wrote it. Stores nothing but which columns were named. With `Accept: text/csv` one row for each finding.
   *
   * Scope `REPORTS`.
   *
   * At most 1000 requests per minute and key.
   */
  compare(
    gymId: number,
    body: FileBody,
    options?: CallOptions & {
      readonly query?: {
        readonly month: string;
        /** First day, when only a part of the month counts */
        readonly from?: string | undefined;
        /** Last day, included */
        readonly to?: string | undefined;
        /** Counted from 1 */
        readonly gympassIdColumn?: number | undefined;
        /** Counted from 1 */
        readonly dateColumn?: number | undefined;
        /** What comes first in 03/10/2026 */
        readonly dateOrder?: 'DAY_FIRST' | 'MONTH_FIRST' | undefined;
        /** Only this one */
        readonly list?: 'both' | 'onlyOurs' | 'onlyWellhub' | 'badRows' | undefined;
      };
    },
  ): Promise<Comparison>;

  /**
   * List the check-ins that Wellhub should pay for a month.
   *
   * Days are those of the clock on the gym’s wall. With `Accept: text/csv` a list that `reconciliation.compare` reads as a report.
   *
   * Scope `CHECKIN_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  list(
    gymId: number,
    query: {
      readonly month: string;
      /** First day, when only a part of the month counts */
      readonly from?: string | undefined;
      /** Last day, included */
      readonly to?: string | undefined;
    },
    options?: CallOptions,
  ): Promise<ValidatedMonth>;

  /**
   * Show what a report looks like, and which columns are taken for what.
   *
   * Stores and compares nothing.
   *
   * Scope `REPORTS`.
   *
   * At most 1000 requests per minute and key.
   */
  preview(
    gymId: number,
    body: FileBody,
    options?: CallOptions & {
      readonly query?: {
        /** Counted from 1 */
        readonly gympassIdColumn?: number | undefined;
        /** Counted from 1 */
        readonly dateColumn?: number | undefined;
        /** What comes first in 03/10/2026 */
        readonly dateOrder?: 'DAY_FIRST' | 'MONTH_FIRST' | undefined;
      };
    },
  ): Promise<Preview>;
}

export interface PaymentPlansMethods {
  /**
   * Add a payment plan.
   *
   * For all gyms of the partner. Contracts name it by its id.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  create(body: CreatePaymentPlan, options?: CallOptions): Promise<PaymentPlan>;

  /**
   * Read a payment plan.
   *
   * As contracts of the Users API show it.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  get(id: number, options?: CallOptions): Promise<PaymentPlan>;

  /**
   * List the payment plans.
   *
   * Of the partner, oldest first.
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

export interface PassesMethods {
  /**
   * Give a customer a pass.
   *
   * Staff and guests enter without a contract. A key of one gym gives them for that.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  create(customerId: number, body: CreateAccessPass, options?: CallOptions): Promise<AccessPass>;

  /**
   * Take a pass away.
   *
   * The right ends with the answer; visits that were opened by it stay. A key of one gym takes away passes of that gym alone.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  delete(id: number, options?: CallOptions): Promise<void>;

  /**
   * Read a pass.
   *
   * `entriesLeft` counts down with each visit of a guest; `usedAt` has the last ten. The `ETag` changes with each use.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  get(id: number, options?: CallOptions): Promise<AccessPass>;

  /**
   * Change a pass.
   *
   * A JSON merge patch. `entries` may not fall below those that were used.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  update(id: number, body: ChangeAccessPass, options?: CallOptions): Promise<AccessPass>;
}

export interface PartnersMethods {
  /**
   * Create a partner.
   *
   * A tenant: a gym business or a vendor of gym software. It begins without gyms, keys and a connection.
   *
   * Scope `OPERATOR`.
   *
   * At most 1000 requests per minute and key.
   */
  create(body: CreatePartner, options?: CallOptions): Promise<Partner>;

  /**
   * Remove a partner and its test environment.
   *
   * Its keys, hooks and pages stop answering; what was earned is still collected from Wellhub.
   *
   * Scope `OPERATOR`.
   *
   * At most 1000 requests per minute and key.
   */
  delete(options?: CallOptions): Promise<void>;

  /**
   * Get a partner.
   *
   * `environment` tells the live partner from its test environment, `livePartnerId` leads back from that one.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  get(options?: CallOptions): Promise<Partner>;

  /**
   * Get how a partner is connected to Wellhub.
   *
   * Secrets are never shown. A partner that is not connected yet has `environment: null`, and its addresses.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  getWellhubConnection(options?: CallOptions): Promise<ShownWellhubConnection>;

  /**
   * Compare the webhooks that Wellhub has with ours.
   *
   * It calls Wellhub once per gym, and changes nothing.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  getWellhubSetup(options?: CallOptions): Promise<WellhubSetup>;

  /**
   * List the partners.
   *
   * Oldest first; test environments only with `environment=test`.
   *
   * Scope `OPERATOR`.
   *
   * At most 1000 requests per minute and key.
   */
  list(
    query?: {
      readonly limit?: number | undefined;
      readonly environment?: 'live' | 'test' | undefined;
    },
    options?: CallOptions,
  ): PagedList<Partner>;

  /**
   * Register our webhooks at Wellhub.
   *
   * Only what is missing or wrong is sent. Wellhub may take a live gym off its app while its webhooks are changed: hence `confirm`.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  registerWellhubSetup(body: RegisterSetup, options?: CallOptions): Promise<RegisteredSetup>;

  /**
   * Connect a partner to Wellhub.
   *
   * A secret that is absent stays; one that is replaced counts for `previousSecretSeconds` more. A new environment needs a new `accessToken`. A test environment is never connected to production.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  replaceWellhubConnection(
    body: PutWellhubConnection,
    options?: CallOptions,
  ): Promise<ShownWellhubConnection>;

  /**
   * Change a partner.
   *
   * A merge patch. `secondFactorRequired` needs a recent proof of who calls.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  update(body: ChangePartner, options?: CallOptions): Promise<Partner>;
}

export interface OperatorsMethods {
  /**
   * Remove a person of the operator.
   *
   * Their sessions end at once. The last one who has accepted cannot be removed.
   *
   * Scope `OPERATOR`.
   *
   * At most 1000 requests per minute and key.
   */
  delete(id: string, options?: CallOptions): Promise<void>;

  /**
   * End all sessions of a person of the operator.
   *
   * At once on this replica, within 5 seconds on every other. The person may log in again.
   *
   * Scope `OPERATOR`.
   *
   * At most 1000 requests per minute and key.
   */
  endSessions(id: string, options?: CallOptions): Promise<void>;

  /**
   * Read a person of the operator.
   *
   * `state` is `INVITED` until the person has accepted.
   *
   * Scope `OPERATOR`.
   *
   * At most 1000 requests per minute and key.
   */
  get(id: string, options?: CallOptions): Promise<StaffMember>;

  /**
   * Invite a person of the operator.
   *
   * They act for every partner, as an operator’s key does.
   *
   * Scope `OPERATOR`.
   *
   * At most 1000 requests per minute and key.
   */
  invite(body: InviteOperator, options?: CallOptions): Promise<StaffMember>;

  /**
   * List the people of the operator.
   *
   * Oldest first, those who are only invited included.
   *
   * Scope `OPERATOR`.
   *
   * At most 1000 requests per minute and key.
   */
  list(
    query?: { readonly limit?: number | undefined },
    options?: CallOptions,
  ): PagedList<StaffMember>;

  /**
   * List where a person of the operator is logged in.
   *
   * Since when, until when and from which network.
   *
   * Scope `OPERATOR`.
   *
   * At most 1000 requests per minute and key.
   */
  listSessions(
    id: string,
    options?: CallOptions,
  ): Promise<{
    readonly items: readonly StaffSession[];
  }>;

  /**
   * Send an invitation of the operator again.
   *
   * With a new link; the one before is void.
   *
   * Scope `OPERATOR`.
   *
   * At most 1000 requests per minute and key.
   */
  resendInvitation(id: string, options?: CallOptions): Promise<StaffMember>;
}

export interface OpenApiMethods {
  readonly aggregator: OpenApiAggregatorMethods;

  readonly cardReader: OpenApiCardReaderMethods;

  readonly customers: OpenApiCustomersMethods;

  readonly devices: OpenApiDevicesMethods;

  readonly studios: OpenApiStudiosMethods;
}

export interface OpenApiStudiosMethods {
  /**
   * Read the public profile of a studio.
   *
   * What is not known is left out.
   *
   * Scope `STUDIO_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  get(
    query?: {
      /** Which studio. Not needed by a key that is narrowed to one, nor where there is only one */
      readonly studioId?: number | undefined;
    },
    options?: CallOptions,
  ): Promise<Studio>;
}

export interface OpenApiDevicesMethods {
  /**
   * Give a device a token and switch it on.
   *
   * Of a device of the model `GENERIC_CARD_READER`. Each call makes a new token; the one before is void at once.
   *
   * Scope `DEVICE_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  activate(deviceId: number, options?: CallOptions): Promise<StudioDeviceToken>;

  /**
   * List the devices of a studio.
   *
   * `model` is `GENERIC_CARD_READER`, or `CONTROL_ID` for a device with an address in place of a token. Tokens and addresses are never shown.
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

export interface OpenApiCustomersMethods {
  /**
   * Issue a code that opens the door for a customer.
   *
   * A new code at each call, good for a minute and for one entry. Fetch it when the person looks at it, and again before it ends. Until it is scanned the codes before stay good, too.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 60000 requests per minute and key.
   */
  getAccessCode(
    customerId: number,
    query?: {
      /** Which studio. Not needed by a key that is narrowed to one, nor where there is only one */
      readonly studioId?: number | undefined;
    },
    options?: CallOptions,
  ): Promise<AccessCode>;

  /**
   * List the past visits of a customer.
   *
   * Slices in the order in which people came: go on with the `offset` that you got while `hasNext` is true. `fromDate` and `toDate` are local days of the studio, at most 365 days apart.
   *
   * Scope `CHECKIN_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  listCheckIns(
    customerId: number,
    query?: {
      readonly fromDate?: string | undefined;
      readonly toDate?: string | undefined;
      readonly sliceSize?: number | undefined;
      /** Which studio. Not needed by a key that is narrowed to one, nor where there is only one */
      readonly studioId?: number | undefined;
    },
    options?: CallOptions,
  ): PagedList<PastVisit>;
}

export interface OpenApiCardReaderMethods {
  /**
   * Decide whether a door opens.
   *
   * What a turnstile sends for each scan, with its token as `Authorization: Bearer …`. 200 opens the door, anything else keeps it shut.
   */
  identify(
    body: {
      readonly identification: {
        readonly type: 'QR_CODE' | 'BARCODE' | 'NUMBER';
        /** What the reader read: an access code of 19 digits, or the number of a card */
        readonly value: string;
        /** How the reader writes the number of a card */
        readonly format?: 'DECIMAL' | 'HEX_MSB' | 'HEX_LSB' | undefined;
      };
      /** false: only asks, and changes nothing */
      readonly shouldExecuteAction?: boolean | undefined;
      /** Of this scan: sent again it gets the first answer again */
      readonly nonce?: string | undefined;
    },
    options?: CallOptions,
  ): Promise<Admission>;
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

export interface MissingWebhooksMethods {
  /**
   * List the times of which webhooks of Wellhub may be missing.
   *
   * They were refused while the database was away. Newest first.
   *
   * Scope `CHECKIN_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  list(
    gymId: number,
    query?: { readonly limit?: number | undefined },
    options?: CallOptions,
  ): PagedList<MissingWebhooks>;

  /**
   * Ask Wellhub about everybody who may have checked in then.
   *
   * Those who were seen or expected. What Wellhub confirms becomes a check-in.
   *
   * Scope `CHECKIN_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  probe(gymId: number, id: string, options?: CallOptions): Promise<ProbedPeople>;
}

export interface MetricsMethods {
  /**
   * Read the metrics, in the text format of Prometheus.
   *
   * Not found where `METRICS_PORT` gives them a port of their own.
   */
  get(options?: CallOptions): Promise<string>;
}

export interface MembershipsMethods {
  /**
   * Add a kind of membership.
   *
   * For all gyms of the partner. Contracts name it by its id.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  create(body: CreateMembership, options?: CallOptions): Promise<Membership>;

  /**
   * Read a kind of membership.
   *
   * As contracts of the Users API show it.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  get(id: number, options?: CallOptions): Promise<Membership>;

  /**
   * List the kinds of membership.
   *
   * Of the partner, oldest first.
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

export interface MeMethods {
  /**
   * Add a passkey that the browser made.
   *
   * With the first second factor the person’s other sessions end.
   *
   * At most 1000 requests per minute and key.
   */
  addPasskey(body: NewPasskey, options?: CallOptions): Promise<RecoveryCodes>;

  /**
   * Get the secret for an authenticator app.
   *
   * The same until a code confirms it.
   *
   * At most 1000 requests per minute and key.
   */
  beginAuthenticatorApp(options?: CallOptions): Promise<NewApp>;

  /**
   * Get what a browser needs to make a passkey.
   *
   * What `navigator.credentials.create` takes, for a passkey of this session within five minutes.
   *
   * At most 1000 requests per minute and key.
   */
  beginPasskey(options?: CallOptions): Promise<{ readonly [name: string]: unknown }>;

  /**
   * Go to another place of mine.
   *
   * Under a new cookie; the former session ends.
   *
   * At most 1000 requests per minute and key.
   */
  changePlace(body: ChangePlace, options?: CallOptions): Promise<OpenedPlace>;

  /**
   * Confirm the authenticator app by its first code.
   *
   * With the first second factor the person’s other sessions end.
   *
   * At most 1000 requests per minute and key.
   */
  confirmAuthenticatorApp(body: ConfirmApp, options?: CallOptions): Promise<RecoveryCodes>;

  /**
   * Remove my authenticator app.
   *
   * Needs a recent proof. The last second factor of somebody who must have one stays; with the last one the recovery codes end.
   *
   * At most 1000 requests per minute and key.
   */
  deleteAuthenticatorApp(options?: CallOptions): Promise<void>;

  /**
   * Remove one of my passkeys.
   *
   * Needs a recent proof. The last second factor of somebody who must have one stays.
   *
   * At most 1000 requests per minute and key.
   */
  deletePasskey(id: string, options?: CallOptions): Promise<void>;

  /**
   * End one of my sessions.
   *
   * Anywhere, also at another partner. The session of somebody else is not found.
   *
   * At most 1000 requests per minute and key.
   */
  endSession(id: string, options?: CallOptions): Promise<void>;

  /**
   * End all my sessions.
   *
   * Everywhere, the one of this request included.
   *
   * At most 1000 requests per minute and key.
   */
  endSessions(options?: CallOptions): Promise<void>;

  /**
   * Read who I am.
   *
   * The person of the session, the place where it works, and whether a second factor is set or required. A key has no account: 403.
   *
   * At most 1000 requests per minute and key.
   */
  get(options?: CallOptions): Promise<OwnAccount>;

  /**
   * Read how often you get mails about alerts.
   *
   * `frequency` is null for a role that may not read alerts.
   *
   * At most 1000 requests per minute and key.
   */
  getAlertMails(options?: CallOptions): Promise<OwnAlertMails>;

  /**
   * List my passkeys.
   *
   * `isPossible` says whether browsers make passkeys for this address, `most` how many a person may have.
   *
   * At most 1000 requests per minute and key.
   */
  listPasskeys(options?: CallOptions): Promise<OwnPasskeys>;

  /**
   * List where I may work.
   *
   * At every partner, test environments included. `isCurrent` is the one where this session works.
   *
   * At most 1000 requests per minute and key.
   */
  listPlaces(options?: CallOptions): Promise<{
    readonly items: readonly Workplace[];
  }>;

  /**
   * List where I am logged in.
   *
   * At every partner.
   *
   * At most 1000 requests per minute and key.
   */
  listSessions(options?: CallOptions): Promise<{
    readonly items: readonly OwnSession[];
  }>;

  /**
   * Rename one of my passkeys.
   *
   * The name is for the person alone.
   *
   * At most 1000 requests per minute and key.
   */
  renamePasskey(id: string, body: RenamePasskey, options?: CallOptions): Promise<OwnPasskey>;

  /**
   * Get ten other recovery codes.
   *
   * In the place of those that are left.
   *
   * At most 1000 requests per minute and key.
   */
  renewRecoveryCodes(options?: CallOptions): Promise<RecoveryCodes>;

  /**
   * Choose how often you get mails about alerts.
   *
   * `AT_ONCE` sends within seconds, but not in the quiet hours of the partner; `DAILY` sends one mail a day with what is open and what was closed since; `NEVER` none.
   *
   * At most 1000 requests per minute and key.
   */
  replaceAlertMails(body: PutOwnAlertMails, options?: CallOptions): Promise<OwnAlertMails>;

  /**
   * Change my name or language.
   *
   * Everywhere that the person works.
   *
   * At most 1000 requests per minute and key.
   */
  update(body: ChangeOwnAccount, options?: CallOptions): Promise<OwnAccount>;
}

export interface MailTemplatesMethods {
  /**
   * Send a mail in our words again.
   *
   * Where the partner has `defaultMailTemplates: false`, that mail is not sent at all from now on.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  delete(name: string, options?: CallOptions): Promise<void>;

  /**
   * Read a mail in the partner’s own words.
   *
   * 404 where the partner has none of its own: then ours is sent, unless `defaultMailTemplates` is false.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  get(name: string, options?: CallOptions): Promise<MailTemplate>;

  /**
   * Show a mail with example values, as it would be sent today.
   *
   * `source` says whose words it has: `OWN` of the partner, or `DEFAULT`. Nothing is sent.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  getPreview(
    name: string,
    query?: {
      /** of our words; else the partner’s */
      readonly language?: 'en' | 'pt' | 'es' | 'de' | undefined;
    },
    options?: CallOptions,
  ): Promise<MailPreview>;

  /**
   * List every mail that people get, and whose words it has.
   *
   * One page holds all.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  list(options?: CallOptions): Promise<{
    readonly items: readonly Mail[];
    /** The `cursor` of the next page; null on the last one */
    readonly nextCursor: string | null;
  }>;

  /**
   * Show a draft with example values.
   *
   * Nothing is stored or sent. Without a draft: as it would be sent today.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  preview(name: string, body: PreviewMail, options?: CallOptions): Promise<MailPreview>;

  /**
   * Put a mail into the partner’s own words.
   *
   * Values stand in braces: `{link}`. What a mail needs must be there.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  replace(name: string, body: PutMailTemplate, options?: CallOptions): Promise<MailTemplate>;

  /**
   * Send a mail to your own address.
   *
   * Of a key: to the `supportEmail` of the partner.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  sendTest(name: string, body: PreviewMail, options?: CallOptions): Promise<TestMail>;
}

export interface InstallationMethods {
  /**
   * Close an alert of the installation by hand.
   *
   * The next occurrence opens a new one.
   *
   * Scope `OPERATOR`.
   *
   * At most 1000 requests per minute and key.
   */
  closeAlert(id: string, options?: CallOptions): Promise<Alert>;

  /**
   * List what needs the operator.
   *
   * Newest first. With `Accept: text/csv` the newest ten thousand, without pages.
   *
   * Scope `OPERATOR`.
   *
   * At most 1000 requests per minute and key.
   */
  listAlerts(
    query?: {
      readonly limit?: number | undefined;
      /** only open ones, or only closed ones */
      readonly open?: 'true' | 'false' | undefined;
    },
    options?: CallOptions,
  ): PagedList<Alert>;

  /**
   * List who did what to the installation.
   *
   * Newest first. With `Accept: text/csv` the newest ten thousand, without pages.
   *
   * Scope `OPERATOR`.
   *
   * At most 1000 requests per minute and key.
   */
  listAuditLog(
    query?: {
      readonly limit?: number | undefined;
      /** A part of who did it, in any letter case */
      readonly actor?: string | undefined;
      /** A part of the action */
      readonly action?: string | undefined;
      readonly from?: string | undefined;
      /** What happened before it */
      readonly to?: string | undefined;
    },
    options?: CallOptions,
  ): PagedList<AuditEntry>;

  /**
   * List how every partner is.
   *
   * Oldest partner first. The numbers are those of this moment.
   *
   * Scope `OPERATOR`.
   *
   * At most 1000 requests per minute and key.
   */
  listPartners(
    query?: {
      readonly limit?: number | undefined;
      /** Those whose name or slug holds this */
      readonly q?: string | undefined;
    },
    options?: CallOptions,
  ): PagedList<PartnerHealth>;
}

export interface IdentityProvidersMethods {
  /**
   * Remove the identity provider.
   *
   * Whoever came by it can no longer log in.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  delete(options?: CallOptions): Promise<void>;

  /**
   * Read where the staff log in.
   *
   * The client secret is never shown: `clientSecretSet`. `redirectUri` is to be registered at the provider; it and `logInUrl` are there before a provider is set, too.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  get(options?: CallOptions): Promise<IdentityProvider>;

  /**
   * Set the identity provider of the staff.
   *
   * OpenID Connect. Without `clientSecret` the one that is set stays. A change ends the sessions of people who came by the provider.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  replace(body: PutIdentityProvider, options?: CallOptions): Promise<IdentityProvider>;

  /**
   * Find out whether the provider answers as one.
   *
   * Changes nothing. Whether client and secret are right shows only at a log-in.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  test(options?: CallOptions): Promise<ProviderTest>;
}

export interface HealthMethods {
  /**
   * Say whether the database answers now.
   *
   * Otherwise 503. For dashboards: no reason to stop sending requests. Only on `METRICS_PORT` where it is set.
   */
  database(options?: CallOptions): Promise<DatabaseHealth>;

  /**
   * Show what waits and what is wrong inside.
   *
   * For people; always 200. Every part of the service adds a word of its own. Only on `METRICS_PORT` where it is set.
   */
  details(options?: CallOptions): Promise<{
    /** The process ends when its requests are done */
    readonly draining: boolean;
    readonly database: DatabaseHealth;
  }>;

  /**
   * Say that the process runs.
   *
   * Touches nothing, the database neither.
   */
  live(options?: CallOptions): Promise<Health>;

  /**
   * Say whether requests may come.
   *
   * The database was reached once and is migrated, and the process is not ending; otherwise 503. That the database is away just now is no reason: webhooks are spooled, and registration is answered without it.
   */
  ready(options?: CallOptions): Promise<Health>;
}

export interface GymsMethods {
  /**
   * Add a gym.
   *
   * Secrets of its own need a recent proof of who calls.
   *
   * Scope `STUDIO_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  create(body: CreateGym, options?: CallOptions): Promise<Gym>;

  /**
   * Remove a gym.
   *
   * It lets nobody in any more; what was validated or decided there is still sent to Wellhub.
   *
   * Scope `STUDIO_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  delete(gymId: number, options?: CallOptions): Promise<void>;

  /**
   * Get a gym.
   *
   * Secrets are write-only. `urls` has the hook of the gym, for gyms with a secret of their own.
   *
   * Scope `STUDIO_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  get(gymId: number, options?: CallOptions): Promise<Gym>;

  /**
   * Read how many people are inside a gym.
   *
   * By the number that doors judge the capacity with; at a gym without one its open visits. `capacity` is null there.
   *
   * Scope `CHECKIN_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  getOccupancy(gymId: number, options?: CallOptions): Promise<Occupancy>;

  /**
   * List the gyms of a partner.
   *
   * A key that is narrowed to one gym gets that one.
   *
   * Scope `STUDIO_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  list(query?: { readonly limit?: number | undefined }, options?: CallOptions): PagedList<Gym>;

  /**
   * List the bookings of a gym.
   *
   * Newest first.
   *
   * Scope `CHECKIN_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  listBookings(
    gymId: number,
    query?: {
      readonly limit?: number | undefined;
      readonly state?:
        | 'REQUESTED'
        | 'RESERVED'
        | 'REJECTED'
        | 'AUTO_REJECTED'
        | 'CANCELED'
        | 'LATE_CANCELED'
        | 'CANCELED_BY_GYM'
        | undefined;
    },
    options?: CallOptions,
  ): PagedList<Booking>;

  /**
   * List the check-ins of a gym.
   *
   * Newest first; a probe only with `probe=true`, until it is validated or joined to one.
   *
   * Scope `CHECKIN_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  listCheckIns(
    gymId: number,
    query?: {
      readonly limit?: number | undefined;
      readonly state?:
        'PENDING' | 'VALIDATED' | 'EXPIRED' | 'CANCELED' | 'NOT_FOUND' | 'REJECTED' | undefined;
      /** At the gym */
      readonly day?: string | undefined;
      /** What it means for the money */
      readonly result?: 'PAID' | 'WAITING' | 'AT_RISK' | 'LOST' | undefined;
      readonly from?: string | undefined;
      readonly to?: string | undefined;
      readonly probe?: 'true' | 'false' | undefined;
    },
    options?: CallOptions,
  ): PagedList<CheckIn>;

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
        | 'ACCESS_CLOSED_TODAY'
        | 'ACCESS_AGE'
        | 'ACCESS_ANTI_PASSBACK'
        | 'ACCESS_OUTSIDE_HOURS'
        | 'ACCESS_DOOR_NOT_INCLUDED'
        | 'ACCESS_PLAN_NOT_INCLUDED'
        | 'ACCESS_FULL'
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
      /** Only what this access rule decided */
      readonly ruleId?: number | undefined;
      /** Whether the door opened */
      readonly outcome?: 'OPENED' | 'REFUSED' | undefined;
    },
    options?: CallOptions,
  ): PagedList<Decision>;

  /**
   * List the devices of a gym.
   *
   * Of all vendors, oldest first. Tokens and addresses are never shown.
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

  /**
   * List the slots of classes that Wellhub users requested, or you counted.
   *
   * Of the last 30 days; the last change first.
   *
   * Scope `CHECKIN_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  listSlots(
    gymId: number,
    query?: { readonly limit?: number | undefined },
    options?: CallOptions,
  ): PagedList<ListedSlot>;

  /**
   * List the visits of a gym.
   *
   * Newest first.
   *
   * Scope `CHECKIN_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  listVisits(
    gymId: number,
    query?: {
      readonly limit?: number | undefined;
      readonly from?: string | undefined;
      readonly to?: string | undefined;
      /** Only of people who are inside, or left */
      readonly open?: 'true' | 'false' | undefined;
    },
    options?: CallOptions,
  ): PagedList<Visit>;

  /**
   * Try whether Wellhub accepts the credentials of a gym.
   *
   * It validates a check-in that cannot exist, so nothing is paid and nothing stored. A result other than `OK` is an answer, too.
   *
   * Scope `STUDIO_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  testWellhubConnection(gymId: number, options?: CallOptions): Promise<ConnectionTest>;

  /**
   * Change a gym.
   *
   * A merge patch. Secrets need a recent proof of who calls; null takes one away.
   *
   * Scope `STUDIO_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  update(gymId: number, body: ChangeGym, options?: CallOptions): Promise<Gym>;

  /**
   * Validate a check-in by the id that a person shows.
   *
   * 202 while Wellhub has not answered: the check-in is `PENDING`, and calls go on.
   *
   * Scope `CHECKIN_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  validateCheckIn(gymId: number, body: TypedCheckIn, options?: CallOptions): Promise<Validation>;
}

export interface GoLiveMethods {
  /**
   * Say that backups are made, and that one was restored.
   *
   * `false` takes it back. Who said so is kept.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  confirmBackups(body: ConfirmBackups, options?: CallOptions): Promise<GoLiveList>;

  /**
   * List what is left to do before the partner opens.
   *
   * Computed from what is there: nothing is ticked off by hand but backups.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  list(options?: CallOptions): Promise<GoLiveList>;

  /**
   * Send a mail to your own address.
   *
   * The result is kept, and decides the item `MAIL`.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  sendTestMail(options?: CallOptions): Promise<TestMail>;
}

export interface FilesMethods {
  /**
   * Remove the document of a contract.
   *
   * Its address ends, here and on the Users API.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  deleteContractDocument(contractId: number, options?: CallOptions): Promise<void>;

  /**
   * Remove the cover photo of a customer.
   *
   * Its address ends, here and on the Users API.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  deleteCoverPhoto(customerId: number, options?: CallOptions): Promise<void>;

  /**
   * Remove the direct debit document of a customer.
   *
   * Its address ends, here and on the Users API.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  deleteDirectDebitDocument(customerId: number, options?: CallOptions): Promise<void>;

  /**
   * Remove the photo of a customer.
   *
   * Its address ends, here and on the Users API.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  deletePhoto(customerId: number, options?: CallOptions): Promise<void>;

  /**
   * Read the document of a contract.
   *
   * The bytes, by the type of their content; a document as an attachment.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  getContractDocument(contractId: number, options?: CallOptions): Promise<Blob>;

  /**
   * Read the cover photo of a customer.
   *
   * The bytes, by the type of their content; a document as an attachment.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  getCoverPhoto(customerId: number, options?: CallOptions): Promise<Blob>;

  /**
   * Read the direct debit document of a customer.
   *
   * The bytes, by the type of their content; a document as an attachment.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  getDirectDebitDocument(customerId: number, options?: CallOptions): Promise<Blob>;

  /**
   * Read the photo of a customer.
   *
   * The bytes, by the type of their content; a document as an attachment.
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

export interface EventsMethods {
  /**
   * Read an event.
   *
   * As subscribers get it, with the gym that it is about and the moment at which it was stored. Events are kept for 30 days.
   *
   * Scope `WEBHOOK_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  get(id: string, options?: CallOptions): Promise<KeptEvent>;

  /**
   * Read the event feed.
   *
   * The events that subscribers get, the oldest first. `nextCursor` is never null there: poll again with it later, and miss none. `order=newest` is for people, and ends with the oldest event that is kept.
   *
   * Scope `WEBHOOK_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  list(
    query?: {
      readonly limit?: number | undefined;
      /** `oldest` when absent */
      readonly order?: 'oldest' | 'newest' | undefined;
      /** With `order=newest` */
      readonly type?:
        | 'CUSTOMER_CHECKIN'
        | 'CUSTOMER_CHECKOUT'
        | 'AUTOMATIC_CUSTOMER_CHECKOUT'
        | 'CUSTOMER_CREATED'
        | 'CUSTOMER_UPDATED'
        | 'CUSTOMER_DELETED'
        | 'CUSTOMER_ACCESS_DISABLED'
        | 'AGGREGATOR_MEMBER_CREATED'
        | 'DEVICE_CREATED'
        | 'WELLHUB_CHECKIN_RECEIVED'
        | 'WELLHUB_CHECKIN_VALIDATED'
        | 'WELLHUB_CHECKIN_FAILED'
        | 'WELLHUB_CHECKIN_AT_RISK'
        | 'WELLHUB_BOOKING_REQUESTED'
        | 'WELLHUB_BOOKING_CANCELED'
        | 'WELLHUB_BOOKING_LATE_CANCELED'
        | 'WELLHUB_USER_CANCELED'
        | 'WELLHUB_USER_CHANGED'
        | 'ALERT_OPENED'
        | 'ALERT_CLOSED'
        | 'TEST'
        | undefined;
      /** No events, and in `nextCursor` the place from which the next ones come */
      readonly start?: 'now' | undefined;
    },
    options?: CallOptions,
  ): PagedList<EventDto>;

  /**
   * List the deliveries of an event.
   *
   * To every subscription that got it, the newest first; the last 200.
   *
   * Scope `WEBHOOK_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  listDeliveries(
    id: string,
    options?: CallOptions,
  ): Promise<{
    readonly items: readonly Delivery[];
    /** The `cursor` of the next page; null on the last one */
    readonly nextCursor: string | null;
  }>;
}

export interface DiscountsMethods {
  /**
   * Add a discount.
   *
   * For all gyms of the partner. Contracts name it by its id.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  create(body: CreateDiscount, options?: CallOptions): Promise<Discount>;

  /**
   * Read a discount.
   *
   * As contracts of the Users API show it.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  get(id: number, options?: CallOptions): Promise<Discount>;

  /**
   * List the discounts.
   *
   * Of the partner, oldest first.
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
   * It opens nothing before it has a token: `devices.createToken`. One of the vendor CONTROL_ID has an address instead, which opens at once: `controlId.getSetup`.
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
   * Its token or address is void at once; its decisions stay in the log.
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
   * Its token or address is never shown. `lastScanAt` looks back 30 days; `controlId` and `contact` are those of a device of Control iD.
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
   * List what a device tells about itself.
   *
   * Its access logs, doors, buttons and modes of the last 90 days, newest first. Scans that it asked us about are in `gyms.listDecisions`.
   *
   * Scope `CHECKIN_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  listEvents(
    id: number,
    query?: {
      readonly limit?: number | undefined;
      readonly from?: string | undefined;
      readonly to?: string | undefined;
      readonly type?:
        | 'LINKED'
        | 'OFFLINE_ENTRY'
        | 'OFFLINE_EXIT'
        | 'ANONYMOUS'
        | 'REFUSED'
        | 'TIME_UNKNOWN'
        | 'DOOR_OPEN'
        | 'DOOR_CLOSED'
        | 'BUTTON'
        | 'MODE'
        | 'TURN_UNKNOWN'
        | undefined;
    },
    options?: CallOptions,
  ): PagedList<DeviceEvent>;

  /**
   * Change a device.
   *
   * A device that is switched off (`active: false`) keeps its token or address and opens nothing.
   *
   * Scope `DEVICE_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  update(id: number, body: ChangeDevice, options?: CallOptions): Promise<Device>;
}

export interface DeliveriesMethods {
  /**
   * Read a delivery with what was sent and what came.
   *
   * Each attempt shows its request byte for byte, without the secrets in it, and the first 1,024 bytes of the answer. Answers are kept for `RAW_PAYLOAD_DAYS`, requests as long as the event.
   *
   * Scope `WEBHOOK_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  get(id: string, options?: CallOptions): Promise<DeliveryExchanges>;

  /**
   * Deliver an event again.
   *
   * A new delivery of the same event: the same bytes and the same `uuid`.
   *
   * Scope `WEBHOOK_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  replay(id: string, options?: CallOptions): Promise<Delivery>;
}

export interface DataRetentionMethods {
  /**
   * List what is kept, and how long.
   *
   * The same for every partner of an installation. One page holds all.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  list(options?: CallOptions): Promise<{
    readonly items: readonly KeptData[];
    /** The `cursor` of the next page; null on the last one */
    readonly nextCursor: string | null;
  }>;
}

export interface CustomersMethods {
  /**
   * Add or change many customers.
   *
   * Up to 500 in one transaction. An item is the body of a single customer. It changes the customer with its `number`, else with its `gympassId`, `gympassUserId` or card; without any of these the one with the same e-mail, name and birth date; what is absent stays. Where there is none, one is added. Each item has a result of its own, and one that fails changes nothing of the others. Sent again, the same items change nothing.
   *
   * Scope `CUSTOMER_WRITE`.
   *
   * At most 120 requests per minute and key.
   */
  batch(body: CustomerBatchBody, options?: CallOptions): Promise<CustomerBatch>;

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
   * At once: the next scan is judged without it.
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
   * With every field that the Users API has of the person. Erased people and those that were merged into another are not found.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  get(customerId: number, options?: CallOptions): Promise<Customer>;

  /**
   * Read whether a customer is kept out.
   *
   * What is stored, also where its days are over or have not begun. Without one the answer is 404.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  getRestriction(customerId: number, options?: CallOptions): Promise<ShownRestriction>;

  /**
   * Read one entry of a customer’s story.
   *
   * 404 as well for an entry of another person, and for one that no scope of the caller reads elsewhere.
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
   * To the terms and the privacy notice: which version, where it was given and when. The first consent to a version stands.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  listConsents(customerId: number, options?: CallOptions): Promise<Consents>;

  /**
   * List the passes of a customer.
   *
   * Also those that have ended or are used up, oldest first.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  listPasses(
    customerId: number,
    query?: { readonly limit?: number | undefined },
    options?: CallOptions,
  ): PagedList<AccessPass>;

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

export interface ControlIdMethods {
  /**
   * Send a Control iD device its settings again.
   *
   * One command for each step of the set-up that needs no log-in at the device. Each is handed out every minute until the device answers, five times at most.
   *
   * Scope `DEVICE_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  apply(
    id: number,
    options?: CallOptions,
  ): Promise<{
    readonly items: readonly Command[];
  }>;

  /**
   * Show how a Control iD device is set up.
   *
   * The answer holds the address, which is the credential of the device, so that each reading is audited. A card that was learned is in one answer only. This server cannot reach the network of a gym and never asks for the password of a device: a person there follows the steps or runs the script.
   *
   * Scope `DEVICE_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  getSetup(id: number, options?: CallOptions): Promise<Setup>;

  /**
   * Learn the next unknown card of a Control iD device.
   *
   * For 60 seconds the last card that nobody has is kept, so that `check.unknownCard` of the set-up shows, once, which number each `cardFormat` makes of it. Another call begins anew. Numbers of 18 and 19 digits are access codes, and are not kept.
   *
   * Scope `DEVICE_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  learnCard(id: number, options?: CallOptions): Promise<CardLearning>;

  /**
   * List the commands of a Control iD device.
   *
   * Those of the last 7 days, the newest first.
   *
   * Scope `DEVICE_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  listCommands(
    id: number,
    query?: {
      readonly limit?: number | undefined;
      readonly state?:
        'WAITING' | 'HANDED_OUT' | 'DONE' | 'FAILED' | 'EXPIRED' | 'UNKNOWN' | undefined;
    },
    options?: CallOptions,
  ): PagedList<Command>;

  /**
   * Open a door from afar.
   *
   * The device fetches the command within seconds, at most once and within 30 seconds. It makes no visit and uses nothing up; who opened, and why, stands in the audit log.
   *
   * Scope `DEVICE_WRITE` or `CHECKIN_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  open(id: number, body: OpenDevice, options?: CallOptions): Promise<AcceptedCommand>;

  /**
   * Give a Control iD device another address.
   *
   * The address before works for `graceSeconds`, so that the device can be changed.
   *
   * Scope `DEVICE_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  rotateSecret(id: number, body: MoveDevice, options?: CallOptions): Promise<MovedDevice>;
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
   * `documentUrl` is the address of its document, null without one.
   *
   * Scope `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  get(customerId: number, contractId: number, options?: CallOptions): Promise<Contract>;

  /**
   * List the contracts of a customer.
   *
   * Oldest first, those that have ended included.
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

export interface ConsoleSessionsMethods {
  /**
   * Log in to the console with an API key.
   *
   * The answer sets a cookie for 12 h with the scopes and the gym of the key; it ends with the key. For software that opens the front desk, and for the first minutes of an installation: people have a log-in of their own.
   */
  create(body: OpenConsoleSession, options?: CallOptions): Promise<ConsoleSession>;

  /**
   * Log out of the console.
   *
   * Also without a session: afterwards there is none.
   */
  delete(options?: CallOptions): Promise<void>;
}

export interface CheckInsMethods {
  /**
   * Read a check-in and its audit trail.
   *
   * `trail` has each state that it reached, by what cause, after how many calls and with which answer of Wellhub.
   *
   * Scope `CHECKIN_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  get(id: string, options?: CallOptions): Promise<CheckInWithTrail>;

  /**
   * Validate a check-in at Wellhub now.
   *
   * 202 while Wellhub has not answered: the check-in is `PENDING`, and calls go on.
   *
   * Scope `CHECKIN_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  validate(id: string, options?: CallOptions): Promise<Validation>;
}

export interface BrandsMethods {
  /**
   * Remove the logo of a partner.
   *
   * Pages and mails show the name in its place.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  deleteLogo(options?: CallOptions): Promise<void>;

  /**
   * Get how the pages and mails of a partner look.
   *
   * `contrast` is that of the text on the accent colour by WCAG 2.2. A partner that has chosen nothing has our colours.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  get(options?: CallOptions): Promise<Brand>;

  /**
   * Set the logo of a partner.
   *
   * The body is the picture: a PNG or JPEG by content, at most 512 KiB, 16 to 2,000 pixels a side.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  putLogo(body: FileBody, options?: CallOptions): Promise<Brand>;

  /**
   * Set colours and short name of a partner.
   *
   * What is absent or null becomes ours again; the logo stays. A colour on which the text cannot be read is refused with the contrast that it has.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  replace(body: PutBrand, options?: CallOptions): Promise<Brand>;
}

export interface BookingsMethods {
  /**
   * Cancel a reserved place for the gym.
   *
   * 202 while Wellhub has not confirmed: the call is retried until it does.
   *
   * Scope `CHECKIN_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  cancel(id: number, options?: CallOptions): Promise<Booking>;

  /**
   * Reserve or reject a place that was requested.
   *
   * Wellhub is notified at once. 202 while it has not confirmed: the call is retried until it does.
   *
   * Scope `CHECKIN_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  decide(id: number, body: BookingDecision, options?: CallOptions): Promise<Booking>;

  /**
   * Read a booking.
   *
   * `decideBefore` is the moment until which Wellhub waits for a decision.
   *
   * Scope `CHECKIN_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  get(id: number, options?: CallOptions): Promise<Booking>;
}

export interface AuditLogMethods {
  /**
   * List who did what at a partner.
   *
   * Newest first. With `Accept: text/csv` the newest ten thousand, without pages.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  list(
    query?: {
      readonly limit?: number | undefined;
      /** A part of who did it, in any letter case */
      readonly actor?: string | undefined;
      /** A part of the action */
      readonly action?: string | undefined;
      readonly from?: string | undefined;
      /** What happened before it */
      readonly to?: string | undefined;
    },
    options?: CallOptions,
  ): PagedList<AuditEntry>;
}

export interface ApiKeysMethods {
  /**
   * Make an API key.
   *
   * `key` is shown this once. No key makes a key with scopes or gyms beyond its own. With `environment: "test"` it belongs to the test environment of the partner, which is made with its first key.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  create(body: CreateApiKey, options?: CallOptions): Promise<ApiKey>;

  /**
   * Revoke an API key.
   *
   * It ends at once, on other replicas within 5 s, and its tokens and console sessions with it.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  delete(id: string, options?: CallOptions): Promise<void>;

  /**
   * Get an API key.
   *
   * The key itself is shown once, when it is made; here are its `prefix`, scopes, state and last use.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  get(id: string, options?: CallOptions): Promise<ApiKey>;

  /**
   * Get the key of this call.
   *
   * Whose the key is and what it may do: for software that was given a key and needs the id of its partner for the addresses of other calls. Any key may call it.
   *
   * At most 1000 requests per minute and key.
   */
  getCurrent(options?: CallOptions): Promise<OwnKey>;

  /**
   * List the API keys of a partner.
   *
   * Those of its test environment as well, where `environment` does not say otherwise.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  list(
    query?: {
      readonly limit?: number | undefined;
      readonly state?: 'ACTIVE' | 'EXPIRED' | 'REVOKED' | undefined;
      /** Without it the keys of the partner and of its test environment */
      readonly environment?: 'live' | 'test' | undefined;
    },
    options?: CallOptions,
  ): PagedList<ApiKey>;

  /**
   * Replace an API key by a new one.
   *
   * The new key has the same name, scopes and gym, and is shown this once; the old one works for `graceSeconds` more.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  rotate(id: string, body: RotateApiKey, options?: CallOptions): Promise<ApiKey>;
}

export interface AlertsMethods {
  /**
   * Close an alert by hand.
   *
   * It says that it was looked at, and mends nothing: the next occurrence opens a new one.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  close(id: string, options?: CallOptions): Promise<Alert>;

  /**
   * List what needs a person at a partner.
   *
   * Newest first. With `Accept: text/csv` the newest ten thousand, without pages.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  list(
    query?: {
      readonly limit?: number | undefined;
      /** only open ones, or only closed ones */
      readonly open?: 'true' | 'false' | undefined;
    },
    options?: CallOptions,
  ): PagedList<Alert>;
}

export interface AlertMailsMethods {
  /**
   * Read when mails about alerts may come.
   *
   * Times of the day in the time zone of the partner.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  get(options?: CallOptions): Promise<AlertMailTimes>;

  /**
   * Set when mails about alerts may come.
   *
   * All of it is replaced: what is absent goes back to its default.
   *
   * Scope `PARTNER_ADMIN`.
   *
   * At most 1000 requests per minute and key.
   */
  replace(body: PutAlertMailTimes, options?: CallOptions): Promise<AlertMailTimes>;
}

export interface AccessRulesMethods {
  /**
   * Add an access rule to a gym.
   *
   * The first active rule that fits decides. The first rule makes the policy.
   *
   * Scope `STUDIO_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  create(gymId: number, body: CreateAccessRule, options?: CallOptions): Promise<AccessRule>;

  /**
   * Remove an access rule.
   *
   * Those after it move up.
   *
   * Scope `STUDIO_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  delete(id: number, options?: CallOptions): Promise<void>;

  /**
   * Read an access rule.
   *
   * `position` is its place in the list of its gym, where the first active rule that fits decides.
   *
   * Scope `STUDIO_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  get(id: number, options?: CallOptions): Promise<AccessRule>;

  /**
   * List the access rules of a gym.
   *
   * In their order. The `ETag` is that of the policy, for `accessRules.order`.
   *
   * Scope `STUDIO_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  list(
    gymId: number,
    query?: { readonly limit?: number | undefined },
    options?: CallOptions,
  ): PagedList<AccessRule>;

  /**
   * Order the access rules of a gym.
   *
   * Names every rule of the gym once. `If-Match` and `ETag` are those of the policy.
   *
   * Scope `STUDIO_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  order(
    gymId: number,
    body: AccessRuleOrder,
    options?: CallOptions,
  ): Promise<{
    readonly items: readonly AccessRule[];
  }>;

  /**
   * Change an access rule.
   *
   * A JSON merge patch: null takes a condition away; lists are replaced as a whole.
   *
   * Scope `STUDIO_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  update(id: number, body: ChangeAccessRule, options?: CallOptions): Promise<AccessRule>;
}

export interface AccessPoliciesMethods {
  /**
   * Find out whether a person may enter, and why.
   *
   * With `at` contracts, passes, ages and hours are judged for that moment; check-ins, presence and restrictions as they stand now. It reads only: no call, no decision in the log.
   *
   * Scope `STUDIO_READ` and `CUSTOMER_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  check(gymId: number, body: AccessCheckRequest, options?: CallOptions): Promise<AccessCheck>;

  /**
   * Remove the access policy of a gym.
   *
   * Its rules are deleted: contract and check-in alone decide again.
   *
   * Scope `STUDIO_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  delete(gymId: number, options?: CallOptions): Promise<void>;

  /**
   * Read the access policy of a gym.
   *
   * Of a gym that has none the defaults, with the `ETag` "0".
   *
   * Scope `STUDIO_READ`.
   *
   * At most 1000 requests per minute and key.
   */
  get(gymId: number, options?: CallOptions): Promise<AccessPolicy>;

  /**
   * Replace the access policy of a gym.
   *
   * What is not named has its default. The rules stay.
   *
   * Scope `STUDIO_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  replace(gymId: number, body: AccessPolicyValues, options?: CallOptions): Promise<AccessPolicy>;

  /**
   * Change the access policy of a gym.
   *
   * A JSON merge patch: null resets to the default; lists are replaced as a whole.
   *
   * Scope `STUDIO_WRITE`.
   *
   * At most 1000 requests per minute and key.
   */
  update(gymId: number, body: AccessPolicyValues, options?: CallOptions): Promise<AccessPolicy>;
}
