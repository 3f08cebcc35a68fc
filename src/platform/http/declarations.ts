import {
  applyDecorators,
  createParamDecorator,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** What a key or token may do; `admin-api.md` describes each. */
export const SCOPES = [
  'OPERATOR',
  'PARTNER_ADMIN',
  'WELLHUB_REGISTRATION',
  'CUSTOMER_READ',
  'CUSTOMER_WRITE',
  'CHECKIN_READ',
  'CHECKIN_WRITE',
  'REPORTS',
  'STUDIO_READ',
  'STUDIO_WRITE',
  'DEVICE_READ',
  'DEVICE_WRITE',
  'WEBHOOK_READ',
  'WEBHOOK_WRITE',
  'USERS_API',
] as const;
export type Scope = (typeof SCOPES)[number];

/** The kind of credential that a route requires; none replaces another. */
export type CredentialKind =
  'key-or-token' | 'key' | 'registration-token' | 'users-api-token' | 'console-session';

/** Whether a caller acts in the live environment of a partner or in the one for tests. */
export type CallerEnvironment = 'live' | 'test';

/** Who may call the Users API: software with an API key, or a person who logged in (`users-api.md` 2). */
export type UsersApiMode = 'EMPLOYEE' | 'END_USER';

/** A person who is logged in. */
export interface PersonSeat {
  /** Of the session. */
  readonly id: string;
  readonly personId: string;
  /** Null where a provider told none. */
  readonly email: string | null;
  readonly role: string;
}

/** Who calls: an API key, or a token that acts for one. `partnerId` is absent for the operator. */
export interface Caller {
  readonly keyId: string;
  /** The same for a key and its rotations. */
  readonly lineage: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly partnerId?: string;
  /** A narrowed key acts for this gym only. */
  readonly gymId?: number;
  /** Acts in the test environment of a partner. */
  readonly isTest?: boolean;
  /** Of the gym that the key acts for, when there is one. */
  readonly language?: string;
  /** Of staff with a log-in of their own: what they are called on screens. */
  readonly person?: string;
  /** Of staff: the session, and whose it is. */
  readonly seat?: PersonSeat;
  /** Of the operator, and looks in at the partner: reads what its administrators read, and changes nothing. */
  readonly isObserver?: boolean;
  /** Of staff: the last proof of who they are is too old for what matters most. */
  readonly mustProve?: boolean;
}

/** A person who calls with a token of their own log-in. */
export interface EndUser {
  readonly partnerId: string;
  readonly accountId: string;
  readonly customerId: number;
}

export interface Access {
  /** Absent: any scope will do. */
  readonly scope?: Scope;
  /** Will do in the place of `scope`. */
  readonly otherScope?: Scope;
  /** Needed besides `scope`. */
  readonly alsoScope?: Scope;
  readonly credential: CredentialKind;
  /** Absent: either. A caller of the other one is refused as one that is unknown. */
  readonly environment?: CallerEnvironment;
  /** Of the Users API: whose tokens the route accepts. */
  readonly modes?: readonly UsersApiMode[];
}

export const ACCESS = 'gatehouse:access';
export const PUBLIC = 'gatehouse:public';
export const WHOLE_PARTNER = 'gatehouse:whole-partner';
export const OWN_ACCOUNT = 'gatehouse:own-account';
export const NEEDS_PROOF = 'gatehouse:needs-proof';
export const STREAMS = 'gatehouse:streams';

/** The route needs a credential with this scope. Without this or `@Public` the start fails. */
export const Requires = (
  scope: Scope,
  credential: CredentialKind = 'key-or-token',
  environment?: CallerEnvironment,
) =>
  SetMetadata(ACCESS, {
    scope,
    credential,
    ...(environment && { environment }),
  } satisfies Access);

/** Either of these scopes will do. */
export const RequiresEither = (scope: Scope, otherScope: Scope) =>
  SetMetadata(ACCESS, { scope, otherScope, credential: 'key-or-token' } satisfies Access);

/** Both of these scopes are needed. */
export const RequiresBoth = (scope: Scope, alsoScope: Scope) =>
  SetMetadata(ACCESS, { scope, alsoScope, credential: 'key-or-token' } satisfies Access);

/** Any valid credential of that kind is accepted, whatever its scopes; the handler checks which of them it serves. */
export const RequiresAny = (credential: CredentialKind) =>
  SetMetadata(ACCESS, { credential } satisfies Access);

/** A page of the console: it needs a session in the browser, and this scope where one is named. */
export const RequiresSession = (scope?: Scope) =>
  SetMetadata(ACCESS, {
    credential: 'console-session',
    ...(scope !== undefined && { scope }),
  } satisfies Access);

/** The route of the Users API needs a token of one of these modes. */
export const RequiresMode = (...modes: readonly UsersApiMode[]) =>
  SetMetadata(ACCESS, { credential: 'users-api-token', modes } satisfies Access);

/** The route is about what all gyms of a partner share: a key narrowed to one of them is refused. */
export const WholePartner = () => SetMetadata(WHOLE_PARTNER, true);

/**
 * The route shows or changes a secret, erases, exports or gives rights: staff must have entered a password or a code within
 * ten minutes. Keys need not.
 */
export const NeedsRecentProof = () => SetMetadata(NEEDS_PROOF, true);

/**
 * The answer goes on until one side ends it (`EventStreams`): the surface's deadline holds until it begins, and once it has
 * begun it is no request in flight.
 */
export const Streams = () => SetMetadata(STREAMS, true);

/** The route is about the person who calls, wherever they work: a key is refused. */
export const OwnAccount = () =>
  applyDecorators(SetMetadata(OWN_ACCOUNT, true), RequiresAny('key-or-token'));

/** The route checks its own proof, or needs none. */
export const Public = () => SetMetadata(PUBLIC, true);

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the global guard. */
    caller?: Caller;
    /** Set by the global guard when a person calls; then there is no `caller`. */
    endUser?: EndUser;
    /** The tenant of this request: from the credential, or named by the operator. */
    tenantId?: string;
  }
}

const requestOf = (context: ExecutionContext) =>
  context.switchToHttp().getRequest<FastifyRequest>();

/** Who calls this route. */
export const CallerOf = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = requestOf(context);
  if (!caller) throw new Error('a public route has no caller');
  return caller;
});

/** The person who calls; undefined when it is software. */
export const EndUserOf = createParamDecorator(
  (_: unknown, context: ExecutionContext): EndUser | undefined => requestOf(context).endUser,
);

/** The partner this request is about. */
export const Tenant = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { tenantId } = requestOf(context);
  if (!tenantId) throw new Error('this route has no tenant');
  return tenantId;
});

/** The person who calls a route of their own account. */
export const SeatOf = createParamDecorator((_: unknown, context: ExecutionContext): PersonSeat => {
  const { caller } = requestOf(context);
  if (!caller?.seat) throw new Error('only a route with @OwnAccount has a seat');
  return caller.seat;
});
