import { Injectable } from '@nestjs/common';
import { ApiKeys } from '../../partner-auth/index.js';
import {
  Gyms,
  Partners,
  WellhubConnections,
  type Gym,
  type Partner,
} from '../../partners/index.js';
import type { Caller, Scope } from '../../platform/http/declarations.js';
import { randomToken } from '../../platform/crypto/hashing.js';
import { DemoDoors } from './demo-doors.js';

/** Clear credentials of the demo partner: made once, kept in `DATA_DIR/secrets.json`, shown at each start. */
export interface DemoCredentials {
  readonly partnerId: string;
  readonly gymId: string;
  readonly adminKey: string;
  readonly appKey: string;
  readonly wellhubKey: string;
  readonly deviceToken: string;
  readonly webhookSecret: string;
  readonly hook: string;
  readonly simulatorToken: string;
}

export const DEMO_SLUG = 'demo';
export const DEMO_WELLHUB_GYM_ID = '1042';

const OPERATOR: Caller = {
  keyId: 'sandbox',
  lineage: 'sandbox',
  name: 'sandbox',
  scopes: ['OPERATOR'],
};

/** A demo gym, created by the same services that the admin API uses. */
@Injectable()
export class DemoPartner {
  constructor(
    private readonly partners: Partners,
    private readonly gyms: Gyms,
    private readonly connections: WellhubConnections,
    private readonly keys: ApiKeys,
    private readonly doors: DemoDoors,
  ) {}

  /** The saved credentials when they still fit this database, else a fresh set. */
  async ensure(saved: DemoCredentials | undefined): Promise<DemoCredentials> {
    const found = await this.partners.findBySlug(DEMO_SLUG);
    if (found && saved?.partnerId === found.id) return saved;
    const partner = found ?? (await this.createPartner());
    const gym =
      (await this.gyms.findByWellhubId(partner.id, DEMO_WELLHUB_GYM_ID)) ??
      (await this.createGym(partner));
    return this.credentials(partner, gym);
  }

  /** Of the Control iD device at its gym. */
  turnstilePath({ partnerId, gymId }: DemoCredentials): Promise<string | undefined> {
    return this.doors.turnstilePath(partnerId, Number(gymId));
  }

  private createPartner(): Promise<Partner> {
    return this.partners.create({
      name: 'Demo Fitness',
      slug: DEMO_SLUG,
      timeZone: 'America/Sao_Paulo',
      locale: 'pt',
      supportEmail: 'desk@demo.example',
    });
  }

  private createGym(partner: Partner): Promise<Gym> {
    return this.gyms.create(partner.id, { name: 'Fit Centro', wellhubGymId: DEMO_WELLHUB_GYM_ID });
  }

  private async credentials(partner: Partner, gym: Gym): Promise<DemoCredentials> {
    const webhookSecret = randomToken(24);
    const simulatorToken = randomToken(24);
    await this.connections.put(partner.id, {
      environment: 'simulator',
      accessToken: simulatorToken,
      eventsApiToken: simulatorToken,
      webhookSecret,
    });
    const key = async (name: string, ...scopes: Scope[]) =>
      (await this.keys.create(partner.id, { name, scopes }, OPERATOR)).key;
    return {
      partnerId: partner.id,
      gymId: String(gym.id),
      adminKey: await key('Demo administrator', 'PARTNER_ADMIN'),
      appKey: await key('Demo member app', 'CUSTOMER_READ', 'CHECKIN_READ', 'STUDIO_READ'),
      wellhubKey: await key('Demo key for Wellhub', 'WELLHUB_REGISTRATION'),
      deviceToken: await this.doors.makeMainDoor(partner.id, gym.id),
      webhookSecret,
      hook: partner.hookTest,
      simulatorToken,
    };
  }
}
