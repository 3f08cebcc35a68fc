// Written by `npm run client` from the OpenAPI document: not to be changed by hand.
export interface AcceptedCommand {
  readonly commandId: string;
  readonly state: 'WAITING' | 'HANDED_OUT' | 'DONE' | 'FAILED' | 'EXPIRED' | 'UNKNOWN';
  /** From then on it is not handed out any more; null: it waits */
  readonly expiresAt: string | null;
}

export interface AccessCheck {
  /** `OPEN`, `ASK_WELLHUB` or `PROBE` (a call to Wellhub would decide), or the name of the refusal */
  readonly result: string;
  /** The right that would be used, or is refused */
  readonly right: 'STAFF' | 'CONTRACT' | 'WELLHUB' | 'GUEST' | null;
  /** null: no rule decided */
  readonly rule: DecidingRule | null;
  /** Where the reason stands */
  readonly reference: string | null;
  /** The wall clock of the gym */
  readonly local: string;
  /** Each check by itself; the first that fails decides */
  readonly steps: readonly AccessStep[];
  /** Where hours or the day refuse: when it opens within a week */
  readonly nextOpening: string | null;
}

export interface AccessCheckRequest {
  readonly customerId: number;
  /** A device of the gym; absent: no rule that names devices fits */
  readonly deviceId?: number | undefined;
  /** Within 400 days; absent: now */
  readonly at?: string | undefined;
  /** How many people are inside; absent: as now */
  readonly inside?: number | undefined;
  /** The product of the Wellhub check-in */
  readonly wellhubProduct?: string | undefined;
}

export interface AccessCode {
  readonly format: 'QR_CODE';
  /** 19 digits. Show them as a QR picture; never read them as a number */
  readonly content: string;
  /** Whole seconds */
  readonly expiresAt: string;
}

export interface AccessCodeConfiguration {
  /** Members may get access codes here */
  readonly enabled: boolean;
}

export interface AccessCodeDetail {
  /** The same as of the scans of this code */
  readonly hashPrefix: string;
  readonly expiresAt: string;
  readonly singleUse: boolean;
}

export interface AccessCodeSettings {
  readonly enabled?: boolean | undefined;
  readonly ttlSeconds?: number | undefined;
  readonly singleUse?: boolean | undefined;
}

export interface AccessPass {
  readonly id: number;
  readonly customerId: number;
  /** STAFF enters whatever the rules say; GUEST as the rules allow */
  readonly type: 'STAFF' | 'GUEST';
  /** Null: every gym */
  readonly gymIds: readonly number[] | null;
  /** The first day, by the clock of the gym */
  readonly validFrom: string;
  /** The last day */
  readonly validUntil: string | null;
  /** How many visits; null for staff */
  readonly entries: number | null;
  /** Null for staff */
  readonly entriesLeft: number | null;
  /** The last ten visits that used an entry, the newest first */
  readonly usedAt: readonly string[];
  readonly note: string | null;
}

export interface AccessPolicy {
  /** What holds where no rule fits */
  readonly outsideRules: 'ALLOW' | 'DENY';
  /** Null: no limit */
  readonly capacity: ShownCapacity | null;
  readonly antiPassback: ShownAntiPassback;
  /** How long one check-in opens; null: all its day, 0: once */
  readonly reentryMinutes: number | null;
  readonly showOccupancy: boolean;
  readonly minimumAge: number | null;
  /** Of who has no birth date */
  readonly unknownAge: 'ALLOW' | 'DENY';
  readonly closingDays: readonly ShownClosingDay[];
  /** What you may not have meant */
  readonly warnings: readonly ('NOBODY_MAY_ENTER' | 'AUTOMATIC_WITH_WELLHUB_RULES')[];
  /** Also the inactive ones */
  readonly ruleCount: number;
}

export interface AccessPolicyValues {
  /** What holds where no rule fits */
  readonly outsideRules?: 'ALLOW' | 'DENY' | null | undefined;
  readonly capacity?: Capacity | null | undefined;
  readonly antiPassback?: AntiPassback | null | undefined;
  /** How long one check-in opens, from its first use; null: all its day, 0: once */
  readonly reentryMinutes?: number | null | undefined;
  /** Members' screens may name the numbers inside */
  readonly showOccupancy?: boolean | null | undefined;
  readonly minimumAge?: number | null | undefined;
  /** Of who has no birth date */
  readonly unknownAge?: 'ALLOW' | 'DENY' | null | undefined;
  readonly closingDays?: readonly ClosingDay[] | null | undefined;
}

export interface AccessRule {
  readonly id: number;
  readonly gymId: number;
  /** The first rule that fits decides; the first one is 1 */
  readonly position: number;
  readonly name: string;
  /** An inactive rule never fits */
  readonly active: boolean;
  readonly effect: 'ALLOW' | 'DENY';
  /** Null: at any time */
  readonly when: ShownTimeCondition | null;
  /** Null: anybody */
  readonly who: ShownPersonCondition | null;
  /** Null: every door. Empty, and the rule inactive: they were removed */
  readonly deviceIds: readonly number[] | null;
  /** In place of our text; null: ours */
  readonly message: ShownRuleMessage | null;
}

export interface AccessRuleOrder {
  /** All rules of the gym, each once, in their new order */
  readonly ids: readonly number[];
}

export interface AccessStep {
  readonly check: '9' | '9a' | '9b' | '9c' | '9d' | '9e';
  readonly ok: boolean;
  /** What was compared, for people */
  readonly detail: string | null;
}

export interface AccessWarning {
  /** As a door answers: `ACCESS_OUTSIDE_HOURS` */
  readonly code: string;
  /** The access rule that decides */
  readonly ruleId?: number | undefined;
}

export interface AccountDetail {
  readonly hasPassword: boolean;
  readonly isEnabled: boolean;
}

export interface ActionParameters {
  readonly in: string;
  readonly out: string;
}

export interface Address {
  readonly country?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly postalCode?: string | null | undefined;
  readonly line1?: string | null | undefined;
  readonly line2?: string | null | undefined;
}

export interface AddressObject {
  readonly country: string;
  readonly city: string;
  readonly postalCode: string;
  readonly line1: string;
  readonly line2: string;
}

export interface Admission {
  readonly authorized: true;
  readonly customerId: number;
  /** Of the visit; absent where somebody leaves who was not inside */
  readonly checkinId?: number | undefined;
  readonly direction: 'IN' | 'OUT';
  /** Whether it opens although Wellhub has not confirmed the check-in yet */
  readonly provisional: boolean;
  /** The answer to an earlier scan of the same value again */
  readonly repeated?: true | undefined;
  /** Only in a dry run: the right that would be used */
  readonly right?: 'STAFF' | 'CONTRACT' | 'WELLHUB' | 'GUEST' | undefined;
  /** Only in a dry run: the access rule that allows it */
  readonly rule?: number | null | undefined;
}

export interface AggregatorMemberContent {
  /** The Wellhub id */
  readonly aggregatorId: string;
}

export interface Alert {
  readonly id: string;
  /** What is wrong; each is explained in `docs/alerts.md` */
  readonly code: string;
  /** What it is about */
  readonly object: string;
  /** Null: it concerns more than one gym */
  readonly gymId: number | null;
  /** When it was raised first */
  readonly firstAt: string;
  /** When it was raised last */
  readonly lastAt: string;
  /** How often it was raised while open */
  readonly count: number;
  /** What was wrong the last time, for people */
  readonly detail: string;
  /** null while it is open */
  readonly closedAt: string | null;
}

export interface AlertContent {
  readonly alertId: string;
  readonly code: string;
}

export interface AlertMailTimes {
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  readonly digestAt: string;
}

export interface AlertToday {
  readonly id: string;
  readonly code: string;
  readonly gymId: number | null;
  /** how often it was raised while open */
  readonly count: number;
  readonly lastAt: string;
}

export interface AlertsToday {
  /** open ones, 200 at most */
  readonly open: number;
  /** the newest 10 */
  readonly items: readonly AlertToday[];
}

export interface AntiPassback {
  readonly mode?: 'OFF' | 'SOFT' | 'HARD' | null | undefined;
  /** Who entered longer ago may enter again; null: nobody, until they leave */
  readonly minutes?: number | null | undefined;
  readonly scope?: 'GYM' | 'PARTNER' | null | undefined;
}

export interface ApiKey {
  readonly id: string;
  /** It reaches nothing of the other one */
  readonly environment: 'live' | 'test';
  readonly name: string;
  /** How the key begins: to recognise it by */
  readonly prefix: string;
  readonly scopes: readonly (
    | 'OPERATOR'
    | 'PARTNER_ADMIN'
    | 'WELLHUB_REGISTRATION'
    | 'CUSTOMER_READ'
    | 'CUSTOMER_WRITE'
    | 'CHECKIN_READ'
    | 'CHECKIN_WRITE'
    | 'REPORTS'
    | 'STUDIO_READ'
    | 'STUDIO_WRITE'
    | 'DEVICE_READ'
    | 'DEVICE_WRITE'
    | 'WEBHOOK_READ'
    | 'WEBHOOK_WRITE'
    | 'USERS_API'
  )[];
  /** It acts for this gym only; null: for all of the partner */
  readonly gymId: number | null;
  readonly state: 'ACTIVE' | 'EXPIRED' | 'REVOKED';
  readonly createdAt: string;
  /** Null: it does not end by itself */
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** Up to half a minute late */
  readonly lastUsedAt: string | null;
  /** The key itself: only in the answer to the call that made it */
  readonly key?: string | undefined;
}

export interface Attempt {
  readonly at: string;
  /** HTTP status; absent: no answer came */
  readonly status?: number | undefined;
  /** Absent: nothing was sent */
  readonly durationMs?: number | undefined;
  /** Why no answer came */
  readonly error?: string | undefined;
  /** Where it went */
  readonly url?: string | undefined;
}

export interface AttemptExchange {
  readonly at: string;
  /** HTTP status; absent: no answer came */
  readonly status?: number | undefined;
  /** Absent: nothing was sent */
  readonly durationMs?: number | undefined;
  /** Why no answer came */
  readonly error?: string | undefined;
  /** Where it went */
  readonly url?: string | undefined;
  /** Null: nothing was sent, or it is no longer kept */
  readonly request: SentRequest | null;
  /** Null: nothing came, or it is no longer kept */
  readonly response: ReceivedAnswer | null;
}

export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  /** Who did it: the name of a key, a person of the staff, or a part of the service */
  readonly actor: string;
  /** A word such as `customer.merged`, or the route that was called */
  readonly action: string;
  /** What it was done to */
  readonly object: string;
  /** Finds the line of the request in the logs; null for what no request did */
  readonly requestId: string | null;
  /** The address that the request came from */
  readonly source: string | null;
  /** The fields that were named; null stands for values that are secret, personal or long */
  readonly changes: { readonly [name: string]: unknown } | null;
}

export interface AutomaticCheckout {
  readonly customerId: number;
  readonly checkoutTime: string;
}

export interface AutomaticCheckoutsContent {
  readonly checkouts: readonly AutomaticCheckout[];
}

export interface BadRow {
  readonly line: number;
  readonly reason: string;
}

export interface BatchError {
  /** Of the catalogue of errors */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** The fields to blame */
  readonly errors: readonly BatchFault[];
}

export interface BatchFault {
  /** A JSON pointer into the item */
  readonly pointer: string;
  readonly detail: string;
}

export interface BatchItem {
  /** Its place in `items`, from 0 */
  readonly index: number;
  readonly result: 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'FAILED';
  /** Null for one that failed, and in a dry run for one that would be made */
  readonly customerId: number | null;
  /** Why it failed */
  readonly error: BatchError | null;
}

export interface Booking {
  readonly id: number;
  readonly gymId: number;
  readonly customerId: number;
  /** Of the Wellhub user */
  readonly gympassId: string;
  /** Wellhub’s number of the booking */
  readonly bookingNumber: string;
  /** Wellhub’s id of the class */
  readonly classId: string | null;
  /** Wellhub’s id of its slot */
  readonly slotId: string | null;
  /** AUTO_REJECTED: it was not decided in time */
  readonly state:
    | 'REQUESTED'
    | 'RESERVED'
    | 'REJECTED'
    | 'AUTO_REJECTED'
    | 'CANCELED'
    | 'LATE_CANCELED'
    | 'CANCELED_BY_GYM';
  /** When the user requested it */
  readonly requestedAt: string | null;
  /** Until when it can be decided */
  readonly decideBefore: string | null;
  /** What Wellhub is told */
  readonly decision: 'RESERVED' | 'REJECTED' | 'CANCELLED_BY_GYM' | null;
  readonly decidedAt: string | null;
  /** Why it was rejected, in a word of Wellhub’s */
  readonly reasonCategory: string | null;
  /** Why it was rejected, for people */
  readonly reason: string | null;
  /** Calls to Wellhub that told the decision */
  readonly attempts: number;
  /** HTTP status of Wellhub’s last answer */
  readonly lastStatus: number | null;
  /** The key of Wellhub’s last answer */
  readonly lastKey: string | null;
  readonly createdAt: string;
}

export interface BookingDecision {
  readonly status: 'RESERVED' | 'REJECTED';
  readonly reasonCategory?:
    | 'CLASS_IS_FULL'
    | 'USAGE_RESTRICTION'
    | 'USER_IS_ALREADY_BOOKED'
    | 'SPOT_NOT_AVAILABLE'
    | 'USER_DOES_NOT_EXIST'
    | 'CHECK_IN_AND_CANCELATION_WINDOWS_CLOSED'
    | 'CLASS_HAS_BEEN_CANCELED'
    | 'CLASS_NOT_FOUND'
    | 'USER_PROFILE_CMS'
    | 'PREREQUISITES'
    | 'GENERAL_ERROR'
    | 'TECHNICAL_ERROR'
    | undefined;
  readonly reason?: string | undefined;
  /** The number of the slot, this place included */
  readonly totalBooked?: number | undefined;
  /** Only together with totalBooked */
  readonly totalCapacity?: number | undefined;
}

export interface BookingDetail {
  readonly bookingId: number;
  readonly bookingNumber: string;
  readonly classId: string | null;
  readonly slotId: string | null;
  /** As it is now */
  readonly state: string;
  readonly decision: string | null;
  readonly decidedAt: string | null;
  readonly reasonCategory: string | null;
  readonly reason: string | null;
  /** Calls to Wellhub */
  readonly calls: number;
  readonly lastStatus: number | null;
  readonly lastKey: string | null;
}

