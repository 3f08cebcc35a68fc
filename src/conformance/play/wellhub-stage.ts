import { setTimeout as sleep } from 'node:timers/promises';
import { createSimulator, SimulatedWellhub, type SeenRequest } from '../../simulator/index.js';
import type { PartnerUnderTest } from '../partner/partner-under-test.js';
import { WrongUse } from '../partner/wrong-use.js';

const POLL_MS = 20;
const VALIDATE = '/access/v1/validate';

/** Wellhub's side: its ledger, and, when it listens, its API with every request that came. */
export class WellhubStage {
  /** A token that was so long in coming that it is used again. */
  slowToken = '';

  private constructor(
    readonly wellhub: SimulatedWellhub,
    readonly requests: readonly SeenRequest[],
    readonly url: string | undefined,
    readonly close: () => Promise<void>,
  ) {}

  static async open(partner: PartnerUnderTest): Promise<WellhubStage> {
    const target = {
      baseUrl: partner.urls.checkIn,
      apiKey: partner.key,
      hook: '',
      webhookSecret: partner.secret ?? '',
      wellhubGymId: partner.gymId,
    };
    const { validateToken, listen } = partner;
    if (listen === undefined) {
      const wellhub = new SimulatedWellhub(validateToken, target);
      return new WellhubStage(wellhub, [], undefined, async () => undefined);
    }
    const requests: SeenRequest[] = [];
    const onRequest = (request: SeenRequest) => void requests.push(request);
    const options = { ...listen, target, validateToken, withControl: false, onRequest };
    const simulator = await createSimulator(options).catch((error: unknown) => {
      throw new WrongUse(`--listen ${listen.host}:${listen.port}: ${String(error)}`);
    });
    return new WellhubStage(simulator, requests, simulator.url, () => simulator.close());
  }

  /** Calls of `validate` about a person, also with an id whose leading zeros were lost. */
  validateCalls(wellhubId: string): readonly SeenRequest[] {
    return this.requests.filter(
      ({ url, body }) => url.split('?')[0] === VALIDATE && isAbout(body, wellhubId),
    );
  }

  /** Waits until a condition on what came holds. @returns whether it did in time */
  async until(condition: () => boolean, withinMs: number): Promise<boolean> {
    const end = performance.now() + withinMs;
    while (!condition()) {
      if (performance.now() >= end) return false;
      await sleep(POLL_MS);
    }
    return true;
  }
}

function isAbout(body: unknown, wellhubId: string): boolean {
  const id: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'gympass_id') : undefined;
  if (typeof id !== 'string' && typeof id !== 'number') return false;
  return withoutZeros(String(id)) === withoutZeros(wellhubId);
}

const withoutZeros = (id: string): string => id.trim().replace(/^0+/, '');
