import { setTimeout as sleep } from 'node:timers/promises';
import type { ConformanceReport, Waits } from '../../src/conformance/index.js';
import {
  runConformance,
  partnerUnderTest,
  selectedChecks,
  WAITS,
} from '../../src/conformance/kit/kit.js';
import { JoinWorld } from '../support/joining.js';
import { freePort } from '../support/replica.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

const TOKEN = 'simulator-token';

/** The partner's own software: it reserves whatever is requested. */
async function decideBookings({ admin, gymId }: World, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const path = `/admin/v1/gyms/${gymId}/bookings?state=REQUESTED`;
    const { body } = await admin.get(path);
    for (const { id } of body.items)
      await admin.post(`/admin/v1/bookings/${id}/decision`, { status: 'RESERVED', totalBooked: 1 });
    await sleep(100);
  }
}

interface Played {
  readonly only?: readonly string[];
  readonly slow?: boolean;
  readonly multiOffer?: boolean;
  readonly waits?: Partial<Waits>;
}

/** A Gatehouse that takes the kit for Wellhub. */
export class GatehouseUnderTest {
  private constructor(
    readonly app: TestApp,
    private readonly port: number,
  ) {}

  static async open(): Promise<GatehouseUnderTest> {
    const [port, own] = [await freePort(), await freePort()];
    const publicUrl = `http://127.0.0.1:${own}`;
    const wellhubSimulatorUrl = `http://127.0.0.1:${port}`;
    return new GatehouseUnderTest(
      await startApp({ port: own, publicUrl, wellhubSimulatorUrl }),
      port,
    );
  }

  /** Plays Wellhub against a partner of its own. */
  async play({ only = [], waits, ...options }: Played = {}) {
    const world = await givenAPartner(this.app, {
      partner: { multiOffer: options.multiOffer === true },
      gym: { validationMode: 'AUTOMATIC' },
    });
    const { key } = await world.keyed(['WELLHUB_REGISTRATION']);
    const joins = await JoinWorld.open(this.app, world);
    const { gpwId } = await joins.givenAMember(undefined, undefined, { user_status: '1' });
    const stop = new AbortController();
    const deciding = decideBookings(world, stop.signal);
    const secret = world.webhookSecret;
    const hook = world.hookPath.split('/')[2] ?? '';
    const partner = partnerUnderTest({
      target: this.app.api.origin,
      key,
      secret,
      hook,
      gym: world.wellhubGymId,
      listen: `127.0.0.1:${this.port}`,
      validateToken: TOKEN,
      existingUser: gpwId,
      decideWithin: '10',
      ...options,
    });
    const report: ConformanceReport = await runConformance(
      { ...partner, waits: { ...WAITS, ...partner.waits, ...waits } },
      selectedChecks(only),
    );
    stop.abort();
    await deciding;
    return { report, key, secret, hook };
  }

  close = () => this.app.close();
}