export interface Brand {
  /** `#rrggbb`; null: ours */
  readonly accentColor: string | null;
  /** Of the text on it */
  readonly textColor: 'WHITE' | 'BLACK';
  /** Of that text on that colour, by WCAG 2.2; at least 4.5 */
  readonly contrast: number | null;
  /** Of either text on that colour */
  readonly contrasts: Contrasts | null;
  /** At the head of pages and mails where the name is long */
  readonly shortName: string | null;
  readonly logo: Logo | null;
}

export interface Capacity {
  /** Most persons inside */
  readonly max?: number | undefined;
  /** The alert `gate.nearly-full` opens at it; null: never. Without it 90 */
  readonly warnAtPercent?: number | null | undefined;
}

export interface CardLearning {
  /** Of the device */
  readonly id: number;
  /** Until when an unknown card is kept, and shown */
  readonly learnsCardsUntil: string;
}

export interface CardNumber {
  readonly value: string;
  /** DECIMAL when absent */
  readonly format?: 'DECIMAL' | 'HEX_MSB' | 'HEX_LSB' | undefined;
}

export interface CardObject {
  readonly cardNumber: string;
  readonly isBlocked: boolean;
}

export interface CardReading {
  readonly cardFormat: 'RAW' | 'WIEGAND_26' | 'FACILITY_CODE' | 'CODE_ONLY';
  /** The card that is looked up with this setting; null: none */
  readonly cardNumber: string | null;
}

export interface ChangeAccessPass {
  /** Null: every gym */
  readonly gymIds?: readonly number[] | null | undefined;
  /** The last day, by the clock of the gym; a guest needs one */
  readonly validUntil?: string | null | undefined;
  /** How many visits; of guests only, who need it */
  readonly entries?: number | null | undefined;
  readonly note?: string | null | undefined;
  readonly type?: 'STAFF' | 'GUEST' | undefined;
  readonly validFrom?: string | undefined;
}

export interface ChangeAccessRule {
  /** Place in the list, the first one is 1; absent in a new rule: the last one */
  readonly position?: number | undefined;
  /** True when absent */
  readonly active?: boolean | null | undefined;
  readonly when?: TimeCondition | null | undefined;
  readonly who?: PersonCondition | null | undefined;
  /** Devices of this gym */
  readonly deviceIds?: readonly number[] | null | undefined;
  /** In place of our text, where this rule refuses */
  readonly message?: RuleMessage | null | undefined;
  readonly name?: string | undefined;
  readonly effect?: 'ALLOW' | 'DENY' | undefined;
}

export interface ChangeContract {
  /** startDate when absent */
  readonly signUpDate?: string | undefined;
  /** day of cancelling; ends nothing */
  readonly cancelDate?: string | null | undefined;
  /** last day */
  readonly endDate?: string | null | undefined;
  readonly discountIds?: readonly number[] | undefined;
  readonly isActive?: boolean | undefined;
  readonly isDeleted?: boolean | undefined;
  readonly membershipId?: number | undefined;
  readonly paymentPlanId?: number | undefined;
  readonly startDate?: string | undefined;
}

export interface ChangeDevice {
  /** Fixed: another one is refused */
  readonly vendor?: 'GENERIC' | 'CONTROL_ID' | undefined;
  /** Only of a device of this vendor. Null, here or of one field: the default again */
  readonly controlId?: ControlIdChange | null | undefined;
  readonly name?: string | undefined;
  readonly direction?: 'IN' | 'OUT' | 'BOTH' | undefined;
  readonly active?: boolean | undefined;
  /** Same value again within this time: the same answer */
  readonly repeatWindowSeconds?: number | undefined;
}

export interface ChangeDiscount {
  readonly name?: string | undefined;
  readonly isActive?: boolean | undefined;
  readonly isDeleted?: boolean | undefined;
  readonly administrationFee?: Reduction | null | undefined;
  readonly joiningFee?: Reduction | null | undefined;
  readonly membershipFee?: Reduction | null | undefined;
}

export interface ChangeGym {
  readonly description?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly telephone?: string | null | undefined;
  readonly website?: string | null | undefined;
  readonly logoUrl?: string | null | undefined;
  readonly street?: string | null | undefined;
  readonly houseNumber?: string | null | undefined;
  readonly addressLine2?: string | null | undefined;
  readonly zip?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly country?: string | null | undefined;
  readonly countryCode?: string | null | undefined;
  readonly openingDate?: string | null | undefined;
  readonly closingDate?: string | null | undefined;
  readonly location?: Location | null | undefined;
  readonly shortName?: string | null | undefined;
  readonly symbol?: string | null | undefined;
  readonly clubType?: string | null | undefined;
  readonly isHidden?: boolean | undefined;
  readonly timeZone?: string | undefined;
  readonly language?: 'en' | 'pt' | 'es' | 'de' | undefined;
  readonly wellhubGymId?: string | null | undefined;
  readonly linkWellhubByEmail?: boolean | undefined;
  readonly validationMode?: 'AUTOMATIC' | 'GATE' | 'ATTENDANCE' | undefined;
  readonly checkInWindowMinutes?: number | undefined;
  readonly whenWellhubIsDown?: 'DENY' | 'ADMIT_AND_VALIDATE_LATER' | undefined;
  readonly whenStorageIsDown?: 'DENY' | 'ADMIT_KNOWN' | undefined;
  readonly countVisitOn?: 'GRANT' | 'TURN' | undefined;
  readonly bookingDefaultDecision?: 'REJECTED' | 'RESERVED' | undefined;
  readonly accessCodes?: AccessCodeSettings | null | undefined;
  readonly visitClosesAfterMinutes?: number | undefined;
  readonly wellhubAccessToken?: string | null | undefined;
  readonly webhookSecret?: string | null | undefined;
  readonly acceptWeakSecret?: boolean | undefined;
  readonly name?: string | undefined;
}

export interface ChangeMembership {
  readonly name?: string | undefined;
  readonly isActive?: boolean | undefined;
  readonly isDeleted?: boolean | undefined;
}

export interface ChangeOwnAccount {
  readonly name?: string | undefined;
  readonly language?: 'pt' | 'en' | 'es' | 'de' | undefined;
}

export interface ChangePartner {
  readonly multiOffer?: boolean | undefined;
  readonly signUpUrl?: string | null | undefined;
  readonly logInUrl?: string | null | undefined;
  readonly timeZone?: string | undefined;
  readonly locale?: 'en' | 'pt' | 'es' | 'de' | undefined;
  readonly supportEmail?: string | null | undefined;
  readonly usageEventsFromVisits?: boolean | undefined;
  readonly usageEventTypes?: readonly string[] | undefined;
  readonly defaultMailTemplates?: boolean | undefined;
  /** Everybody on the staff must have a second factor */
  readonly secondFactorRequired?: boolean | undefined;
  readonly termsUrl?: string | null | undefined;
  readonly termsVersion?: string | null | undefined;
  readonly privacyUrl?: string | null | undefined;
  readonly privacyVersion?: string | null | undefined;
  readonly name?: string | undefined;
  readonly slug?: string | undefined;
}

export interface ChangePaymentPlan {
  readonly name?: string | undefined;
  readonly isActive?: boolean | undefined;
  readonly isDeleted?: boolean | undefined;
  readonly isAddOnPaymentPlan?: boolean | undefined;
}

export interface ChangePlace {
  /** A membership of your own */
  readonly membershipId?: string | undefined;
  /** One of its gyms, where it does not have all */
  readonly gymId?: number | undefined;
  /** Of the operator: a partner to look in at */
  readonly observedPartnerId?: string | undefined;
}

export interface ChangeStaff {
  readonly role?:
    'OWNER' | 'MANAGER' | 'FRONT_DESK' | 'ACCOUNTANT' | 'DEVELOPER' | 'VIEWER' | undefined;
  /** null: all gyms */
  readonly gymIds?: readonly number[] | null | undefined;
  /** As it was read; refused when it has changed */
  readonly version?: number | undefined;
}

export interface ChangeWebhookSubscription {
  readonly url?: string | undefined;
  readonly eventTypes?:
    | readonly (
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
      )[]
    | null
    | undefined;
  readonly gymId?: number | null | undefined;
  readonly retry?: string | undefined;
  readonly state?: 'ACTIVE' | 'DISABLED' | undefined;
}

export interface CheckIn {
  readonly id: string;
  readonly gymId: number;
  readonly customerId: number;
  /** Of the Wellhub user */
  readonly gympassId: string;
  /** VALIDATED is paid */
  readonly state: 'PENDING' | 'VALIDATED' | 'EXPIRED' | 'CANCELED' | 'NOT_FOUND' | 'REJECTED';
  /** What made it */
  readonly cause: 'WEBHOOK' | 'SCAN' | 'DESK' | 'AGGREGATOR' | 'RETRY' | 'DEADLINE';
  /** Why it will never be paid; null unless it was lost */
  readonly lostBecause:
    | 'NEVER_REQUESTED'
    | 'CREDENTIALS_REFUSED'
    | 'NO_ANSWER_FROM_WELLHUB'
    | 'TOO_LATE_FOR_WELLHUB'
    | 'CANCELED_BY_MEMBER'
    | 'NOT_FOUND_AT_WELLHUB'
    | 'REFUSED_BY_WELLHUB'
    | null;
  /** Whether a call to Wellhub may still validate it */
  readonly isValidatable: boolean;
  /** Whether Wellhub said that it had been validated before */
  readonly alreadyValidated: boolean;
  /** Whether its time is over without a definite answer of Wellhub */
  readonly overdue: boolean;
  /** Whether it is a call for an id that nothing announced */
  readonly probe: boolean;
  /** Whether its webhook is still missing */
  readonly provisional: boolean;
  /** Of the class that was booked */
  readonly bookingNumber: string | null;
  /** Wellhub’s id of the product */
  readonly productId: string | null;
  readonly productDescription: string | null;
  /** At the gym */
  readonly day: string;
  /** When the person checked in */
  readonly occurredAt: string;
  readonly receivedAt: string;
  /** Until when Wellhub accepts its validation */
  readonly expiresAt: string;
  readonly validatedAt: string | null;
  /** Calls to Wellhub */
  readonly attempts: number;
  /** HTTP status of Wellhub’s last answer */
  readonly lastStatus: number | null;
  /** The key of Wellhub’s last answer */
  readonly lastKey: string | null;
}

export interface CheckInDetail {
  readonly checkInId: string;
  readonly from: string | null;
  readonly to: string;
  readonly cause: 'WEBHOOK' | 'SCAN' | 'DESK' | 'AGGREGATOR' | 'RETRY' | 'DEADLINE';
  /** Calls to Wellhub until then */
  readonly calls: number;
  readonly wellhubStatus: number | null;
  readonly wellhubKey: string | null;
  readonly occurredAt: string;
  readonly expiresAt: string;
  readonly webhookAt: string | null;
  readonly bookingNumber: string | null;
  readonly productDescription: string | null;
  /** Wellhub was asked about it although no webhook had come */
  readonly isProbe: boolean;
  /** Admitted before Wellhub answered */
  readonly isProvisional: boolean;
  readonly stateNow: string;
  readonly callsNow: number;
  readonly lastStatus: number | null;
  readonly lastKey: string | null;
}

export interface CheckInFigures {
  /** validated: Wellhub should pay */
  readonly paid: number;
  readonly waiting: number;
  /** waiting, and half of the time to validate has passed */
  readonly atRisk: number;
  readonly expired: number;
  readonly canceled: number;
  readonly notFound: number;
  readonly rejected: number;
}

export interface CheckInWithTrail {
  readonly id: string;
  readonly gymId: number;
  readonly customerId: number;
  /** Of the Wellhub user */
  readonly gympassId: string;
  /** VALIDATED is paid */
  readonly state: 'PENDING' | 'VALIDATED' | 'EXPIRED' | 'CANCELED' | 'NOT_FOUND' | 'REJECTED';
  /** What made it */
  readonly cause: 'WEBHOOK' | 'SCAN' | 'DESK' | 'AGGREGATOR' | 'RETRY' | 'DEADLINE';
  /** Why it will never be paid; null unless it was lost */
  readonly lostBecause:
    | 'NEVER_REQUESTED'
    | 'CREDENTIALS_REFUSED'
    | 'NO_ANSWER_FROM_WELLHUB'
    | 'TOO_LATE_FOR_WELLHUB'
    | 'CANCELED_BY_MEMBER'
    | 'NOT_FOUND_AT_WELLHUB'
    | 'REFUSED_BY_WELLHUB'
    | null;
  /** Whether a call to Wellhub may still validate it */
  readonly isValidatable: boolean;
  /** Whether Wellhub said that it had been validated before */
  readonly alreadyValidated: boolean;
  /** Whether its time is over without a definite answer of Wellhub */
  readonly overdue: boolean;
  /** Whether it is a call for an id that nothing announced */
  readonly probe: boolean;
  /** Whether its webhook is still missing */
  readonly provisional: boolean;
  /** Of the class that was booked */
  readonly bookingNumber: string | null;
  /** Wellhub’s id of the product */
  readonly productId: string | null;
  readonly productDescription: string | null;
  /** At the gym */
  readonly day: string;
  /** When the person checked in */
  readonly occurredAt: string;
  readonly receivedAt: string;
  /** Until when Wellhub accepts its validation */
  readonly expiresAt: string;
  readonly validatedAt: string | null;
  /** Calls to Wellhub */
  readonly attempts: number;
  /** HTTP status of Wellhub’s last answer */
  readonly lastStatus: number | null;
  /** The key of Wellhub’s last answer */
  readonly lastKey: string | null;
  /** Oldest first */
  readonly trail: readonly Transition[];
}

export interface ClaimDetail {
  readonly claimId: string;
  readonly gympassId: string;
  readonly state: 'OPEN' | 'ACCEPTED' | 'REJECTED';
  readonly decidedAt: string | null;
}

export interface ClosingDay {
  /** `YYYY-MM-DD`, or `MM-DD` for every year */
  readonly date: string;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly name?: string | null | undefined;
}

export interface ClubObject {
  readonly id: number;
  /** Rises with each stored change */
  readonly timestamp: number;
  readonly name: string;
  readonly shortName: string;
  readonly symbol: string;
  readonly type: string;
  /** `YYYY-MM-DD`, or `""` */
  readonly openDate: string;
  readonly latitude: number | '';
  readonly longitude: number | '';
  readonly email: string;
  readonly phoneNumber: string;
  /** Name of the time zone in Windows, else in the IANA database */
  readonly timezone: string;
  readonly address: AddressObject;
  readonly isDeleted: boolean;
  readonly isHidden: boolean;
}

export interface ClubVisit {
  /** Local time of the club: `YYYY-MM-DDTHH:MM:SS`, or `""` */
  readonly enterDate: string;
  /** Blank while the person is inside: `YYYY-MM-DDTHH:MM:SS`, or `""` */
  readonly exitDate: string;
  readonly id: number;
  readonly userId: number;
  /** Rises with each stored change */
  readonly timestamp: number;
  /** Always false */
  readonly isDeleted: boolean;
  readonly club: ClubObject;
}

