// Written by `npm run client` from the OpenAPI document: not to be changed by hand.
export interface AccessCodeDetail {
  /** The same as of the scans of this code */
  readonly hashPrefix: string;
  readonly expiresAt: string;
  readonly singleUse: boolean;
}

export interface AccountDetail {
  readonly hasPassword: boolean;
  readonly isEnabled: boolean;
}

export interface Address {
  readonly country?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly postalCode?: string | null | undefined;
  readonly line1?: string | null | undefined;
  readonly line2?: string | null | undefined;
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

export interface CardNumber {
  readonly value: string;
  /** DECIMAL when absent */
  readonly format?: 'DECIMAL' | 'HEX_MSB' | 'HEX_LSB' | undefined;
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
  readonly administrationFee?: Reduction | undefined;
  readonly joiningFee?: Reduction | undefined;
  readonly membershipFee?: Reduction | undefined;
}

export interface ChangeMembership {
  readonly name?: string | undefined;
  readonly isActive?: boolean | undefined;
  readonly isDeleted?: boolean | undefined;
}

export interface ChangePaymentPlan {
  readonly name?: string | undefined;
  readonly isActive?: boolean | undefined;
  readonly isDeleted?: boolean | undefined;
  readonly isAddOnPaymentPlan?: boolean | undefined;
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

export interface ClaimDetail {
  readonly claimId: string;
  readonly gympassId: string;
  readonly state: 'OPEN' | 'ACCEPTED' | 'REJECTED';
  readonly decidedAt: string | null;
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
}

export interface CreateDiscount {
  readonly name: string;
  readonly isActive?: boolean | undefined;
  readonly isDeleted?: boolean | undefined;
  readonly administrationFee?: Reduction | undefined;
  readonly joiningFee?: Reduction | undefined;
  readonly membershipFee?: Reduction | undefined;
}

export interface CreateMembership {
  readonly name: string;
  readonly isActive?: boolean | undefined;
  readonly isDeleted?: boolean | undefined;
}

export interface CreatePaymentPlan {
  readonly name: string;
  readonly isActive?: boolean | undefined;
  readonly isDeleted?: boolean | undefined;
  readonly isAddOnPaymentPlan?: boolean | undefined;
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
  readonly wellhubUser: WellhubUser;
  /** Grows with each change */
  readonly timestamp: number;
  readonly createdAt: string;
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
  readonly address?: Address | undefined;
  readonly directDebit?: DirectDebit | undefined;
  readonly homeGymId?: number | null | undefined;
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly phoneNumber?: string | null | undefined;
  readonly birthDate?: string | null | undefined;
  readonly gympassId?: string | null | undefined;
  /** gpw id */
  readonly gympassUserId?: string | null | undefined;
  readonly cardNumber?: CardNumber | undefined;
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

export interface Device {
  readonly id: number;
  readonly gymId: number;
  /** What people call it */
  readonly name: string;
  /** Which way it lets people through; BOTH finds out by who is inside */
  readonly direction: 'IN' | 'OUT' | 'BOTH';
  /** False until it got its first token, and while it is switched off */
  readonly active: boolean;
  /** Whether it ever got a token */
  readonly hasToken: boolean;
  /** The last scan of the last 30 days */
  readonly lastScanAt: string | null;
  /** The same value again within so many seconds: the same answer */
  readonly repeatWindowSeconds: number;
  readonly createdAt: string;
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
    'DEVICE' | 'READER' | 'VALUE' | 'CODE_GYM' | 'CODE_UNUSED' | 'CODE_TIME' | 'PERSON' | 'RIGHT';
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

export interface JoinDetail {
  readonly gympassUserId: string;
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

export interface MergeCustomer {
  readonly intoCustomerId: number;
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

export interface ReconciliationDetail {
  readonly checkInId: string;
  readonly month: string;
  /** The day of the check-in at its gym */
  readonly date: string;
  /** Another validation of that day was first */
  readonly alreadyValidated: boolean;
  readonly bookingNumber: string | null;
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

export interface Restriction {
  readonly reason: string;
  /** first day, at the visited gym */
  readonly startDate?: string | null | undefined;
  /** last day */
  readonly endDate?: string | null | undefined;
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

export interface ShownAddress {
  readonly country: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
  readonly line1: string | null;
  readonly line2: string | null;
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

export interface StudioDevice {
  readonly id: number;
  readonly name: string;
  /** False until it got its first token, and while it is switched off */
  readonly active: boolean;
  readonly model: 'GENERIC_CARD_READER';
  readonly studioId: number;
  readonly direction: 'IN' | 'OUT' | 'BOTH';
}

export interface StudioDeviceToken {
  /** Of the device */
  readonly id: number;
  /** The device sends it as `Authorization: Bearer …`; the one before is void */
  readonly accessToken: string;
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
}

export interface Token {
  /** Opaque; send it as `Authorization: Bearer …` */
  readonly access_token: string;
  readonly token_type: 'Bearer';
  /** Unix time in seconds */
  readonly expires_at: number;
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

export interface VisitDetail {
  readonly visitId: number;
  readonly source: 'GATE' | 'DESK';
  readonly enteredAt: string;
  readonly leftAt: string | null;
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
