import { describe, expect, it } from '@jest/globals';
import { credentialsStatusOf } from './credentials-status.js';
import { readPatchAnswer } from './patch-answer.js';
import { readValidateAnswer } from './validate-answer.js';

const received = (status: number) =>
  ({ received: true, response: { status, headers: {}, body: '' } }) as const;

describe.each([
  ['validate', readValidateAnswer],
  ['the booking API', readPatchAnswer],
])('the state of the credentials that an answer of %s shows', (_, read) => {
  it('W-48 is refused after 401 and 403', () => {
    expect(credentialsStatusOf(read(received(401)))).toEqual({
      credentials: 'refused',
      status: 401,
    });
    expect(credentialsStatusOf(read(received(403)))).toMatchObject({ credentials: 'refused' });
  });

  it('W-48 is refused when no call could be made with them', () => {
    const unsendable = read({ received: false, cause: 'unsendable' });
    expect(credentialsStatusOf(unsendable)).toEqual({ credentials: 'refused' });
  });

  it('W-48 is unknown while Wellhub does not answer, is busy or not called', () => {
    const timeout = { cause: 'timeout', status: undefined, connected: true } as const;
    const answers = [
      read(received(429)),
      read(received(503)),
      read({ received: false, ...timeout }),
      read({ received: false, cause: 'breaker' }),
    ];
    expect(answers.map((answer) => credentialsStatusOf(answer).credentials)).toEqual(
      Array(4).fill('unknown'),
    );
  });

  it('W-48 is good after any answer about the content of the call', () => {
    expect(credentialsStatusOf(read(received(200)))).toEqual({ credentials: 'good' });
  });
});

it('W-48 passes on the fault of credentials that no call could be made with', () => {
  const unreadable = { detail: 'does not decrypt', isUnreadable: true };
  const answer = { kind: 'credentials-refused', ...unreadable } as const;
  expect(credentialsStatusOf(answer)).toEqual({ credentials: 'refused', ...unreadable });
});