export interface Command {
  readonly commandId: string;
  readonly state: 'WAITING' | 'HANDED_OUT' | 'DONE' | 'FAILED' | 'EXPIRED' | 'UNKNOWN';
  /** From then on it is not handed out any more; null: it waits */
  readonly expiresAt: string | null;
  /** OPEN: the door, once */
  readonly kind: 'OPEN' | 'SETTINGS' | 'LOGS';
  /** Which call of the device's own API it is */
  readonly endpoint: string;
  readonly createdAt: string;
  /** When the device fetched it last */
  readonly handedOutAt: string | null;
  /** OPEN never more than once */
  readonly timesHandedOut: number;
  readonly endedAt: string | null;
  /** What the device said of one that failed */
  readonly error: string | null;
}

export interface Comparison {
  /** Both list them */
  readonly both?: readonly MatchedVisit[] | undefined;
  /** Money that may be missing */
  readonly onlyOurs?: readonly OnlyOursVisit[] | undefined;
  /** Visits that we do not know as paid */
  readonly onlyWellhub?: readonly OnlyWellhubVisit[] | undefined;
  /** Lines that were not compared */
  readonly badRows?: readonly BadRow[] | undefined;
}

export interface CompleteRegistrationLink {
  /** The customer who gets the Wellhub membership */
  readonly customerId: number;
}

export interface CompletedRegistrationLink {
  readonly state: 'used';
  readonly customerId: number;
  /** The gpw id that the customer has now */
  readonly gympassUserId: string | null;
}

export interface ConfirmApp {
  /** What the app shows now */
  readonly code: string;
}

export interface ConfirmBackups {
  /** Backups are made, and one was restored for a try */
  readonly confirmed: boolean;
}

export interface ConnectionTest {
  readonly result: 'OK' | 'CREDENTIALS_REFUSED' | 'GYM_NOT_ALLOWED' | 'UNREACHABLE';
  /** What is wrong, where that is known */
  readonly detail?: string | undefined;
}

export interface ConsentDetail {
  readonly document: 'TERMS' | 'PRIVACY';
  readonly version: string;
  readonly url: string;
  readonly source: 'JOIN_PAGE' | 'LOG_IN_PAGE' | 'ADMIN_API';
}

export interface Consents {
  readonly items: readonly ShownConsent[];
}

export interface ConsoleSession {
  /** Of the key */
  readonly name: string;
  /** Null for the operator */
  readonly partnerId: string | null;
  /** Null: all gyms */
  readonly gymId: number | null;
  readonly scopes: readonly (
    | 'OPERATOR'
    | 'PARTNER_ADMIN'
    | 'WELLHUB_REGISTRATION'
    | 'CUSTOMER_READ'
    | 'CUSTOMER_WRITE'
    | 'CHECKIN_READ'
    | 'CHECKIN_WRITE'
    | 'REPORTS'
    | 'STUDIO_READ'
    | 'STUDIO_WRITE'
    | 'DEVICE_READ'
    | 'DEVICE_WRITE'
    | 'WEBHOOK_READ'
    | 'WEBHOOK_WRITE'
    | 'USERS_API'
  )[];
  readonly expiresAt: string;
}

export interface Contract {
  readonly id: number;
  readonly customerId: number;
  readonly membershipId: number;
  readonly paymentPlanId: number;
  readonly discountIds: readonly number[];
  readonly signUpDate: string;
  /** First day */
  readonly startDate: string;
  /** Day of cancelling; it ends nothing */
  readonly cancelDate: string | null;
  /** Last day; null: no end */
  readonly endDate: string | null;
  readonly isActive: boolean;
  readonly isDeleted: boolean;
  /** Whether it opens doors today, by the clock of the home gym */
  readonly isCurrent: boolean;
  /** Null where there is no document */
  readonly documentUrl: string | null;
  /** Grows with each change */
  readonly timestamp: number;
  readonly createdAt: string;
}

export interface ContractObject {
  readonly id: number;
  /** Rises with each stored change */
  readonly timestamp: number;
  /** Local time: `YYYY-MM-DDTHH:MM:SS`, or `""` */
  readonly signUpDate: string;
  /** Local time: `YYYY-MM-DDTHH:MM:SS`, or `""` */
  readonly startDate: string;
  /** The last second of the day: `YYYY-MM-DDTHH:MM:SS`, or `""` */
  readonly cancelDate: string;
  /** The last second of the day: `YYYY-MM-DDTHH:MM:SS`, or `""` */
  readonly endDate: string;
  /** Active, and covers today where the home club is */
  readonly isCurrent: boolean;
  readonly membership: MembershipObject;
  readonly paymentPlan: PaymentPlanObject;
  readonly discounts: readonly DiscountObject[];
  /** Address at `Files/Files` */
  readonly documentUrl: string;
  readonly isActive: boolean;
  readonly isDeleted: boolean;
}

export interface Contrasts {
  readonly WHITE: number;
  readonly BLACK: number;
}

export interface ControlIdChange {
  /** Chooses action, QR module and mode */
  readonly model?:
    | 'IDBLOCK'
    | 'IDBLOCK_NEXT'
    | 'IDACCESS'
    | 'IDFIT'
    | 'IDBOX'
    | 'IDUHF'
    | 'IDFLEX'
    | 'IDACCESS_PRO'
    | 'IDACCESS_NANO'
    | 'IDFACE'
    | 'IDFACE_MAX'
    | 'OTHER'
    | null
    | undefined;
  /** The number that the maker gave it; calls of another one are refused */
  readonly deviceId?: string | null | undefined;
  /** What opens it; by default by model */
  readonly action?: 'catra' | 'door' | 'sec_box' | null | undefined;
  /** What is sent with the action instead of the computed text */
  readonly actionParameters?: ActionParameters | null | undefined;
  /** Which way a turnstile turns for people who enter */
  readonly entryTurn?: 'CLOCKWISE' | 'ANTICLOCKWISE' | null | undefined;
  /** Which report means "in"; null: either */
  readonly entryTurnEvent?: 'TURN_LEFT' | 'TURN_RIGHT' | null | undefined;
  readonly qrMode?: 'NUMERIC' | 'ALPHANUMERIC' | null | undefined;
  /** How its card numbers are read */
  readonly cardFormat?: 'RAW' | 'WIEGAND_26' | 'FACILITY_CODE' | 'CODE_ONLY' | null | undefined;
  /** What the id of a person it knows itself means */
  readonly userIdIs?: 'NOTHING' | 'CUSTOMER_ID' | null | undefined;
  /** Who recognises; by default by model */
  readonly identification?: 'ENTERPRISE' | 'PRO' | null | undefined;
  /** How long it waits for an answer */
  readonly requestTimeoutMs?: number | null | undefined;
  /** How `device_is_alive` is answered */
  readonly aliveAnswer?: 'ECHO' | 'EMPTY' | 'EVENT_200' | null | undefined;
  /** Whether it decides alone while it cannot reach us */
  readonly contingency?: boolean | null | undefined;
  /** Whether its display shows first names */
  readonly showName?: boolean | null | undefined;
  /** Addresses and networks from which it may call; empty: any */
  readonly sourceAddresses?: readonly string[] | null | undefined;
  /** How long a turn is waited for */
  readonly turnTimeoutSeconds?: number | null | undefined;
}

export interface ControlIdSettings {
  readonly model:
    | 'IDBLOCK'
    | 'IDBLOCK_NEXT'
    | 'IDACCESS'
    | 'IDFIT'
    | 'IDBOX'
    | 'IDUHF'
    | 'IDFLEX'
    | 'IDACCESS_PRO'
    | 'IDACCESS_NANO'
    | 'IDFACE'
    | 'IDFACE_MAX'
    | 'OTHER';
  /** Calls of another one are refused; null: not compared */
  readonly deviceId: string | null;
  /** What opens it */
  readonly action: 'catra' | 'door' | 'sec_box';
  /** Instead of the computed text */
  readonly actionParameters: ShownActionParameters | null;
  /** Which way a turnstile turns for people who enter */
  readonly entryTurn: 'CLOCKWISE' | 'ANTICLOCKWISE';
  /** Which report means "in"; null: either */
  readonly entryTurnEvent: 'TURN_LEFT' | 'TURN_RIGHT' | null;
  readonly qrMode: 'NUMERIC' | 'ALPHANUMERIC';
  readonly cardFormat: 'RAW' | 'WIEGAND_26' | 'FACILITY_CODE' | 'CODE_ONLY';
  readonly userIdIs: 'NOTHING' | 'CUSTOMER_ID';
  readonly identification: 'ENTERPRISE' | 'PRO';
  readonly requestTimeoutMs: number;
  readonly aliveAnswer: 'ECHO' | 'EMPTY' | 'EVENT_200';
  readonly contingency: boolean;
  readonly showName: boolean;
  /** Empty: it may call from anywhere */
  readonly sourceAddresses: readonly string[];
  readonly turnTimeoutSeconds: number;
}

export interface CreateAccessPass {
  /** Null: every gym */
  readonly gymIds?: readonly number[] | null | undefined;
  /** The last day, by the clock of the gym; a guest needs one */
  readonly validUntil?: string | null | undefined;
  /** How many visits; of guests only, who need it */
  readonly entries?: number | null | undefined;
  readonly note?: string | null | undefined;
  readonly type: 'STAFF' | 'GUEST';
  readonly validFrom: string;
}

export interface CreateAccessRule {
  /** Place in the list, the first one is 1; absent in a new rule: the last one */
  readonly position?: number | undefined;
  /** True when absent */
  readonly active?: boolean | null | undefined;
  readonly when?: TimeCondition | null | undefined;
  readonly who?: PersonCondition | null | undefined;
  /** Devices of this gym */
  readonly deviceIds?: readonly number[] | null | undefined;
  /** In place of our text, where this rule refuses */
  readonly message?: RuleMessage | null | undefined;
  readonly name: string;
  readonly effect: 'ALLOW' | 'DENY';
}

export interface CreateApiKey {
  readonly name: string;
  readonly scopes: readonly (
    | 'OPERATOR'
    | 'PARTNER_ADMIN'
    | 'WELLHUB_REGISTRATION'
    | 'CUSTOMER_READ'
    | 'CUSTOMER_WRITE'
    | 'CHECKIN_READ'
    | 'CHECKIN_WRITE'
    | 'REPORTS'
    | 'STUDIO_READ'
    | 'STUDIO_WRITE'
    | 'DEVICE_READ'
    | 'DEVICE_WRITE'
    | 'WEBHOOK_READ'
    | 'WEBHOOK_WRITE'
    | 'USERS_API'
  )[];
  /** Narrows the key to one gym */
  readonly gymId?: number | undefined;
  readonly expiresAt?: string | undefined;
  /** test: a key of the partner's test environment, which is made with its first key. live when absent */
  readonly environment?: 'live' | 'test' | undefined;
}

export interface CreateContract {
  /** startDate when absent */
  readonly signUpDate?: string | undefined;
  /** day of cancelling; ends nothing */
  readonly cancelDate?: string | null | undefined;
  /** last day */
  readonly endDate?: string | null | undefined;
  readonly discountIds?: readonly number[] | undefined;
  readonly isActive?: boolean | undefined;
  readonly isDeleted?: boolean | undefined;
  readonly membershipId: number;
  readonly paymentPlanId: number;
  readonly startDate: string;
}

export interface CreateDevice {
  readonly name: string;
  readonly direction: 'IN' | 'OUT' | 'BOTH';
  readonly repeatWindowSeconds?: number | undefined;
  /** Whose protocol it speaks; GENERIC, the default, is that of the Open API */
  readonly vendor?: 'GENERIC' | 'CONTROL_ID' | undefined;
  /** Only with the vendor CONTROL_ID */
  readonly controlId?: ControlIdChange | null | undefined;
}

export interface CreateDiscount {
  readonly name: string;
  readonly isActive?: boolean | undefined;
  readonly isDeleted?: boolean | undefined;
  readonly administrationFee?: Reduction | null | undefined;
  readonly joiningFee?: Reduction | null | undefined;
  readonly membershipFee?: Reduction | null | undefined;
}

export interface CreateGym {
  readonly description?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly telephone?: string | null | undefined;
  readonly website?: string | null | undefined;
  readonly logoUrl?: string | null | undefined;
  readonly street?: string | null | undefined;
  readonly houseNumber?: string | null | undefined;
  readonly addressLine2?: string | null | undefined;
  readonly zip?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly country?: string | null | undefined;
  readonly countryCode?: string | null | undefined;
  readonly openingDate?: string | null | undefined;
  readonly closingDate?: string | null | undefined;
  readonly location?: Location | null | undefined;
  readonly shortName?: string | null | undefined;
  readonly symbol?: string | null | undefined;
  readonly clubType?: string | null | undefined;
  readonly isHidden?: boolean | undefined;
  readonly timeZone?: string | undefined;
  readonly language?: 'en' | 'pt' | 'es' | 'de' | undefined;
  readonly wellhubGymId?: string | null | undefined;
  readonly linkWellhubByEmail?: boolean | undefined;
  readonly validationMode?: 'AUTOMATIC' | 'GATE' | 'ATTENDANCE' | undefined;
  readonly checkInWindowMinutes?: number | undefined;
  readonly whenWellhubIsDown?: 'DENY' | 'ADMIT_AND_VALIDATE_LATER' | undefined;
  readonly whenStorageIsDown?: 'DENY' | 'ADMIT_KNOWN' | undefined;
  readonly countVisitOn?: 'GRANT' | 'TURN' | undefined;
  readonly bookingDefaultDecision?: 'REJECTED' | 'RESERVED' | undefined;
  readonly accessCodes?: AccessCodeSettings | null | undefined;
  readonly visitClosesAfterMinutes?: number | undefined;
  readonly wellhubAccessToken?: string | null | undefined;
  readonly webhookSecret?: string | null | undefined;
  readonly acceptWeakSecret?: boolean | undefined;
  readonly name: string;
}

export interface CreateMembership {
  readonly name: string;
  readonly isActive?: boolean | undefined;
  readonly isDeleted?: boolean | undefined;
}

export interface CreatePartner {
  readonly multiOffer?: boolean | undefined;
  readonly signUpUrl?: string | null | undefined;
  readonly logInUrl?: string | null | undefined;
  readonly timeZone?: string | undefined;
  readonly locale?: 'en' | 'pt' | 'es' | 'de' | undefined;
  readonly supportEmail?: string | null | undefined;
  readonly usageEventsFromVisits?: boolean | undefined;
  readonly usageEventTypes?: readonly string[] | undefined;
  readonly defaultMailTemplates?: boolean | undefined;
  /** Everybody on the staff must have a second factor */
  readonly secondFactorRequired?: boolean | undefined;
  readonly termsUrl?: string | null | undefined;
  readonly termsVersion?: string | null | undefined;
  readonly privacyUrl?: string | null | undefined;
  readonly privacyVersion?: string | null | undefined;
  readonly name: string;
  readonly slug: string;
}

