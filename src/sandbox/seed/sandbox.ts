import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { SimulatorAddress } from '../../partners/index.js';
import { localSecrets, saveLocalSecrets } from '../../platform/config/local-secrets.js';
import { Settings } from '../../platform/config/settings.js';
import {
  DEMO_SLUG,
  DEMO_WELLHUB_GYM_ID,
  DemoPartner,
  type DemoCredentials,
} from './demo-partner.js';
import { DemoOwner } from './demo-owner.js';
import { SeedLock } from './seed-lock.js';
import { createSimulator, type Simulator, type SimulatorOptions } from '../../simulator/index.js';

/** Everything that is needed to try the main job by hand. */
export interface SandboxReport {
  readonly credentials: DemoCredentials;
  readonly simulatorUrl: string;
  /** What the simulated Control iD device calls. */
  readonly turnstileAddress: string | undefined;
  /** Until the owner of the demo has accepted the invitation. */
  readonly ownerLink?: string | undefined;
}

/** Loopback only, whatever the service listens on: the simulator has no authentication. */
const LOOPBACK = '127.0.0.1';

/** Wellhub on your laptop: the demo partner, and a simulator that knows it. */
@Injectable()
export class Sandbox implements BeforeApplicationShutdown {
  private readonly logger = new Logger('sandbox');
  private simulator: Simulator | undefined;
  private started: SandboxReport | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly demo: DemoPartner,
    private readonly owner: DemoOwner,
    private readonly address: SimulatorAddress,
    private readonly lock: SeedLock,
  ) {}

  /** @param serviceUrl where this service listens, as the simulator reaches it */
  start(serviceUrl: string): Promise<SandboxReport> {
    return this.lock.run(() => this.seedAndStart(serviceUrl));
  }

  /** The token of the demo partner's door, which the kiosk fills in; undefined for any other partner. */
  doorTokenOf(slug: string): string | undefined {
    return slug === DEMO_SLUG ? this.started?.credentials.deviceToken : undefined;
  }

  /** Undefined until it has started. An invitation that was accepted is none. */
  async current(): Promise<SandboxReport | undefined> {
    const { started } = this;
    if (!started?.ownerLink) return started;
    const hasOwner = await this.owner.isThere(started.credentials.partnerId);
    return hasOwner ? { ...started, ownerLink: undefined } : started;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.simulator?.close();
  }

  private async seedAndStart(serviceUrl: string): Promise<SandboxReport> {
    const { dataDir, operatorApiKey, isOperatorKeyMade } = this.settings;
    const secrets = localSecrets(dataDir, () => (isOperatorKeyMade ? operatorApiKey : undefined));
    const saved = secrets.sandbox as (DemoCredentials & { ownerLink?: string }) | undefined;
    const credentials = await this.demo.ensure(saved);
    const ownerLink = await this.owner.invitation(credentials.partnerId, saved?.ownerLink);
    const simulatorUrl = await this.startSimulator(serviceUrl, credentials);
    const turnstilePath = await this.demo.turnstilePath(credentials);
    const turnstileAddress = turnstilePath && `${serviceUrl}${turnstilePath}`;
    this.simulator?.device.configure({ address: turnstileAddress });
    if (!isOperatorKeyMade && secrets.operatorApiKey === operatorApiKey)
      delete secrets.operatorApiKey;
    const made = {
      ...credentials,
      serviceUrl,
      simulatorUrl,
      ...(ownerLink !== undefined && { ownerLink }),
    };
    saveLocalSecrets(dataDir, { ...secrets, sandbox: made });
    this.started = { credentials, simulatorUrl, turnstileAddress, ownerLink };
    return this.started;
  }

  private async startSimulator(baseUrl: string, credentials: DemoCredentials): Promise<string> {
    if (this.settings.wellhubSimulatorUrl) return this.settings.wellhubSimulatorUrl;
    const options = {
      host: LOOPBACK,
      validateToken: credentials.simulatorToken,
      target: {
        baseUrl,
        apiKey: credentials.wellhubKey,
        hook: credentials.hook,
        webhookSecret: credentials.webhookSecret,
        wellhubGymId: DEMO_WELLHUB_GYM_ID,
      },
    };
    this.simulator = await this.listen(options);
    const { port } = new URL(this.simulator.url);
    const url = `http://localhost:${port}`;
    this.address.offer(this.simulator.url);
    return url;
  }

  /** The port after ours, so that it is easy to find; any free one when that is taken. */
  private async listen(options: Omit<SimulatorOptions, 'port'>): Promise<Simulator> {
    const port = this.settings.port === 0 ? 0 : this.settings.port + 1;
    try {
      return await createSimulator({ ...options, port });
    } catch (error) {
      this.logger.warn(`port ${port} is taken; the simulator takes another one (${String(error)})`);
      return createSimulator({ ...options, port: 0 });
    }
  }
}
