import type { AddressInfo } from 'node:net';
import { buildServer } from './server.js';
import type { SeenRequest } from '../http/seen-request.js';
import { SimulatedDevice } from '../device/simulated-device.js';
import { SimulatedWellhub } from '../wellhub/simulated-wellhub.js';
import type { Target } from '../partner/target.js';

export interface SimulatorOptions {
  /** 0 takes a free port. */
  readonly port: number;
  readonly host: string;
  /** May also come later: `setTarget`, `PUT /control/target`. */
  readonly target?: Target;
  /** The bearer token that `validate` expects. */
  readonly validateToken: string;
  /** false: only what the real Wellhub serves. */
  readonly withControl?: boolean;
  /** Takes every request as it arrives. */
  readonly onRequest?: (request: SeenRequest) => void;
}

/** A running simulator: its address, its end, and everything the control API can do. */
export type Simulator = SimulatedWellhub & {
  readonly url: string;
  readonly device: SimulatedDevice;
  close(): Promise<void>;
};

/** Starts a stand-alone Wellhub and a Control iD device. They use only HTTP to reach the software under test. */
export async function createSimulator(options: SimulatorOptions): Promise<Simulator> {
  const wellhub = new SimulatedWellhub(options.validateToken, options.target);
  const device = new SimulatedDevice();
  const app = buildServer({ wellhub, device }, options);
  await app.listen({ port: options.port, host: options.host });
  const { port } = app.server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return Object.assign(wellhub, {
    url: `http://${host}:${port}`,
    device,
    close: async () => {
      device.close();
      await app.close();
    },
  });
}