export interface CreatePaymentPlan {
  readonly name: string;
  readonly isActive?: boolean | undefined;
  readonly isDeleted?: boolean | undefined;
  readonly isAddOnPaymentPlan?: boolean | undefined;
}

export interface CreateWebhookSubscription {
  readonly url: string;
  /** none = every type */
  readonly eventTypes?:
    | readonly (
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
      )[]
    | undefined;
  /** none = every gym */
  readonly gymId?: number | undefined;
  readonly retry?: string | undefined;
}

export interface Customer {
  readonly personalId: string | null;
  /** Kind of the id document */
  readonly idCardName: string | null;
  readonly idCardNumber: string | null;
  /** Full name */
  readonly legalGuardian: string | null;
  readonly sex: 'MALE' | 'FEMALE' | null;
  /** Two small letters */
  readonly language: string | null;
  readonly isForeigner: boolean;
  readonly newsletterAgreement: boolean;
  readonly termsAndConditionsAgreement: boolean;
  readonly registeredAtGymId: number | null;
  readonly address: ShownAddress;
  /** The bank account that the person pays from */
  readonly directDebit: ShownDirectDebit;
  readonly id: number;
  /** Unique in the partner */
  readonly number: string;
  readonly status: 'PENDING' | 'ACTIVE' | 'DISABLED' | 'ERASED';
  /** Whether the person came by themselves or by Wellhub */
  readonly origin: 'DIRECT' | 'WELLHUB';
  readonly homeGymId: number | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly emailAddressIsConfirmed: boolean;
  readonly phoneNumber: string | null;
  readonly birthDate: string | null;
  /** The Wellhub id, 13 digits */
  readonly gympassId: string | null;
  /** The gpw id, by which Wellhub’s registrations name the person */
  readonly gympassUserId: string | null;
  /** The decimal number without leading zeros */
  readonly cardNumber: string | null;
  readonly cardIsBlocked: boolean;
  /** PENDING or ACTIVE */
  readonly isActive: boolean;
  /** ERASED */
  readonly isDeleted: boolean;
  /** The customer that this one was merged into */
  readonly mergedIntoCustomerId: number | null;
  /** Whether the person can log in */
  readonly hasAccount: boolean;
  readonly hasPassword: boolean;
  readonly facebookId: string | null;
  /** Null where there is no such file */
  readonly photoUrl: string | null;
  readonly coverPhotoUrl: string | null;
  readonly directDebitDocumentUrl: string | null;
  /** Null where Wellhub registered nobody */
  readonly wellhubUser: WellhubUser | null;
  /** Grows with each change */
  readonly timestamp: number;
  readonly createdAt: string;
}

export interface CustomerBatch {
  readonly dryRun: boolean;
  readonly created: number;
  readonly updated: number;
  /** They were as the item wants them */
  readonly unchanged: number;
  readonly failed: number;
  readonly items: readonly BatchItem[];
}

export interface CustomerBatchBody {
  readonly items: readonly CustomerBody[];
  /** Judge everything and change nothing */
  readonly dryRun?: boolean | undefined;
}

export interface CustomerBody {
  readonly personalId?: string | null | undefined;
  /** kind of the id document */
  readonly idCardName?: string | null | undefined;
  readonly idCardNumber?: string | null | undefined;
  /** full name */
  readonly legalGuardian?: string | null | undefined;
  readonly sex?: 'MALE' | 'FEMALE' | null | undefined;
  readonly language?: string | null | undefined;
  readonly isForeigner?: boolean | undefined;
  readonly newsletterAgreement?: boolean | undefined;
  readonly termsAndConditionsAgreement?: boolean | undefined;
  readonly registeredAtGymId?: number | null | undefined;
  readonly address?: Address | null | undefined;
  readonly directDebit?: DirectDebit | null | undefined;
  readonly homeGymId?: number | null | undefined;
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly phoneNumber?: string | null | undefined;
  readonly birthDate?: string | null | undefined;
  readonly gympassId?: string | null | undefined;
  /** gpw id */
  readonly gympassUserId?: string | null | undefined;
  readonly cardNumber?: CardNumber | null | undefined;
  readonly cardIsBlocked?: boolean | undefined;
  /** unique in the partner; a UUID when absent */
  readonly number?: string | undefined;
  readonly origin?: 'DIRECT' | 'WELLHUB' | undefined;
  readonly status?: 'PENDING' | 'ACTIVE' | 'DISABLED' | undefined;
}

export interface CustomerDetail {
  readonly origin: 'DIRECT' | 'WELLHUB';
  /** As it is now */
  readonly status: string;
}

export interface DatabaseHealth {
  readonly status: 'ok' | 'away';
  /** Since when it is so */
  readonly since: string;
  /** Absent: it was never reached */
  readonly schema?: 'current' | 'newer' | 'pending' | undefined;
  /** Migrations that only a newer version has */
  readonly newer?: readonly string[] | undefined;
}

export interface DayFigures {
  /** people inside */
  readonly inside: number;
  readonly checkIns: MoneyFigures;
  readonly scans: ScanFigures;
}

export interface DecidingRule {
  readonly id: number;
  readonly name: string;
}

export interface Decision {
  readonly id: string;
  /** When it was decided */
  readonly at: string;
  /** Absent device: decided for the gym’s own software */
  readonly deviceId: number | null;
  readonly result:
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
    | 'WELLHUB_UNAVAILABLE';
  /** null where nobody is known by that value */
  readonly customerId: number | null;
  /** The visit that it began or ended */
  readonly visitId: number | null;
  /** Two scans with the same one showed the same value */
  readonly hashPrefix: string | null;
  /** Whether it was only tried: no door opened */
  readonly dryRun: boolean;
  /** What else there is to know, for people */
  readonly note: string | null;
  /** The part of the device that read it, where the device tells */
  readonly medium: string | null;
  /** What happened afterwards, at devices that report it */
  readonly passage:
    'WAITING' | 'TURNED' | 'OTHER_SIDE' | 'GAVE_UP' | 'UNCONFIRMED' | 'REPLACED' | null;
  /** The right that was used or refused */
  readonly right: 'STAFF' | 'CONTRACT' | 'WELLHUB' | 'GUEST' | null;
  /** The access rule that decided */
  readonly ruleId: number | null;
}

export interface DeliveriesToday {
  /** not delivered yet, after at least one failed attempt */
  readonly retrying: number;
  /** given up within the last 24 hours */
  readonly failed: number;
  /** subscriptions that get no events any more */
  readonly disabledSubscriptions: number;
}

export interface Delivery {
  readonly id: string;
  readonly subscriptionId: string;
  readonly eventId: string;
  /** Null: the event is no longer kept */
  readonly eventType:
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
    | null;
  readonly state: 'PENDING' | 'DELIVERED' | 'FAILED';
  /** Null: no further try */
  readonly nextAttemptAt: string | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly attempts: readonly Attempt[];
}

export interface DeliveryDetail {
  readonly deliveryId: string;
  readonly subscriptionId: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly state: 'PENDING' | 'DELIVERED' | 'FAILED';
  readonly calls: number;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly finishedAt: string | null;
}

export interface DeliveryExchanges {
  readonly id: string;
  readonly subscriptionId: string;
  readonly eventId: string;
  /** Null: the event is no longer kept */
  readonly eventType:
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
    | null;
  readonly state: 'PENDING' | 'DELIVERED' | 'FAILED';
  /** Null: no further try */
  readonly nextAttemptAt: string | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly attempts: readonly AttemptExchange[];
}

export interface Device {
  readonly id: number;
  readonly gymId: number;
  /** What people call it */
  readonly name: string;
  /** Which way it lets people through; BOTH finds out by who is inside */
  readonly direction: 'IN' | 'OUT' | 'BOTH';
  /** False until it got its first token, and while it is switched off; of another vendor than GENERIC there is no token */
  readonly active: boolean;
  /** Whether it ever got a token */
  readonly hasToken: boolean;
  /** The last scan of the last 30 days */
  readonly lastScanAt: string | null;
  /** The same value again within so many seconds: the same answer */
  readonly repeatWindowSeconds: number;
  readonly createdAt: string;
  /** Whose protocol it speaks */
  readonly vendor: 'GENERIC' | 'CONTROL_ID';
  /** Of a device of this vendor, with all defaults */
  readonly controlId?: ControlIdSettings | undefined;
  /** What a device of the vendor CONTROL_ID told by its calls */
  readonly contact?: DeviceContact | undefined;
}

export interface DeviceContact {
  /** The last call, to 2 seconds */
  readonly lastSeenAt: string | null;
  /** By which it called itself last */
  readonly deviceId: string | null;
  /** CONTINGENCY: it decides alone */
  readonly mode: 'ONLINE' | 'CONTINGENCY' | 'UNKNOWN';
  /** Since when it is in this mode */
  readonly since: string | null;
  /** Access logs that it has not sent */
  readonly pendingAccessLogs: number | null;
  /** By how much its clock is ahead */
  readonly clockSkewSeconds: number | null;
  /** Since when no turn has been reported: the end of the first wait for one */
  readonly firstUnconfirmed: string | null;
}

export interface DeviceEvent {
  readonly id: string;
  /** When it happened: corrected by how wrong the clock of the device is */
  readonly at: string;
  /** When the device told it */
  readonly receivedAt: string;
  /** `LINKED`: the log of a scan that we decided. `OFFLINE_ENTRY`, `OFFLINE_EXIT`: the device let a person through by itself. `ANONYMOUS`: it opened for nobody we know. `TIME_UNKNOWN`: it opened, and nobody knows when */
  readonly type:
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
    | 'TURN_UNKNOWN';
  /** The device’s own number of the access log */
  readonly logId: string | null;
  /** The maker’s number of what happened */
  readonly vendorEvent: number | null;
  /** The clock of the device was so wrong that `at` means nothing */
  readonly timeUnknown: boolean;
  readonly customerId: number | null;
  /** The visit that it began or ended */
  readonly visitId: number | null;
  /** The decision that it belongs to */
  readonly decisionId: string | null;
  /** What else there is to know, for people */
  readonly detail: string | null;
}

export interface DeviceToken {
  /** Of the device */
  readonly id: number;
  /** The device sends it as `Authorization: Bearer …`; absent where a call is repeated */
  readonly token?: string | undefined;
}

export interface DirectDebit {
  readonly accountNumber?: string | null | undefined;
  readonly ownerName?: string | null | undefined;
  readonly street?: string | null | undefined;
  readonly cityAndPostalCode?: string | null | undefined;
}

export interface DirectDebitObject {
  readonly accountNumber: string;
  readonly ownerName: string;
  readonly street: string;
  readonly cityAndPostalCode: string;
  /** Address at `Files/Files` */
  readonly documentUrl: string;
}

export interface Discount {
  readonly id: number;
  readonly name: string;
  /** Whether new contracts may have it */
  readonly isActive: boolean;
  /** Old contracts go on naming it */
  readonly isDeleted: boolean;
  /** Grows with each change */
  readonly timestamp: number;
  readonly createdAt: string;
  readonly administrationFee: ShownReduction;
  readonly joiningFee: ShownReduction;
  readonly membershipFee: ShownReduction;
}

export interface DiscountObject {
  readonly id: number;
  readonly isActive: boolean;
  readonly name: string;
  /** Spelled so in the original */
  readonly administartionFeeDiscountType: 'None' | 'ValueDiscount' | 'PercentDiscount';
  readonly joiningFeeDiscountType: 'None' | 'ValueDiscount' | 'PercentDiscount';
  readonly membershipFeeDiscountType: 'None' | 'ValueDiscount' | 'PercentDiscount';
  readonly administartionFeeDiscountValue: number | '';
  readonly joiningFeeDiscountValue: number | '';
  readonly membershipFeeDiscountValue: number | '';
}

export interface DryRun {
  readonly opens: boolean;
  /** `OPEN`, or the name of the refusal */
  readonly result: string;
  /** Whose code or card it is */
  readonly customerId: number | null;
  /** Of a door that opens */
  readonly direction: 'IN' | 'OUT' | null;
  /** The checks in their order */
  readonly steps: readonly DryRunStep[];
}

export interface DryRunRequest {
  /** A code or a card number, as a reader reads it */
  readonly value: string;
  /** NUMBER where it is absent */
  readonly type?: 'QR_CODE' | 'BARCODE' | 'NUMBER' | undefined;
  /** DECIMAL where it is absent */
  readonly format?: 'DECIMAL' | 'HEX_MSB' | 'HEX_LSB' | undefined;
}

export interface DryRunStep {
  readonly check:
    | 'DEVICE'
    | 'READER'
    | 'VALUE'
    | 'CODE_GYM'
    | 'CODE_UNUSED'
    | 'CODE_TIME'
    | 'PERSON'
    | 'OPENING_DAY'
    | 'AGE'
    | 'ANTI_PASSBACK'
    | 'RIGHT'
    | 'FREE_PLACE';
  readonly outcome: 'PASSED' | 'FAILED' | 'NOT_NEEDED' | 'NOT_REACHED';
}

export interface Entry {
  /** The Wellhub id */
  readonly aggregatorId: string;
}

export interface EventDetail {
  readonly eventId: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly content: { readonly [name: string]: unknown } | null;
}

export interface EventDto {
  /** What it is about; which kind of thing depends on the type */
  readonly entityId: number;
  /** The same at every attempt: know repetitions by it */
  readonly uuid: string;
  /** Always one */
  readonly payload: readonly EventPayload[];
}

export interface EventPayload {
  /** When it happened, in milliseconds since 1970 */
  readonly timestamp: number;
  readonly type:
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
    | 'TEST';
  /** Ids and states, by type; absent where there are none */
  readonly content?: { readonly [name: string]: unknown } | undefined;
}

export interface EvidenceLinks {
  /** Path of the check-in */
  readonly checkIn?: string | undefined;
  /** Path of the entry in the timeline; absent of erased people */
  readonly entry?: string | undefined;
  /** Path of the timeline of the person */
  readonly timeline?: string | undefined;
}

export interface Figures {
  readonly checkIns: CheckInFigures;
  readonly scans: ScanFigures;
  readonly visits: number;
  readonly inside: InsideFigures;
}

