import type { VNode } from 'preact';
import { Json, ReadingPage, Table } from './docs-layout.js';
import {
  BOOKED_CHECK_IN,
  BOOKING,
  CANCELLATION,
  CHANGE,
  CHECK_IN,
  REGISTRATION,
} from './wellhub-examples.js';
import { ERRORS, EVENTS, REGISTRATION_FIELDS, STATUS_FIELDS, urls } from './wellhub-facts.js';

const FIELDS = ['Field', 'Type', 'Presence', 'Rule'];

/** `wellhub.md` sections 2 to 4, as the other side needs them. Holds nothing of any partner. */
export const wellhubPage = (origin: string): VNode => (
  <ReadingPage title="For Wellhub">
    <p class="lead">
      What a partner hands to Wellhub: addresses, payloads and errors of the partner side of the
      integration.
    </p>
    <Addresses origin={origin} />
    <Registration />
    <UserStatus />
    <Webhooks />
    <h2 id="errors">Errors</h2>
    <p>
      JSON, never a redirect, never HTML. <code>request_id</code> equals the header{' '}
      <code>X-Request-Id</code>.
    </p>
    <Json
      value={{
        message: "Missing 'gympass_user_id'",
        code: 'gympass_user_id_required',
        request_id: '01JD8QZ6T3W4M0N5',
      }}
    />
    <Table of="Errors" head={['Status', 'Code', 'Where']} rows={codes(ERRORS, 1)} />
  </ReadingPage>
);

const Addresses = ({ origin }: { readonly origin: string }): VNode => (
  <>
    <h2 id="urls">Addresses</h2>
    <Table of="Addresses" head={['Kind', 'Verb', 'URL']} rows={codes(urls(origin), 2)} />
    <p>
      <code>{'{hook}'}</code> is 22 characters that name the partner (or one gym) and the
      environment: one for production, one for test. The partner finds its complete addresses under{' '}
      <code>urls</code> of <code>{'GET /admin/v1/partners/{partnerId}/wellhub'}</code>, those of a
      gym with a secret of its own under <code>{'GET /admin/v1/gyms/{gymId}'}</code>. Apart from the
      addresses the partner hands over an API key with the scope <code>WELLHUB_REGISTRATION</code>,
      and the secret that signs webhooks: one of each for production and for tests. A key of one is
      refused at the addresses of the other.
    </p>
    <p>
      Every answer leaves within 1 s, registration within 3 s. Idle connections stay open for longer
      than 300 s.
    </p>
  </>
);

const Registration = (): VNode => (
  <>
    <h2 id="token">Token</h2>
    <p>
      <code>GET /wellhub/token</code> with the header <code>X-Api-Key</code>. The token opens the
      registration for an hour; <code>expires_at</code> is Unix time in seconds.
    </p>
    <Json value={{ access_token: 'eyJhbGciO…', token_type: 'Bearer', expires_at: 1_571_536_335 }} />
    <h2 id="registration">Registration</h2>
    <p>
      <code>POST /wellhub/users</code> with <code>Authorization: Bearer …</code>. Unknown fields are
      ignored.
    </p>
    <Table of="Fields of a registration" head={FIELDS} rows={codes(REGISTRATION_FIELDS, 0)} />
    <Json value={REGISTRATION} />
    <p>
      The answer is 200 with one field, the page to open. It carries nothing personal and works
      once, for half an hour.
    </p>
    <Json value={{ redirect_link: 'https://join.fit-example.com/wellhub?token=q7J0…Zk' }} />
  </>
);

const UserStatus = (): VNode => (
  <>
    <h2 id="user-status">User status</h2>
    <p>
      <code>users/cancel</code> when a user left, <code>users/change</code> when one came back or
      changed plan. Signed like webhooks. Answer: <code>{'{"received": true}'}</code>.
    </p>
    <Table of="Fields of a status" head={FIELDS} rows={codes(STATUS_FIELDS, 0)} />
    <Json value={CANCELLATION} />
    <Json value={CHANGE} />
  </>
);

const Webhooks = (): VNode => (
  <>
    <h2 id="webhooks">Webhooks</h2>
    <p>
      Header <code>X-Gympass-Signature</code>: HMAC-SHA1 of the raw body under the webhook secret,
      40 hexadecimal digits in either case, with or without <code>0x</code>. The answer is{' '}
      <code>{'{"received": true}'}</code> once the event is stored; a repeat of an event has no
      second effect. Types are read without case, with <code>.</code> and <code>_</code> as{' '}
      <code>-</code>.
    </p>
    <Table of="Events" head={['Type', 'Means', 'Gym']} rows={codes(EVENTS, 0, 2)} />
    <h3>checkin</h3>
    <Json value={CHECK_IN} />
    <h3>checkin-booking-occurred</h3>
    <Json value={BOOKED_CHECK_IN} />
    <h3>booking-requested</h3>
    <Json value={BOOKING} />
  </>
);

/** The cells of these columns are code. */
const codes = (rows: readonly (readonly string[])[], ...columns: number[]) =>
  rows.map((cells) =>
    cells.map((cell, column) => (columns.includes(column) ? <code>{cell}</code> : cell)),
  );
