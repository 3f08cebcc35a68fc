import { Injectable } from '@nestjs/common';
import { DeviceAdministration, DeviceSecrets } from '../../control-id/index.js';
import { Devices } from '../../gate/index.js';
import { GymErrors } from '../../partners/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';

const TURNSTILE = { name: 'Catraca', direction: 'IN', vendor: 'CONTROL_ID' } as const;

/** The doors of the demo gym: one for software of any kind, and a Control iD turnstile that the simulator plays. */
@Injectable()
export class DemoDoors {
  constructor(
    private readonly devices: Devices,
    private readonly administration: DeviceAdministration,
    private readonly secrets: DeviceSecrets,
  ) {}

  /** @returns its token */
  async makeMainDoor(partnerId: string, gymId: number): Promise<string> {
    const door = { name: 'Main door', direction: 'IN' } as const;
    const { id } = await this.devices.create({ partnerId, gymId }, door);
    return this.devices.activate(partnerId, id);
  }

  /** What the turnstile calls, with the secret that it has by now; undefined when the gym has been deleted. */
  async turnstilePath(partnerId: string, gymId: number): Promise<string | undefined> {
    const devices = await this.administration.list(partnerId, { gymId });
    const found = devices.find(({ vendor }) => vendor === 'CONTROL_ID');
    const device = found ?? (await this.makeTurnstile(partnerId, gymId));
    return device && `/cid/${await this.secrets.read({ partnerId, id: device.id })}`;
  }

  private async makeTurnstile(partnerId: string, gymId: number) {
    try {
      return await this.administration.create(partnerId, gymId, TURNSTILE);
    } catch (error) {
      if (error instanceof DomainError && error.is(GymErrors.notFound)) return undefined;
      throw error;
    }
  }
}