export interface FileDto {
  readonly id: number;
  readonly kind: 'PHOTO' | 'COVER_PHOTO' | 'DIRECT_DEBIT_DOCUMENT' | 'CONTRACT_DOCUMENT';
  readonly customerId: number;
  /** Of a contract’s document */
  readonly contractId: number | null;
  /** Found in its bytes */
  readonly mediaType: string;
  /** Bytes */
  readonly size: number;
  readonly createdAt: string;
}

export interface GiveConsent {
  readonly document: 'TERMS' | 'PRIVACY';
  /** The version that was shown; it must be the one of now */
  readonly version: string;
}

export interface GoLiveGym {
  readonly gymId: number;
  readonly name: string;
  readonly state: 'DONE' | 'MISSING' | 'UNKNOWN';
  /** Of a test; the field that is absent */
  readonly result: string | null;
  readonly at: string | null;
}

export interface GoLiveItem {
  readonly key:
    | 'SECRETS'
    | 'CONNECTION'
    | 'URLS'
    | 'WEBHOOKS'
    | 'FIRST_CHECK_IN'
    | 'DOORS'
    | 'MAIL'
    | 'SECOND_FACTOR'
    | 'BACKUPS';
  readonly state: 'DONE' | 'MISSING' | 'UNKNOWN';
  /** When it was told or tried last */
  readonly at: string | null;
  /** Who told or tried it */
  readonly by: string | null;
  /** Gyms or people that are left */
  readonly missing: number | null;
  readonly gyms: readonly GoLiveGym[];
}

export interface GoLiveList {
  readonly items: readonly GoLiveItem[];
}

export interface GroupPlace {
  /** As the provider names it */
  readonly group: string;
  readonly role: 'OWNER' | 'MANAGER' | 'FRONT_DESK' | 'ACCOUNTANT' | 'DEVELOPER' | 'VIEWER';
  /** Absent or null: all */
  readonly gymIds?: readonly number[] | null | undefined;
}

export interface Gym {
  readonly description: string | null;
  readonly email: string | null;
  readonly telephone: string | null;
  readonly website: string | null;
  readonly logoUrl: string | null;
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly addressLine2: string | null;
  readonly zip: string | null;
  readonly city: string | null;
  readonly country: string | null;
  /** Two letters */
  readonly countryCode: string | null;
  readonly openingDate: string | null;
  readonly closingDate: string | null;
  readonly shortName: string | null;
  /** Of the Users API */
  readonly symbol: string | null;
  /** Of the Users API */
  readonly clubType: string | null;
  /** The Users API does not list it */
  readonly isHidden: boolean;
  readonly location: ShownLocation | null;
  readonly id: number;
  readonly name: string;
  /** IANA name; days of check-ins and contracts are those of this zone */
  readonly timeZone: string;
  readonly language: string;
  /** The number that Wellhub knows it by; null: it takes no check-ins */
  readonly wellhubGymId: string | null;
  /** A check-in whose e-mail is that of one member is linked to them */
  readonly linkWellhubByEmail: boolean;
  /** When a check-in is validated: at once, at a scan, or at the desk */
  readonly validationMode: 'AUTOMATIC' | 'GATE' | 'ATTENDANCE';
  /** How long a check-in without an end of its own may be validated */
  readonly checkInWindowMinutes: number;
  /** What a scan gets that Wellhub does not answer */
  readonly whenWellhubIsDown: 'DENY' | 'ADMIT_AND_VALIDATE_LATER';
  /** What a scan gets while the database is away */
  readonly whenStorageIsDown: 'DENY' | 'ADMIT_KNOWN';
  /** Whether a visit begins when a turnstile that reports turns opens, or when the person has turned */
  readonly countVisitOn: 'GRANT' | 'TURN';
  /** What Wellhub gets where nobody decides in time */
  readonly bookingDefaultDecision: 'REJECTED' | 'RESERVED';
  readonly accessCodes: ShownCodeSettings;
  /** A visit that nobody ended ends after this time */
  readonly visitClosesAfterMinutes: number;
  /** It has a token of its own */
  readonly wellhubAccessTokenSet: boolean;
  /** It has a secret of its own */
  readonly webhookSecretSet: boolean;
  readonly webhookSecretSetAt: string | null;
  /** For a gym with a secret of its own */
  readonly urls: GymUrls;
  readonly createdAt: string;
}

export interface GymAtWellhub {
  readonly wellhubGymId: string;
  /** Whether users of Wellhub see it */
  readonly enabled: boolean;
}

export interface GymMoney {
  /** validated: Wellhub should pay */
  readonly paid: number;
  readonly waiting: number;
  /** waiting, and half of the time to validate has passed */
  readonly atRisk: number;
  /** will not be paid */
  readonly lost: number;
  /** Why, the most frequent first */
  readonly losses: readonly Loss[];
  readonly gymId: number;
}

export interface GymSetup {
  readonly gymId: number;
  readonly name: string;
  readonly wellhubGymId: string;
  /** Whether users of Wellhub see the gym; null where Wellhub does not know it */
  readonly enabled: boolean | null;
  /** Why nothing is known of its webhooks */
  readonly problem:
    'NOT_AT_WELLHUB' | 'CREDENTIALS_REFUSED' | 'REFUSED' | 'UNREACHABLE' | 'UNREADABLE' | null;
  readonly webhooks: readonly SetupWebhook[];
}

export interface GymSideUrls {
  /** The address of webhooks about this gym */
  readonly webhooks: string;
}

export interface GymToday {
  readonly gymId: number;
  readonly name: string;
  readonly timeZone: string;
  /** people inside */
  readonly inside: number;
  /** whether Wellhub answers about this gym */
  readonly wellhub: 'OK' | 'NOT_CONNECTED' | 'CREDENTIALS_REFUSED' | 'UNREACHABLE';
  /** the last webhook about a check-in */
  readonly lastWebhookAt: string | null;
}

export interface GymUrls {
  readonly production: GymSideUrls;
  /** While the connection is to sandbox or simulator */
  readonly test: GymSideUrls;
}

export interface HandedOutToken {
  /** Sets one password within 60 minutes; for this key and its rotations */
  readonly resetPasswordToken: string;
}

export interface Health {
  readonly status: 'ok';
}

export interface IdentityProvider {
  /** Null: there is none */
  readonly issuer: string | null;
  readonly clientId: string | null;
  readonly clientSecretSet: boolean;
  readonly clientSecretSetAt: string | null;
  /** What is asked of the provider */
  readonly scopes: readonly string[];
  /** Which claim holds the groups */
  readonly groupsClaim: string;
  /** The first group that a person is in decides */
  readonly groups: readonly ShownGroupPlace[];
  /** Nobody but an OWNER logs in with a password */
  readonly required: boolean;
  /** Every log-in at the provider has a second factor */
  readonly provesSecondFactor: boolean;
  /** To be registered at the provider */
  readonly redirectUri: string;
  /** Where the people of the partner begin */
  readonly logInUrl: string;
}

export interface InsideFigures {
  /** most visits that were open within one hour */
  readonly peak: number;
  /** visits that were open within an hour, on average */
  readonly average: number;
}

export interface InviteOperator {
  readonly email: string;
  readonly language?: 'pt' | 'en' | 'es' | 'de' | undefined;
}

export interface InviteStaff {
  readonly email: string;
  readonly role: 'OWNER' | 'MANAGER' | 'FRONT_DESK' | 'ACCOUNTANT' | 'DEVELOPER' | 'VIEWER';
  /** Narrows the person to some gyms; absent or null: all */
  readonly gymIds?: readonly number[] | null | undefined;
  readonly language?: 'pt' | 'en' | 'es' | 'de' | undefined;
}

export interface JoinDetail {
  readonly gympassUserId: string;
}

export interface KeptData {
  /** What it is */
  readonly data: string;
  /** A duration of ISO 8601; null: until the person is erased, or it is replaced or removed */
  readonly keptFor: string | null;
  /** What the duration begins with */
  readonly countedFrom: 'CREATED' | 'ENDED' | null;
}

export interface KeptEvent {
  /** What it is about; which kind of thing depends on the type */
  readonly entityId: number;
  /** The same at every attempt: know repetitions by it */
  readonly uuid: string;
  /** Always one */
  readonly payload: readonly EventPayload[];
  /** Null: of no gym */
  readonly gymId: number | null;
  /** When it was stored */
  readonly createdAt: string;
}

export interface KeyedFigures {
  readonly checkIns: CheckInFigures;
  readonly scans: ScanFigures;
  readonly visits: number;
  readonly inside: InsideFigures;
  /** `14` of hours, `1` (Monday) of weekdays */
  readonly key: string;
}

export interface KeyedMoney {
  /** validated: Wellhub should pay */
  readonly paid: number;
  readonly waiting: number;
  /** waiting, and half of the time to validate has passed */
  readonly atRisk: number;
  /** will not be paid */
  readonly lost: number;
  /** Why, the most frequent first */
  readonly losses: readonly Loss[];
  readonly key: string;
}

export interface ListedSlot {
  readonly gymId: number;
  /** Wellhub’s id of the class */
  readonly classId: string;
  /** Wellhub’s id of the slot */
  readonly slotId: string;
  /** Places that are taken; null while no number was set */
  readonly totalBooked: number | null;
  readonly totalCapacity: number | null;
  /** When the number was set */
  readonly countedAt: string | null;
  /** Whether Wellhub has the number; null while there is none */
  readonly isSent: boolean | null;
  /** Requests that wait for a decision */
  readonly requested: number;
  /** Requests that have a place */
  readonly reserved: number;
  readonly changedAt: string;
}

export interface Location {
  readonly longitude: number;
  readonly latitude: number;
}

export interface Logo {
  /** Changes with the picture */
  readonly version: string;
  /** image/png or image/jpeg */
  readonly mediaType: string;
  /** In bytes */
  readonly size: number;
  /** In pixels */
  readonly width: number;
  /** In pixels */
  readonly height: number;
  /** Public; browsers keep it under its version */
  readonly url: string;
}

export interface Loss {
  readonly reason:
    | 'NEVER_REQUESTED'
    | 'CREDENTIALS_REFUSED'
    | 'NO_ANSWER_FROM_WELLHUB'
    | 'TOO_LATE_FOR_WELLHUB'
    | 'CANCELED_BY_MEMBER'
    | 'NOT_FOUND_AT_WELLHUB'
    | 'REFUSED_BY_WELLHUB';
  readonly count: number;
}

export interface Mail {
  readonly name:
    'password-reset' | 'password-changed' | 'log-in-attempts' | 'join-confirm' | 'staff-invitation';
  /** What a template may hold in braces; null where a partner cannot choose its words */
  readonly placeholders: readonly string[] | null;
  /** Whose words it has */
  readonly source: 'OWN' | 'DEFAULT';
  /** Of the partner’s own words */
  readonly updatedAt: string | null;
}

