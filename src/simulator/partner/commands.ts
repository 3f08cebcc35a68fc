import { Input } from '../http/input.js';
import { ANSWERS, type PlannedAnswer } from '../http/planned-answers.js';
import type { Target } from './target.js';
import { WELLHUB_ID } from '../../wellhub-wire/index.js';

/** What the person's phone does: check in at the gym. */
export interface CheckInCommand {
  readonly wellhubId: string;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly productId?: number | undefined;
  readonly productDescription?: string | undefined;
  /** As sent on the wire; default now, in seconds. */
  readonly timestamp?: number | undefined;
  /** As sent on the wire, in seconds; a booked check-in has one by default. */
  readonly expiresAt?: number | undefined;
  /** How long the simulator itself takes the check-in for valid; default until `expiresAt`, else 20. */
  readonly expiresInMinutes?: number | undefined;
  /** With a number the event is `checkin-booking-occurred`. */
  readonly bookingNumber?: string | undefined;
  /** `false` = the webhook is lost. */
  readonly deliver?: boolean | undefined;
  /** How many times the same webhook is sent in parallel; default 1. */
  readonly deliveries?: number | undefined;
  /** Instead of the target's, for a second gym or partner. */
  readonly gymId?: string | undefined;
  readonly hook?: string | undefined;
  readonly webhookSecret?: string | undefined;
}

/** Any signed body, for events without a command. */
export interface RawCommand {
  /** Text is sent as it is, anything else as JSON. */
  readonly body: unknown;
  /** Default: the webhook URL of the target's hook. */
  readonly path?: string | undefined;
  readonly contentType?: string | undefined;
  readonly webhookSecret?: string | undefined;
  /** Sent instead of the right one; an empty text sends none. */
  readonly signature?: string | undefined;
}

/** The person chooses the gym in the Wellhub app. */
export interface RegisterCommand {
  readonly gpwId: string;
  readonly email?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly origin?: string | undefined;
  readonly userStatus?: string | undefined;
  readonly countryCode?: string | undefined;
  /** Instead of the target's, for a second partner. */
  readonly apiKey?: string | undefined;
}

const API_KEY = /^[\x21-\x7e]{1,500}$/;
const GYM_ID = /^\d{1,15}$/;
const HOOK = /^[\w-]{22}$/;
const LATEST = Number.MAX_SAFE_INTEGER;

export function readTarget(body: unknown): Partial<Target> {
  const input = new Input(body);
  const target = {
    baseUrl: input.text('baseUrl', /^https?:\/\/[^\s/]+(?:\/\S*)?$/),
    apiKey: input.text('apiKey', API_KEY),
    registrationPath: input.text('registrationPath', /^\/[\w/-]{0,100}$/),
    hook: input.text('hook', HOOK),
    webhookSecret: input.text('webhookSecret'),
    wellhubGymId: input.text('wellhubGymId', GYM_ID),
  };
  input.end();
  return Object.fromEntries(Object.entries(target).filter(([, value]) => value !== undefined));
}

export function readCheckIn(body: unknown): CheckInCommand {
  const input = new Input(body);
  const command: CheckInCommand = {
    wellhubId: input.requiredText('wellhubId', WELLHUB_ID),
    firstName: input.text('firstName'),
    lastName: input.text('lastName'),
    email: input.text('email'),
    phone: input.text('phone'),
    productId: input.integer('productId', 0, LATEST),
    productDescription: input.text('productDescription'),
    timestamp: input.number('timestamp', -LATEST, LATEST),
    expiresAt: input.number('expiresAt', -LATEST, LATEST),
    expiresInMinutes: input.number('expiresInMinutes', -100_000, 100_000),
    bookingNumber: input.text('bookingNumber', /^\S{1,100}$/),
    deliver: input.flag('deliver'),
    deliveries: input.integer('deliveries', 1, 50),
    gymId: input.text('gymId', GYM_ID),
    hook: input.text('hook', HOOK),
    webhookSecret: input.text('webhookSecret'),
  };
  input.end();
  return command;
}

export function readRaw(body: unknown): RawCommand {
  const input = new Input(body);
  const command: RawCommand = {
    body: input.any('body') ?? '',
    path: input.text('path', /^\/[\x21-\x7e]{0,500}$/),
    contentType: input.text('contentType', /^[\x20-\x7e]{0,200}$/),
    webhookSecret: input.text('webhookSecret'),
    signature: input.text('signature', /^[\x20-\x7e]{0,500}$/),
  };
  input.end();
  return command;
}

export function readRegister(body: unknown): RegisterCommand {
  const input = new Input(body);
  const command: RegisterCommand = {
    gpwId: input.requiredText('gpwId'),
    email: input.text('email'),
    firstName: input.text('firstName'),
    lastName: input.text('lastName'),
    origin: input.text('origin'),
    userStatus: input.text('userStatus'),
    countryCode: input.text('countryCode'),
    apiKey: input.text('apiKey', API_KEY),
  };
  input.end();
  return command;
}

export function readValidatePlan(body: unknown): PlannedAnswer {
  const input = new Input(body);
  const plan: PlannedAnswer = {
    wellhubId: input.requiredText('wellhubId', /^(?:\*|\d{1,20})$/),
    answer: input.requiredOneOf('answer', ANSWERS),
    status: input.integer('status', 200, 599),
    delayMs: input.number('delayMs', 0, 120_000),
    retryAfter: input.integer('retryAfter', 0, 86_400),
    times: input.integer('times', 1, 1_000_000),
  };
  input.end();
  return plan;
}

/** Names a person's check-ins: of one gym, or of all. */
export function readPerson(body: unknown): { wellhubId: string } {
  const input = new Input(body);
  const person = { wellhubId: input.requiredText('wellhubId', WELLHUB_ID) };
  input.end();
  return person;
}
