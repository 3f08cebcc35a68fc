import { performance } from 'node:perf_hooks';
import { sha256Text } from '../platform/crypto/hashing.js';
import type { JsonOutcome } from '../platform/http-client/json-client.js';
import { Breaker, type BreakerState, type BreakerVerdict } from './breaker.js';

/** Who calls what: a partner, with one of its tokens. */
export interface CallTarget {
  readonly baseUrl: string;
  readonly partnerId: string;
  readonly token: string;
}

/** What a breaker guards: without a partner, whether the host takes connections at all. */
export interface Guarded {
  readonly baseUrl: string;
  readonly partnerId?: string;
}

export type OnBreakerChange = (guarded: Guarded, state: BreakerState, before: BreakerState) => void;

type Owner = Omit<CallTarget, 'token'>;

interface TokenBreaker {
  readonly owner: Owner;
  readonly breaker: Breaker;
  usedAt: number;
}

/** What is remembered about a token: for so long after its last call, and of so many tokens. */
const UNUSED_MS = 600_000;
const MOST_TOKENS = 10_000;
const SEVERITY: readonly BreakerState[] = ['open', 'half-open', 'closed'];

/**
 * One breaker per host, for connections that cannot be made, and one per partner and token, for calls that get no
 * answer: failures of one partner's token do not affect other partners (ADR 0020).
 */
export class Breakers {
  private readonly hosts = new Map<string, Breaker>();
  /** Those that were used last are last. */
  private readonly tokens = new Map<string, TokenBreaker>();

  constructor(
    private readonly onChange: OnBreakerChange = () => undefined,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** @returns undefined when the call was not made. @param always goes through in any state */
  async run(
    caller: CallTarget,
    send: (onConnect: () => void) => Promise<JsonOutcome>,
    always = false,
  ): Promise<JsonOutcome | undefined> {
    const token = this.ofToken(caller);
    return this.ofHost(caller.baseUrl).run({
      call: (connected) => token.run({ call: () => send(connected), judge: judgeToken, always }),
      judge: judgeHost,
      always,
    });
  }

  /** The worst that a call of this partner may meet. */
  stateOf({ baseUrl, partnerId }: Owner): BreakerState {
    const states = [this.ofHost(baseUrl).state];
    for (const { owner, breaker } of this.remembered())
      if (owner.partnerId === partnerId && owner.baseUrl === baseUrl) states.push(breaker.state);
    return SEVERITY.find((state) => states.includes(state)) ?? 'closed';
  }

  /** Of every host that was called. */
  hostStates(): [baseUrl: string, state: BreakerState][] {
    return [...this.hosts].map(([baseUrl, { state }]) => [baseUrl, state]);
  }

  /** How many tokens of this host get no answer at present. */
  silentTokens(baseUrl: string): number {
    return this.remembered().filter(
      ({ owner, breaker }) => owner.baseUrl === baseUrl && breaker.state !== 'closed',
    ).length;
  }

  private ofHost(baseUrl: string): Breaker {
    const known = this.hosts.get(baseUrl);
    if (known) return known;
    const made = this.newBreaker({ baseUrl });
    this.hosts.set(baseUrl, made);
    return made;
  }

  private ofToken({ baseUrl, partnerId, token }: CallTarget): Breaker {
    this.forgetUnused(MOST_TOKENS - 1);
    const key = sha256Text(JSON.stringify([baseUrl, partnerId, token]));
    const entry = this.tokens.get(key) ?? this.newToken({ baseUrl, partnerId });
    entry.usedAt = this.now();
    this.tokens.delete(key);
    this.tokens.set(key, entry);
    return entry.breaker;
  }

  private newToken(owner: Owner): TokenBreaker {
    return { owner, breaker: this.newBreaker(owner), usedAt: this.now() };
  }

  private newBreaker(guarded: Guarded): Breaker {
    return new Breaker((state, before) => this.onChange(guarded, state, before), this.now);
  }

  private forgetUnused(most = MOST_TOKENS): void {
    for (const [key, { usedAt }] of this.tokens) {
      if (this.tokens.size <= most && usedAt + UNUSED_MS > this.now()) return;
      this.tokens.delete(key);
    }
  }

  private remembered(): TokenBreaker[] {
    this.forgetUnused();
    return [...this.tokens.values()];
  }
}

/** An answer, or a connection that the call reports as made, proves that the host is there. */
function judgeHost(outcome: JsonOutcome | undefined): BreakerVerdict {
  if (outcome?.received) return 'good';
  return outcome && 'connected' in outcome && !outcome.connected ? 'failed' : undefined;
}

/** Whatever Wellhub decides is an answer, also 401 or 429; an error of a gateway in front of it is none. */
function judgeToken(outcome: JsonOutcome): BreakerVerdict {
  if (outcome.received) return outcome.response.status < 500 ? 'good' : 'failed';
  return 'connected' in outcome && outcome.connected ? 'failed' : undefined;
}