export interface MailPreview {
  readonly name:
    'password-reset' | 'password-changed' | 'log-in-attempts' | 'join-confirm' | 'staff-invitation';
  readonly language: 'en' | 'pt' | 'es' | 'de';
  /** Whose words these are */
  readonly source: 'DRAFT' | 'OWN' | 'DEFAULT';
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface MailTemplate {
  readonly name: 'password-reset' | 'password-changed';
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly updatedAt: string;
}

export interface MatchedVisit {
  readonly checkInId: string;
  /** The Wellhub id; null once the person was erased */
  readonly gympassId: string | null;
  /** Day of the check-in at the gym */
  readonly date: string;
  readonly validatedAt: string;
  /** Of a booked class */
  readonly bookingNumber: string | null;
  /** Wellhub said that it had been validated before */
  readonly alreadyValidated: boolean;
  /** Of the report */
  readonly line: number;
  readonly customerId: number;
  readonly links: EvidenceLinks;
}

export interface Member {
  /** The Wellhub id */
  readonly aggregatorId: string;
  /** `Wellhub` where it is not known */
  readonly firstName: string;
  /** The last digits of the Wellhub id where it is not known */
  readonly lastName: string;
  readonly dateOfBirth?: string | undefined;
  readonly email?: string | undefined;
  readonly gender?: string | undefined;
  readonly phonePrivate?: string | undefined;
  readonly street?: string | undefined;
  readonly zipCode?: string | undefined;
  readonly city?: string | undefined;
  /** ISO 3166-1, two letters */
  readonly country?: string | undefined;
}

export interface Membership {
  readonly id: number;
  readonly name: string;
  /** Whether new contracts may have it */
  readonly isActive: boolean;
  /** Old contracts go on naming it */
  readonly isDeleted: boolean;
  /** Grows with each change */
  readonly timestamp: number;
  readonly createdAt: string;
}

export interface MembershipObject {
  readonly id: number;
  /** Rises with each stored change */
  readonly timestamp: number;
  readonly name: string;
  readonly isActive: boolean;
  readonly isDeleted: boolean;
}

export interface MergeCustomer {
  readonly intoCustomerId: number;
}

export interface MissingWebhooks {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** How many were refused, as far as that was counted */
  readonly refused: number;
}

export interface Money {
  readonly from: string;
  readonly to: string;
  readonly by: 'day' | 'month';
  readonly gymId: number | null;
  /** Every day or month of the period */
  readonly items: readonly KeyedMoney[];
  /** Gyms with a check-in */
  readonly gyms: readonly GymMoney[];
  readonly total: MoneyFigures;
}

export interface MoneyFigures {
  /** validated: Wellhub should pay */
  readonly paid: number;
  readonly waiting: number;
  /** waiting, and half of the time to validate has passed */
  readonly atRisk: number;
  /** will not be paid */
  readonly lost: number;
  /** Why, the most frequent first */
  readonly losses: readonly Loss[];
}

export interface MoveDevice {
  /** How long the address before still works; a day unless given, 0: no longer */
  readonly graceSeconds?: number | undefined;
}

export interface MovedDevice {
  /** Of the device */
  readonly id: number;
  /** What the device is given as its server; absent where a call is repeated */
  readonly address?: string | undefined;
  /** Until when addresses before it work */
  readonly previousAddressUntil: string;
}

export interface NamedGym {
  readonly gymId: number;
  readonly name: string;
}

export interface NewApp {
  /** For the QR picture that an authenticator app reads */
  readonly uri: string;
  /** The same secret, to be typed */
  readonly secret: string;
}

export interface NewPasskey {
  /** What the browser returned, as JSON */
  readonly response: string;
  readonly name: string;
}

export interface NewWebhookSubscription {
  readonly id: string;
  readonly url: string;
  /** Null: every type */
  readonly eventTypes:
    | readonly (
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
      )[]
    | null;
  /** Null: every gym */
  readonly gymId: number | null;
  /** When a failed delivery is tried again; waits in seconds */
  readonly retry: 'default' | 'magicline' | readonly number[];
  readonly state: 'ACTIVE' | 'DISABLED';
  readonly disabledAt: string | null;
  readonly disabledReason: 'RECEIVER_GONE' | 'BY_HAND' | null;
  /** Everything since then is being sent again */
  readonly replayFrom: string | null;
  /** The secret before signs as well until then */
  readonly previousSecretUntil: string | null;
  readonly createdAt: string;
  /** Verifies signatures of Standard Webhooks; shown this once */
  readonly secret?: string | undefined;
  /** Comes with every delivery as `x-api-key`; shown this once */
  readonly key?: string | undefined;
}

export interface Occupancy {
  /** People with an open visit */
  readonly inside: number;
  /** How many may be inside; null: as many as come */
  readonly capacity: number | null;
  readonly at: string;
}

export interface OnlyOursVisit {
  readonly checkInId: string;
  /** The Wellhub id; null once the person was erased */
  readonly gympassId: string | null;
  /** Day of the check-in at the gym */
  readonly date: string;
  readonly validatedAt: string;
  /** Of a booked class */
  readonly bookingNumber: string | null;
  /** Wellhub said that it had been validated before */
  readonly alreadyValidated: boolean;
  /** Why the report may not list it */
  readonly why:
    'ERASED' | 'LISTED_ON_ANOTHER_DAY' | 'VALIDATED_TWICE' | 'VALIDATED_LATER' | 'NOT_LISTED';
  /** A line of the report that is near to it */
  readonly line: number | null;
  readonly customerId: number;
  readonly links: EvidenceLinks;
}

export interface OnlyWellhubVisit {
  /** Of the report */
  readonly line: number;
  /** The Wellhub id */
  readonly gympassId: string;
  readonly date: string;
  /** Why we have not validated it */
  readonly why:
    | 'LISTED_TWICE'
    | 'NOT_PAID_HERE'
    | 'PAID_ON_ANOTHER_DAY'
    | 'PAID_AT_ANOTHER_GYM'
    | 'NO_CHECK_IN'
    | 'UNKNOWN_PERSON';
  /** Null: no customer has this Wellhub id */
  readonly customerId: number | null;
  readonly checkIn: RelatedCheckIn | null;
  readonly links: EvidenceLinks;
}

export interface OpenConsoleSession {
  /** An API key */
  readonly key: string;
  /** Who logs in: shown in the audit log */
  readonly name: string;
}

export interface OpenDevice {
  readonly way: 'IN' | 'OUT';
  /** Why; it stands in the audit log */
  readonly reason: string;
}

export interface OpenedPlace {
  /** What the place needs before the new session counts */
  readonly awaits: 'CODE' | 'ENROLMENT' | null;
}

export interface OwnAccount {
  readonly membershipId: string;
  readonly email: string | null;
  readonly name: string;
  readonly language: string;
  readonly role: string;
  /** Null: the operator */
  readonly partnerId: string | null;
  /** Null: all gyms */
  readonly gymId: number | null;
  /** An operator who looks in at the partner */
  readonly isLookingIn: boolean;
  readonly secondFactor: OwnSecondFactor;
}

export interface OwnAlertMails {
  /** null: none for this role */
  readonly frequency: 'AT_ONCE' | 'DAILY' | 'NEVER' | null;
}

export interface OwnKey {
  readonly id: string;
  readonly name: string;
  /** How the key begins; null for the operator’s first key */
  readonly prefix: string | null;
  readonly scopes: readonly (
    | 'OPERATOR'
    | 'PARTNER_ADMIN'
    | 'WELLHUB_REGISTRATION'
    | 'CUSTOMER_READ'
    | 'CUSTOMER_WRITE'
    | 'CHECKIN_READ'
    | 'CHECKIN_WRITE'
    | 'REPORTS'
    | 'STUDIO_READ'
    | 'STUDIO_WRITE'
    | 'DEVICE_READ'
    | 'DEVICE_WRITE'
    | 'WEBHOOK_READ'
    | 'WEBHOOK_WRITE'
    | 'USERS_API'
  )[];
  /** The only gym of a narrowed key */
  readonly gymId: number | null;
  /** When it stops working; null: it does not */
  readonly expiresAt: string | null;
  /** Null for a key of the operator */
  readonly partner: OwnPartner | null;
}

export interface OwnPartner {
  readonly id: string;
  readonly name: string;
  /** Its word in addresses of pages */
  readonly slug: string;
}

export interface OwnPasskey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

export interface OwnPasskeys {
  readonly items: readonly OwnPasskey[];
  /** Browsers make them at this address */
  readonly isPossible: boolean;
  /** How many a person may have */
  readonly most: number;
}

export interface OwnSecondFactor {
  readonly isSet: boolean;
  /** By an authenticator app */
  readonly hasApp: boolean;
  /** It may not be removed */
  readonly isRequired: boolean;
}

export interface OwnSession {
  readonly id: string;
  /** The network that the person logged in from */
  readonly source: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** The session of this request */
  readonly isCurrent: boolean;
}

export interface Partner {
  /** Members choose among several offers: registrations name one */
  readonly multiOffer: boolean;
  /** Where people sign up; null: our hosted page */
  readonly signUpUrl: string | null;
  /** Where people log in; null: our hosted page */
  readonly logInUrl: string | null;
  /** IANA name */
  readonly timeZone: string;
  /** Of mails and pages, where nothing else says a language */
  readonly locale: string;
  readonly supportEmail: string | null;
  /** Each visit of a Wellhub user becomes a usage event */
  readonly usageEventsFromVisits: boolean;
  /** Types of usage events that Wellhub agreed to */
  readonly usageEventTypes: readonly string[];
  /** Ours are sent where the partner has no mail template of its own */
  readonly defaultMailTemplates: boolean;
  /** Everybody on the staff must have a second factor */
  readonly secondFactorRequired: boolean;
  /** Null: none; then there is no version either */
  readonly termsUrl: string | null;
  readonly termsVersion: string | null;
  /** Null: none; then there is no version either */
  readonly privacyUrl: string | null;
  readonly privacyVersion: string | null;
  readonly name: string;
  /** In the addresses of hosted pages */
  readonly slug: string;
  readonly id: string;
  /** A test environment is a partner of its own */
  readonly environment: 'live' | 'test';
  /** Of a test environment: the partner that it belongs to */
  readonly livePartnerId: string | null;
  readonly createdAt: string;
}

export interface PartnerHealth {
  readonly id: string;
  readonly name: string;
  /** The partner’s part of its public addresses */
  readonly slug: string;
  readonly createdAt: string;
  readonly gyms: number;
  readonly lastCheckInAt: string | null;
  readonly openAlerts: number;
  /** waiting, and half of the time to validate has passed */
  readonly checkInsAtRisk: number;
  readonly wellhub: WellhubHealth;
  readonly webhookSubscriptions: SubscriptionHealth;
}

export interface PartnerSideUrls {
  /** Where Wellhub exchanges its key for a token */
  readonly token: string;
  /** Where Wellhub registers users */
  readonly users: string;
  /** User status: canceled */
  readonly cancel: string;
  /** User status: changed */
  readonly change: string;
  /** Check-ins, bookings and set-up */
  readonly webhooks: string;
}

export interface PartnerUrls {
  /** They lead to the live environment */
  readonly production: PartnerSideUrls;
  /** They lead to the test environment; before there is one, the hooks are those of a connection to sandbox or simulator */
  readonly test: PartnerSideUrls;
}

export interface PastVisit {
  readonly checkinId: number;
  /** With the offset that the studio had */
  readonly checkInDateTime: string;
  /** Absent while the person is inside */
  readonly checkOutDateTime?: string | undefined;
  readonly studioId: number;
  readonly studioName: string;
}

export interface PaymentPlan {
  readonly id: number;
  readonly name: string;
  /** Whether new contracts may have it */
  readonly isActive: boolean;
  /** Old contracts go on naming it */
  readonly isDeleted: boolean;
  /** Grows with each change */
  readonly timestamp: number;
  readonly createdAt: string;
  readonly isAddOnPaymentPlan: boolean;
}

export interface PaymentPlanObject {
  readonly id: number;
  /** Rises with each stored change */
  readonly timestamp: number;
  readonly name: string;
  readonly isActive: boolean;
  readonly isAddOnPaymentPlan: boolean;
  readonly isDeleted: boolean;
}

export interface PersonCondition {
  readonly rights?: readonly ('CONTRACT' | 'WELLHUB' | 'GUEST')[] | null | undefined;
  readonly membershipIds?: readonly number[] | null | undefined;
  readonly wellhubPlans?: readonly string[] | null | undefined;
  readonly wellhubProducts?: readonly string[] | null | undefined;
  readonly minAge?: number | null | undefined;
  readonly maxAge?: number | null | undefined;
}

export interface Prefill {
  readonly email: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
}

export interface Preview {
  readonly format: 'CSV' | 'XLSX';
  /** Of a CSV */
  readonly encoding: string | null;
  /** Of a CSV */
  readonly separator: string | null;
  /** Null: there is no header */
  readonly headerLine: number | null;
  readonly columns: readonly ReportColumn[];
  /** Without the header */
  readonly rowCount: number;
  /** The first ten, cut where they are long */
  readonly rows: readonly ReportRow[];
  /** Which columns are taken for what */
  readonly mapping: ReportMapping;
  /** Columns that must be named before it can be compared */
  readonly missing: readonly string[];
  /** Null while a column is missing */
  readonly readable: ReadableRows | null;
}

export interface PreviewMail {
  /** of our words; else the partner’s */
  readonly language?: 'en' | 'pt' | 'es' | 'de' | undefined;
  readonly subject?: string | undefined;
  readonly text?: string | undefined;
  readonly html?: string | undefined;
}

export interface ProbedPeople {
  /** How many people are probed */
  readonly people: number;
}

export interface ProviderTest {
  readonly result: 'OK' | 'UNREACHABLE' | 'NOT_A_PROVIDER';
  /** What was wrong, as a code */
  readonly detail?: string | undefined;
}

export interface PutAlertMailTimes {
  /** Mails wait from this time on */
  readonly quietFrom?: string | null | undefined;
  /** and come at this time, together */
  readonly quietUntil?: string | null | undefined;
  /** When the daily mail comes; 08:00 when absent */
  readonly digestAt?: string | undefined;
}

export interface PutBrand {
  readonly accentColor?: string | null | undefined;
  /** of the text on it */
  readonly textColor?: 'WHITE' | 'BLACK' | undefined;
  /** for the head of pages and mails */
  readonly shortName?: string | null | undefined;
}

export interface PutIdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string | undefined;
  /** What is asked of the provider */
  readonly scopes?: readonly string[] | undefined;
  /** Which claim holds the groups */
  readonly groupsClaim?: string | undefined;
  /** The first group that a person is in decides */
  readonly groups: readonly GroupPlace[];
  /** Nobody but an OWNER logs in with a password */
  readonly required?: boolean | undefined;
  /** Every log-in at the provider has a second factor */
  readonly provesSecondFactor?: boolean | undefined;
}

export interface PutMailTemplate {
  readonly subject: string;
  readonly text: string;
  /** As sent. Values are escaped. */
  readonly html: string;
}

export interface PutOwnAlertMails {
  readonly frequency: 'AT_ONCE' | 'DAILY' | 'NEVER';
}

export interface PutWellhubConnection {
  readonly environment: 'production' | 'sandbox' | 'simulator';
  readonly accessToken?: string | undefined;
  readonly webhookSecret?: string | undefined;
  readonly acceptWeakSecret?: boolean | undefined;
  readonly eventsApiToken?: string | undefined;
  readonly previousSecretSeconds?: number | undefined;
}

export interface ReadableRows {
  readonly count: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly badRowCount: number;
  /** The first ten */
  readonly badRows: readonly BadRow[];
}

export interface Received {
  /** It is stored, and handled after the answer */
  readonly received: true;
}

export interface ReceivedAnswer {
  readonly contentType: string | null;
  /** How it began, at most 1 KiB */
  readonly body: string;
  /** There was more */
  readonly isCut: boolean;
}

export interface ReconciliationDetail {
  readonly checkInId: string;
  readonly month: string;
  /** The day of the check-in at its gym */
  readonly date: string;
  /** Another validation of that day was first */
  readonly alreadyValidated: boolean;
  readonly bookingNumber: string | null;
}

export interface RecoveryCodes {
  /** Empty beside an earlier second factor; absent where a call is repeated */
  readonly recoveryCodes?: readonly string[] | undefined;
}

export interface RedirectLink {
  /** The page to open: it signs the person up or logs them in */
  readonly redirect_link: string;
}

export interface Reduction {
  readonly type: 'NONE' | 'VALUE' | 'PERCENT';
  /** an amount, or a percentage */
  readonly value?: number | null | undefined;
}

export interface Refusals {
  readonly reason: string;
  readonly count: number;
}

export interface RegisterSetup {
  /** Must be true: Wellhub may take a live gym off its app while its webhooks are changed */
  readonly confirm: boolean;
  /** Only this gym; without it all gyms of the partner */
  readonly gymId?: number | undefined;
}

export interface RegisteredGym {
  readonly gymId: number;
  /** The events whose address was set */
  readonly events: readonly string[];
  /** Why it failed */
  readonly problem:
    'NOT_AT_WELLHUB' | 'CREDENTIALS_REFUSED' | 'REFUSED' | 'UNREACHABLE' | 'UNREADABLE' | null;
}

export interface RegisteredSetup {
  /** production, or simulator */
  readonly environment: string;
  readonly gyms: readonly GymSetup[];
  /** They chose us at Wellhub, and no gym here has their id */
  readonly unknownGyms: readonly GymAtWellhub[];
  /** Wellhub can send nothing about them */
  readonly gymsWithoutWellhubGymId: readonly NamedGym[];
  readonly registered: readonly RegisteredGym[];
}

export interface RegistrationDetail {
  readonly gympassUserId: string;
  /** As it is now */
  readonly status: 'ACTIVE' | 'CANCELED';
  readonly planId: string | null;
  readonly origin: string | null;
  readonly countryCode: string | null;
  readonly lastRegisteredAt: string;
  readonly lastEventAt: string | null;
}

export interface RegistrationLink {
  readonly state: 'open' | 'used' | 'expired';
  /** What Wellhub said of the person; nulls once the link is used or expired */
  readonly prefill: Prefill;
}

export interface RelatedCheckIn {
  readonly id: string;
  readonly gymId: number;
  /** Day of the check-in at its gym */
  readonly date: string;
  /** Its state */
  readonly state: string;
  /** Why it will never be paid; null unless it was lost */
  readonly lostBecause: string | null;
}

export interface RenamePasskey {
  readonly name: string;
}

export interface Replay {
  readonly from: string;
  readonly until: string;
}

