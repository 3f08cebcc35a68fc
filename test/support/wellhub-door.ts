import { createSimulator, type Simulator } from '../../src/simulator/server/simulator.js';
import { givenADoor, type GateWorld } from './gate-world.js';
import { startApp, type TestApp } from './test-app.js';
import type { WorldOptions } from './world.js';

/** A door whose gym speaks to a simulated Wellhub over real HTTP. */
export interface WellhubDoor {
  readonly app: TestApp;
  readonly simulator: Simulator;
  readonly world: GateWorld;
  /** A person whom Wellhub knows and who is our customer, without a contract. */
  wellhubCustomer(wellhubId: string): Promise<number>;
  /** The states of a customer's check-ins, oldest first. */
  states(customerId: number): Promise<string[]>;
  close(): Promise<void>;
}

export async function givenAWellhubDoor(
  options: WorldOptions = {},
  settings: Parameters<typeof startApp>[0] = {},
): Promise<WellhubDoor> {
  const simulator = await createSimulator({
    port: 0,
    host: '127.0.0.1',
    validateToken: 'simulator-token',
  });
  // A quick machine makes more calls about the one gym of a file than W-58 allows in a second.
  const app = await startApp({
    wellhubSimulatorUrl: simulator.url,
    wellhubCallsPerGym: 1_000,
    ...settings,
  });
  const world = await givenADoor(app, {
    ...options,
    gym: { validationMode: 'GATE', ...options.gym },
  });
  const { key } = await world.keyed(['WELLHUB_REGISTRATION']);
  simulator.setTarget({
    baseUrl: app.api.origin,
    apiKey: key,
    hook: world.hookPath.split('/')[2] ?? '',
    webhookSecret: world.webhookSecret,
    wellhubGymId: world.wellhubGymId,
  });
  return {
    app,
    simulator,
    world,
    wellhubCustomer: (gympassId) => world.customer({ gympassId, origin: 'WELLHUB' }),
    states: async (customerId) => {
      const rows = await app.sql<{ state: string }>(
        'select state from check_ins where customer_id = $1 order by created_at',
        [customerId],
      );
      return rows.map(({ state }) => state);
    },
    close: async () => {
      await app.close();
      await simulator.close();
    },
  };
}
