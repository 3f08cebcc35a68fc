/** What Wellhub sent along with a registration; kept until the link is used or expires. */
export interface Prefill {
  readonly email?: string;
  readonly firstName?: string;
  readonly lastName?: string;
}

/** What a link token stands for right now. `maskedEmail` is Wellhub's address as a page may show it: `a•••@x.com`. */
export type LinkPreview =
  | { readonly kind: 'open'; readonly prefill: Prefill; readonly maskedEmail?: string }
  | { readonly kind: 'invalid' | 'used' | 'expired' };

export interface SignUpForm {
  readonly token: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly password: string;
  /** Of the person, where the page knows it: mails are written in it from now on. */
  readonly language?: string | undefined;
}

export type MailForm = Pick<SignUpForm, 'token' | 'email' | 'language'>;

export type FormField = 'email' | 'password' | 'firstName' | 'lastName';

/** `missing`, `malformed`, `too-long`; of a password also a `PasswordFault` of accounts. */
export type BadFields = Partial<Record<FormField, string>>;

/** Why a Wellhub membership is not linked. Nothing changed, the token stays usable. */
export type LinkRefusal =
  /** The Wellhub membership belongs to another account. */
  | { readonly kind: 'other-account' }
  /** The account carries another Wellhub membership. */
  | { readonly kind: 'other-membership' }
  /** The person has a current contract with the gym. */
  | { readonly kind: 'pays-directly' }
  /** The gym has disabled this person. */
  | { readonly kind: 'disabled' };

export type SignUpResult =
  | { readonly kind: 'joined'; readonly accountId: string }
  | { readonly kind: 'mail-sent' }
  | { readonly kind: 'invalid-token' }
  | { readonly kind: 'too-many-addresses' }
  | { readonly kind: 'bad-input'; readonly fields: BadFields }
  | LinkRefusal;

export type LogInResult =
  { readonly kind: 'ok'; readonly accountId: string } | { readonly kind: 'refused' };

export type LinkResult =
  { readonly kind: 'linked' } | { readonly kind: 'invalid-token' } | LinkRefusal;

export type MailResult =
  | { readonly kind: 'mail-sent' }
  | { readonly kind: 'invalid-token' }
  | { readonly kind: 'too-many-addresses' }
  | { readonly kind: 'bad-input'; readonly fields: BadFields };

/** What the page behind a mailed link shows: a form for a new password, or only "Link …?". */
export type Confirmation =
  | { readonly kind: 'set-password' | 'link-only'; readonly maskedEmail: string }
  | { readonly kind: 'invalid' };

export type FinishResult =
  | { readonly kind: 'joined'; readonly accountId: string }
  | { readonly kind: 'invalid-token' }
  | { readonly kind: 'bad-input'; readonly fields: BadFields }
  | LinkRefusal;