export interface ReportColumn {
  /** Counted from 1 */
  readonly number: number;
  /** As the header has it; empty without one */
  readonly name: string;
}

export interface ReportMapping {
  /** Null: no column was found */
  readonly gympassIdColumn: number | null;
  /** Null: no column was found */
  readonly dateColumn: number | null;
  /** What comes first in 03/10/2026 */
  readonly dateOrder: 'DAY_FIRST' | 'MONTH_FIRST';
  readonly source: 'CHOSEN' | 'REMEMBERED' | 'GUESSED';
}

export interface ReportRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Restriction {
  readonly reason: string;
  /** first day, at the visited gym */
  readonly startDate?: string | null | undefined;
  /** last day */
  readonly endDate?: string | null | undefined;
}

export interface RotateApiKey {
  /** How long the old key keeps working */
  readonly graceSeconds?: number | undefined;
}

export interface RotateSecret {
  /** how long the old secret signs as well */
  readonly graceSeconds?: number | undefined;
}

export interface RotatedSecret {
  readonly id: string;
  readonly url: string;
  /** Null: every type */
  readonly eventTypes:
    | readonly (
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
      )[]
    | null;
  /** Null: every gym */
  readonly gymId: number | null;
  /** When a failed delivery is tried again; waits in seconds */
  readonly retry: 'default' | 'magicline' | readonly number[];
  readonly state: 'ACTIVE' | 'DISABLED';
  readonly disabledAt: string | null;
  readonly disabledReason: 'RECEIVER_GONE' | 'BY_HAND' | null;
  /** Everything since then is being sent again */
  readonly replayFrom: string | null;
  /** The secret before signs as well until then */
  readonly previousSecretUntil: string | null;
  readonly createdAt: string;
  /** Verifies signatures of Standard Webhooks; shown this once */
  readonly secret?: string | undefined;
}

export interface RuleMessage {
  readonly en?: string | null | undefined;
  readonly de?: string | null | undefined;
  readonly es?: string | null | undefined;
  readonly pt?: string | null | undefined;
}

export interface ScanDetail {
  readonly decisionId: string;
  readonly result: string;
  readonly isAdmitted: boolean;
  readonly deviceId: number | null;
  readonly visitId: number | null;
  readonly hashPrefix: string;
  readonly dryRun: boolean;
  readonly note: string | null;
}

export interface ScanFigures {
  readonly admitted: number;
  readonly refused: number;
  /** The most frequent first */
  readonly refusals: readonly Refusals[];
}

export interface SentMail {
  readonly ResultStatus: 'Success';
}

export interface SentRequest {
  readonly method: 'POST';
  /** Secrets are hidden */
  readonly headers: { readonly [name: string]: string };
  /** The bytes that were signed */
  readonly body: string;
}

export interface Setup {
  /** What the device is given as its server */
  readonly address: string;
  readonly warnings: readonly SetupWarning[];
  /** For a person in the network of the gym, in this order */
  readonly steps: readonly SetupStep[];
  /** The same for a POSIX shell with curl; it reads DEVICE, LOGIN and PASSWORD */
  readonly script: string;
  /** What the device has told by its calls */
  readonly check: SetupCheck;
}

export interface SetupCheck {
  /** The last call of the device */
  readonly lastSeenAt: string | null;
  readonly mode: 'ONLINE' | 'CONTINGENCY' | 'UNKNOWN';
  /** Which side the arm last turned to, for `entryTurnEvent` */
  readonly lastTurn: 'TURN_LEFT' | 'TURN_RIGHT' | null;
  /** When that was reported */
  readonly lastTurnAt: string | null;
  /** After `controlId.learnCard`; shown once */
  readonly unknownCard: UnknownCard | null;
}

export interface SetupStep {
  readonly no: number;
  readonly title: string;
  /** Null: a person does something at the device */
  readonly method: 'POST' | null;
  /** At the device itself; append `?session=…` after the log-in */
  readonly path: string | null;
  /** To send as JSON; `$LOGIN`, `$PASSWORD` and `$SERVER_ID` are to be replaced */
  readonly body: { readonly [name: string]: unknown } | null;
  /** What shows that it worked */
  readonly expect: string;
}

export interface SetupWarning {
  readonly code:
    | 'DEFAULT_PASSWORD'
    | 'ALPHANUMERIC_UNSUPPORTED'
    | 'MONITOR_TLS'
    | 'SHORT_TIMEOUT'
    | 'CONTINGENCY'
    | 'FORMER_ADDRESS';
  readonly detail: string;
}

export interface SetupWebhook {
  /** The event that Wellhub sends there */
  readonly event: string;
  readonly state: 'REGISTERED' | 'MISSING' | 'WRONG_URL';
  /** What Wellhub has */
  readonly url: string | null;
  /** What a registration would set */
  readonly expectedUrl: string;
}

export interface ShownActionParameters {
  readonly in: string;
  readonly out: string;
}

export interface ShownAddress {
  readonly country: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
  readonly line1: string | null;
  readonly line2: string | null;
}

export interface ShownAntiPassback {
  /** SOFT opens and raises an alert, HARD refuses */
  readonly mode: 'OFF' | 'SOFT' | 'HARD';
  /** Null: however long the person is inside */
  readonly minutes: number | null;
  /** PARTNER: a visit at another gym counts, too */
  readonly scope: 'GYM' | 'PARTNER';
}

export interface ShownCapacity {
  readonly max: number;
  /** Null: no alert before it is full */
  readonly warnAtPercent: number | null;
}

export interface ShownClosingDay {
  /** `YYYY-MM-DD`, or `MM-DD` for every year */
  readonly date: string;
  /** Absent: from midnight */
  readonly from?: string | undefined;
  /** Absent: to the end of the day */
  readonly to?: string | undefined;
  readonly name?: string | undefined;
}

export interface ShownCodeSettings {
  readonly enabled: boolean;
  /** How long a code opens doors, in seconds */
  readonly ttlSeconds: number;
  /** A code opens one door once */
  readonly singleUse: boolean;
}

export interface ShownConsent {
  readonly document: 'TERMS' | 'PRIVACY';
  readonly version: string;
  /** Where the text is */
  readonly url: string;
  /** Where the person accepted it */
  readonly source: 'JOIN_PAGE' | 'LOG_IN_PAGE' | 'ADMIN_API';
  readonly givenAt: string;
}

export interface ShownDirectDebit {
  readonly accountNumber: string | null;
  readonly ownerName: string | null;
  readonly street: string | null;
  readonly cityAndPostalCode: string | null;
}

export interface ShownGroupPlace {
  /** As the provider names it */
  readonly group: string;
  readonly role:
    'OPERATOR' | 'OWNER' | 'MANAGER' | 'FRONT_DESK' | 'ACCOUNTANT' | 'DEVELOPER' | 'VIEWER';
  /** Null: all gyms */
  readonly gymIds: readonly number[] | null;
}

export interface ShownLocation {
  readonly longitude: number;
  readonly latitude: number;
}

export interface ShownPersonCondition {
  readonly rights?: readonly ('CONTRACT' | 'WELLHUB' | 'GUEST')[] | undefined;
  readonly membershipIds?: readonly number[] | undefined;
  /** `unknown`: no plan was told */
  readonly wellhubPlans?: readonly string[] | undefined;
  /** `unknown`: no product was told */
  readonly wellhubProducts?: readonly string[] | undefined;
  readonly minAge?: number | undefined;
  readonly maxAge?: number | undefined;
}

export interface ShownReduction {
  readonly type: 'NONE' | 'VALUE' | 'PERCENT';
  /** An amount, or a percentage */
  readonly value: number | null;
}

export interface ShownRestriction {
  /** Shown to staff */
  readonly reason: string;
  /** First day; null: from the beginning */
  readonly startDate: string | null;
  /** Last day; null: without end */
  readonly endDate: string | null;
}

export interface ShownRuleMessage {
  readonly en?: string | undefined;
  readonly de?: string | undefined;
  readonly es?: string | undefined;
  readonly pt?: string | undefined;
}

export interface ShownSlot {
  readonly gymId: number;
  /** Wellhub’s id of the class */
  readonly classId: string;
  /** Wellhub’s id of the slot */
  readonly slotId: string;
  /** Places that are taken */
  readonly totalBooked: number;
  readonly totalCapacity: number | null;
  /** When the number was set */
  readonly countedAt: string;
}

export interface ShownTimeCondition {
  /** Absent: every day */
  readonly days?: readonly ('MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU')[] | undefined;
  /** `HH:MM` by the clock of the gym */
  readonly from?: string | undefined;
  /** The first minute outside; before `from`: on the next day */
  readonly to?: string | undefined;
  /** Of the day on which the hours begin */
  readonly dateFrom?: string | undefined;
  readonly dateTo?: string | undefined;
}

export interface ShownWellhubConnection {
  /** Null: not connected yet */
  readonly environment: 'production' | 'sandbox' | 'simulator' | null;
  readonly accessTokenSet: boolean;
  readonly accessTokenSetAt: string | null;
  readonly webhookSecretSet: boolean;
  readonly webhookSecretSetAt: string | null;
  /** Until then the secret before counts as well */
  readonly previousSecretUntil: string | null;
  /** Without it no usage is reported */
  readonly eventsApiTokenSet: boolean;
  readonly eventsApiTokenSetAt: string | null;
  readonly acceptWeakSecret: boolean;
  /** open: Wellhub does not answer, and calls are put off. Null: no call can be made */
  readonly breaker: 'closed' | 'half-open' | 'open' | null;
  /** What to type into the portal of Wellhub */
  readonly urls: PartnerUrls;
  /** The page to hand to Wellhub */
  readonly docs: string;
}

export interface Slot {
  readonly totalBooked: number;
  readonly totalCapacity?: number | undefined;
}

export interface StaffMember {
  /** Of the membership, not of the person */
  readonly id: string;
  /** Null where the identity provider told none */
  readonly email: string | null;
  /** Null until the invitation is accepted */
  readonly name: string | null;
  readonly language: string;
  readonly role:
    'OPERATOR' | 'OWNER' | 'MANAGER' | 'FRONT_DESK' | 'ACCOUNTANT' | 'DEVELOPER' | 'VIEWER';
  /** Null: all gyms */
  readonly gymIds: readonly number[] | null;
  readonly state: 'INVITED' | 'ACTIVE';
  /** PROVIDER: the partner’s identity provider */
  readonly logsInWith: 'PASSWORD' | 'PROVIDER';
  /** Null once it is accepted */
  readonly invitedUntil: string | null;
  /** Grows with each change of role and gyms */
  readonly version: number;
  readonly createdAt: string;
}

export interface StaffSession {
  readonly id: string;
  /** The network that the person logged in from */
  readonly source: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

export interface Statistics {
  readonly from: string;
  readonly to: string;
  readonly by: 'day' | 'hour' | 'weekday' | 'month';
  readonly gymId: number | null;
  /** null: each gym by its own */
  readonly timeZone: string | null;
  readonly items: readonly KeyedFigures[];
  readonly total: Figures;
}

export interface StoredUsageEvent {
  readonly eventSubcategory?: string | undefined;
  readonly eventTitle?: string | undefined;
  readonly eventSubtitle?: string | undefined;
  readonly eventEquipment?: string | undefined;
  readonly timezone?: string | undefined;
  readonly device?: string | undefined;
  readonly eventDuration?: number | undefined;
  readonly viewingDuration?: number | undefined;
  readonly geoLatitude?: number | undefined;
  readonly geoLongitude?: number | undefined;
  readonly id: string;
  /** QUARANTINED: Wellhub refused it; UNPAYABLE: it is too late to report it */
  readonly state: 'QUEUED' | 'SENT' | 'QUARANTINED' | 'UNPAYABLE';
  readonly eventType: string;
  /** When it happened */
  readonly timestamp: string;
  /** null once the person was erased */
  readonly gpwId: string | null;
  /** null while no customer has that gpwId */
  readonly customerId: number | null;
  /** Sent by your software, or made of a visit */
  readonly source: 'ADMIN' | 'VISIT';
  /** When Wellhub took it */
  readonly sentAt: string | null;
  /** HTTP status of Wellhub’s answer */
  readonly lastStatus: number | null;
  /** The key of Wellhub’s answer */
  readonly lastKey: string | null;
  readonly createdAt: string;
}

export interface StoredUsageEvents {
  readonly items: readonly StoredUsageEvent[];
}

export interface StoredWebhook {
  readonly id: string;
  readonly type: string;
  readonly environment: 'production' | 'test';
  /** Those with another one are only counted */
  readonly signature: 'VALID';
  /** The gym whose own address it came to; null: the partner’s address */
  readonly hookGymId: number | null;
  /** Wellhub’s id of the gym it names */
  readonly gympassGymId: string | null;
  /** The gym that has that id now */
  readonly gymId: number | null;
  /**
   * RECEIVED: waits to be handled, at nextAttemptAt; PROCESSED; PARKED: waits until a gym has its Wellhub id;
   *   IGNORED: of no type that we know; DEAD: could not be handled, see reason
   */
  readonly state: 'RECEIVED' | 'PROCESSED' | 'IGNORED' | 'PARKED' | 'DEAD';
  /** Why it is in this state */
  readonly reason: string | null;
  /** Failed tries to handle it */
  readonly attempts: number;
  readonly nextAttemptAt: string | null;
  readonly receivedAt: string;
  readonly processedAt: string | null;
  /** What Wellhub sent is still kept */
  readonly hasBody: boolean;
  /** What it made or changed */
  readonly result: WebhookResult | null;
}

export interface Studio {
  readonly studioId: number;
  readonly name: string;
  readonly description?: string | undefined;
  readonly email?: string | undefined;
  readonly telephone?: string | undefined;
  readonly website?: string | undefined;
  readonly logoUrl?: string | undefined;
  readonly street?: string | undefined;
  readonly houseNumber?: string | undefined;
  readonly zip?: string | undefined;
  readonly city?: string | undefined;
  readonly country?: string | undefined;
  /** ISO 3166-1, two letters */
  readonly countryCode?: string | undefined;
  readonly openingDate?: string | undefined;
  readonly closingDate?: string | undefined;
  readonly location?: StudioLocation | undefined;
  readonly accessCodeConfiguration: AccessCodeConfiguration;
}

export interface StudioDevice {
  readonly id: number;
  readonly name: string;
  /** False until it got its first token, and while it is switched off */
  readonly active: boolean;
  readonly model: 'GENERIC_CARD_READER' | 'CONTROL_ID';
  readonly studioId: number;
  readonly direction: 'IN' | 'OUT' | 'BOTH';
}

export interface StudioDeviceToken {
  /** Of the device */
  readonly id: number;
  /** The device sends it as `Authorization: Bearer …`; the one before is void */
  readonly accessToken: string;
}

export interface StudioLocation {
  readonly longitude: number;
  readonly latitude: number;
}

export interface SubscriptionHealth {
  /** disabled because too many deliveries failed */
  readonly disabled: number;
  /** one of the newest deliveries failed, or waits for another attempt */
  readonly failing: number;
}

export interface TestEnvironment {
  /** Its own id: what paths take in place of the partner’s */
  readonly partnerId: string;
  /** The partner whose test environment it is */
  readonly livePartnerId: string | null;
  readonly name: string;
  /** In the addresses of its hosted pages */
  readonly slug: string;
  readonly createdAt: string;
  /** Since when a wipe is in progress */
  readonly wipeRequestedAt: string | null;
  /** When the last wipe was over */
  readonly wipedAt: string | null;
}

export interface TestMail {
  /** The address that it went to */
  readonly to: string;
}

export interface TimeCondition {
  readonly days?: readonly ('MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU')[] | null | undefined;
  readonly from?: string | null | undefined;
  /** The first minute outside; before `from`: on the next day */
  readonly to?: string | null | undefined;
  /** Of the day on which the hours begin */
  readonly dateFrom?: string | null | undefined;
  readonly dateTo?: string | null | undefined;
}

export interface Today {
  /** people inside */
  readonly inside: number;
  readonly checkIns: MoneyFigures;
  readonly scans: ScanFigures;
  /** when this was so */
  readonly at: string;
  readonly gymId: number | null;
  /** null: each gym by its own */
  readonly timeZone: string | null;
  /** when the next check-in is lost */
  readonly soonestDeadlineAt: string | null;
  /** until the same hour */
  readonly yesterday: DayFigures;
  /** the same weekday, until the same hour */
  readonly lastWeek: DayFigures;
  /** null without `STUDIO_READ` */
  readonly gyms: readonly GymToday[] | null;
  /** null without `PARTNER_ADMIN` */
  readonly alerts: AlertsToday | null;
  /** null without `WEBHOOK_READ`, and to keys of one gym */
  readonly deliveries: DeliveriesToday | null;
}

export interface Token {
  /** Opaque; send it as `Authorization: Bearer …` */
  readonly access_token: string;
  readonly token_type: 'Bearer';
  /** Unix time in seconds */
  readonly expires_at: number;
}

export interface Transition {
  readonly at: string;
  /** A state; null for the first step */
  readonly from: string | null;
  /** A state */
  readonly to: string;
  /** What brought it about */
  readonly cause: string;
  /** Calls to Wellhub until then */
  readonly attempts: number;
  /** HTTP status of Wellhub’s answer */
  readonly wellhubStatus: number | null;
  /** The key of Wellhub’s answer */
  readonly wellhubKey: string | null;
}

export interface TypedCheckIn {
  readonly gympassId: string;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly email?: string | undefined;
}

export interface UnknownCard {
  /** As the device sent it */
  readonly value: string;
  readonly scannedAt: string;
  /** One for each `cardFormat` */
  readonly readings: readonly CardReading[];
}

export interface UsageDetail {
  readonly usageEventId: string;
  readonly eventType: string;
  readonly source: 'ADMIN' | 'VISIT';
  readonly state: 'QUEUED' | 'SENT' | 'QUARANTINED' | 'UNPAYABLE';
  readonly sentAt: string | null;
  readonly lastStatus: number | null;
  readonly lastKey: string | null;
}

export interface UsageEvent {
  readonly eventSubcategory?: string | undefined;
  readonly eventTitle?: string | undefined;
  readonly eventSubtitle?: string | undefined;
  readonly eventEquipment?: string | undefined;
  readonly timezone?: string | undefined;
  readonly device?: string | undefined;
  readonly eventDuration?: number | undefined;
  readonly viewingDuration?: number | undefined;
  readonly geoLatitude?: number | undefined;
  readonly geoLongitude?: number | undefined;
  /** One of the partner’s usageEventTypes */
  readonly eventType: string;
  /** When it happened; sent to Wellhub in whole seconds */
  readonly timestamp: string;
  readonly gpwId: string;
}

export interface UserObject {
  readonly id: number;
  /** Rises with each stored change */
  readonly timestamp: number;
  /** National id */
  readonly personalId: string;
  /** Member number */
  readonly number: string;
  /** Current membership card */
  readonly cardNumber: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly emailAddressIsConfirmed: boolean;
  readonly phoneNumber: string;
  /** Kind of the id document */
  readonly idCardName: string;
  readonly idCardNumber: string;
  /** Full name */
  readonly legalGuardian: string;
  /** Address at `Files/Photo` */
  readonly photoUrl: string;
  readonly coverPhotoUrl: string;
  /** The day, at midnight: `YYYY-MM-DDTHH:MM:SS`, or `""` */
  readonly birthDate: string;
  readonly isForeigner: boolean;
  readonly sex: 'Male' | 'Female' | '';
  readonly newsletterAgreement: boolean;
  readonly termsAndConditionsAgreement: boolean;
  readonly address: AddressObject;
  readonly directDebit: DirectDebitObject;
  readonly homeClubId: number | '';
  readonly registeredAtClubId: number | '';
  readonly isActive: boolean;
  /** Erased, or merged into another user */
  readonly isDeleted: boolean;
  /** Ascending by `id` */
  readonly contracts: readonly ContractObject[];
  /** Signed up */
  readonly hasAccount: boolean;
  readonly hasPassword: boolean;
  /** Two letters */
  readonly language: string;
  /** Digits; a text, since it may exceed 2^53 */
  readonly facebookId: string;
  readonly cardIsBlocked: boolean;
  readonly cards: readonly CardObject[];
  /** A visit is open */
  readonly presentInClub: boolean;
  /** Always 0 */
  readonly prepaidAmount: number;
  /** Always null */
  readonly employee: null;
}

export interface UsersApiToken {
  readonly access_token: string;
  readonly token_type: 'bearer';
  /** Seconds */
  readonly expires_in: number;
}

export interface ValidatedCheckIn {
  readonly checkInId: string;
  /** The Wellhub id; null once the person was erased */
  readonly gympassId: string | null;
  /** Day of the check-in at the gym */
  readonly date: string;
  readonly validatedAt: string;
  /** Of a booked class */
  readonly bookingNumber: string | null;
  /** Wellhub said that it had been validated before */
  readonly alreadyValidated: boolean;
}

export interface ValidatedMonth {
  readonly gymId: number;
  /** `YYYY-MM` */
  readonly month: string;
  readonly validated: readonly ValidatedCheckIn[];
}

export interface Validation {
  readonly id: string;
  readonly gymId: number;
  readonly customerId: number;
  /** Of the Wellhub user */
  readonly gympassId: string;
  /** VALIDATED is paid */
  readonly state: 'PENDING' | 'VALIDATED' | 'EXPIRED' | 'CANCELED' | 'NOT_FOUND' | 'REJECTED';
  /** What made it */
  readonly cause: 'WEBHOOK' | 'SCAN' | 'DESK' | 'AGGREGATOR' | 'RETRY' | 'DEADLINE';
  /** Why it will never be paid; null unless it was lost */
  readonly lostBecause:
    | 'NEVER_REQUESTED'
    | 'CREDENTIALS_REFUSED'
    | 'NO_ANSWER_FROM_WELLHUB'
    | 'TOO_LATE_FOR_WELLHUB'
    | 'CANCELED_BY_MEMBER'
    | 'NOT_FOUND_AT_WELLHUB'
    | 'REFUSED_BY_WELLHUB'
    | null;
  /** Whether a call to Wellhub may still validate it */
  readonly isValidatable: boolean;
  /** Whether Wellhub said that it had been validated before */
  readonly alreadyValidated: boolean;
  /** Whether its time is over without a definite answer of Wellhub */
  readonly overdue: boolean;
  /** Whether it is a call for an id that nothing announced */
  readonly probe: boolean;
  /** Whether its webhook is still missing */
  readonly provisional: boolean;
  /** Of the class that was booked */
  readonly bookingNumber: string | null;
  /** Wellhub’s id of the product */
  readonly productId: string | null;
  readonly productDescription: string | null;
  /** At the gym */
  readonly day: string;
  /** When the person checked in */
  readonly occurredAt: string;
  readonly receivedAt: string;
  /** Until when Wellhub accepts its validation */
  readonly expiresAt: string;
  readonly validatedAt: string | null;
  /** Calls to Wellhub */
  readonly attempts: number;
  /** HTTP status of Wellhub’s last answer */
  readonly lastStatus: number | null;
  /** The key of Wellhub’s last answer */
  readonly lastKey: string | null;
  /** Whether it was validated earlier today: the person comes in again */
  readonly reentry: boolean;
  /** Why a door would have refused; the desk decides itself */
  readonly accessWarnings: readonly AccessWarning[];
}

export interface Visit {
  readonly id: number;
  readonly customerId: number;
  readonly gymId: number;
  /** A door, or the front desk */
  readonly source: 'GATE' | 'DESK';
  readonly enteredAt: string;
  /** null while the person is inside */
  readonly leftAt: string | null;
  /** How its last passage ended, at turnstiles that report it: `TURNED`, `OTHER_SIDE`, `GAVE_UP` or `UNCONFIRMED` */
  readonly passage: string | null;
  /** A door opened by itself while it could not reach us, and told it later */
  readonly offline: boolean;
}

export interface VisitContent {
  /** A door opened by itself while it could not reach us, and told it later */
  readonly offline?: boolean | undefined;
}

export interface VisitDetail {
  readonly visitId: number;
  readonly source: 'GATE' | 'DESK';
  readonly enteredAt: string;
  readonly leftAt: string | null;
}

export interface WebhookBody {
  readonly id: string;
  readonly type: string;
  readonly receivedAt: string;
  /** As Wellhub sent it, byte for byte */
  readonly body: string;
}

export interface WebhookDetail {
  readonly webhookId: string;
  readonly type: string;
  readonly environment: 'production' | 'test';
  /** Webhooks with another one are refused */
  readonly signature: 'VALID';
  readonly state: 'RECEIVED' | 'PROCESSED' | 'IGNORED' | 'PARKED' | 'DEAD';
  readonly reason: string | null;
  /** Failed tries to handle it */
  readonly attempts: number;
  readonly processedAt: string | null;
  readonly gympassGymId: string | null;
  /** Whether what Wellhub sent is still kept */
  readonly hasBody: boolean;
}

export interface WebhookRefusals {
  /** UTC */
  readonly day: string;
  readonly environment: 'production' | 'test';
  /** Null: the partner’s address */
  readonly gymId: number | null;
  readonly reason: 'NO_SIGNATURE' | 'WRONG_SIGNATURE' | 'NO_SECRET' | 'ENCODED' | 'WRONG_ADDRESS';
  readonly refused: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

export interface WebhookResult {
  readonly kind: 'CHECK_IN' | 'BOOKING' | 'CUSTOMER';
  /** of the check-in, booking or customer; of a customer as it was then */
  readonly id: string | number;
}

export interface WebhookSubscription {
  readonly id: string;
  readonly url: string;
  /** Null: every type */
  readonly eventTypes:
    | readonly (
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
      )[]
    | null;
  /** Null: every gym */
  readonly gymId: number | null;
  /** When a failed delivery is tried again; waits in seconds */
  readonly retry: 'default' | 'magicline' | readonly number[];
  readonly state: 'ACTIVE' | 'DISABLED';
  readonly disabledAt: string | null;
  readonly disabledReason: 'RECEIVER_GONE' | 'BY_HAND' | null;
  /** Everything since then is being sent again */
  readonly replayFrom: string | null;
  /** The secret before signs as well until then */
  readonly previousSecretUntil: string | null;
  readonly createdAt: string;
}

export interface WellhubBookingContent {
  readonly studioId: number;
  readonly customerId: number;
  /** The Wellhub id */
  readonly aggregatorId: string;
  readonly bookingNumber: string;
  /** As Wellhub names it */
  readonly slotId: string | null;
  /** As Wellhub names it */
  readonly classId: string | null;
  /** By when to decide it with `bookings.decide` */
  readonly decideBefore?: string | undefined;
}

export interface WellhubCheckInContent {
  /** `checkIns.get` reads it */
  readonly wellhubCheckInId: string;
  readonly studioId: number;
  /** The Wellhub id */
  readonly aggregatorId: string;
  /** What became of it */
  readonly state: string;
  readonly occurredAt: string;
  /** Until when Wellhub takes its validation */
  readonly expiresAt: string;
  /** Of a booked class */
  readonly bookingNumber?: string | undefined;
  /** Whether the person was admitted before Wellhub answered */
  readonly provisional: boolean;
}

export interface WellhubHealth {
  /** The worst of what is known */
  readonly state: 'OK' | 'NOT_CONNECTED' | 'CREDENTIALS_REFUSED' | 'UNREACHABLE';
  /** Of its Wellhub connection; null without one */
  readonly environment: string | null;
  /** gyms whose credentials Wellhub refuses */
  readonly refusedGyms: number;
  /** check-ins that wait because Wellhub does not answer */
  readonly unansweredCheckIns: number;
}

export interface WellhubIdClaim {
  readonly id: string;
  readonly customerId: number;
  /** The 13 digits that the person typed */
  readonly gympassId: string;
  readonly state: 'OPEN' | 'ACCEPTED' | 'REJECTED';
  readonly createdAt: string;
  readonly decidedAt: string | null;
  /** The key, and the name of the person at the desk */
  readonly decidedBy: string | null;
}

export interface WellhubSetup {
  /** production, or simulator */
  readonly environment: string;
  readonly gyms: readonly GymSetup[];
  /** They chose us at Wellhub, and no gym here has their id */
  readonly unknownGyms: readonly GymAtWellhub[];
  /** Wellhub can send nothing about them */
  readonly gymsWithoutWellhubGymId: readonly NamedGym[];
}

export interface WellhubUser {
  /** ACTIVE or CANCELED */
  readonly status: string;
  readonly planId: string | null;
  /** Where the person signed up */
  readonly origin: string | null;
  /** ISO 3166-1, two letters */
  readonly countryCode: string | null;
  readonly registeredAt: string;
}

export interface WellhubUserContent {
  readonly gpwId: string;
  readonly planId: string | null;
  readonly eventTime: string;
}

export interface Workplace {
  readonly membershipId: string;
  /** Null: the operator */
  readonly partnerId: string | null;
  readonly partnerName: string;
  readonly environment: 'live' | 'test';
  /** Of a test environment: the partner that it belongs to */
  readonly livePartnerId: string | null;
  readonly role: string;
  /** Null: all gyms */
  readonly gymId: number | null;
  readonly gymName: string | null;
  /** Where the session of this request works */
  readonly isCurrent: boolean;
}
