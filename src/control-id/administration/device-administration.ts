import { Injectable } from '@nestjs/common';
import { Devices, type Alongside, type Device, type DevicePage } from '../../gate/index.js';
import { rememberBefore } from '../../platform/audit/changes.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import type { EntityTags } from '../../platform/http/entity-tags.js';
import { DeviceSecrets } from '../address/device-secrets.js';
import { Contacts } from '../contact/contacts.js';
import { changedSettings, type SettingsChange } from '../device-settings/change-settings.js';
import { completed, type ControlIdSettings } from '../device-settings/control-id-settings.js';
import { DeviceSettingsRepository } from '../device-settings/device-settings.repository.js';
import { ControlIdErrors } from './control-id.errors.js';
import { DeviceDto, type ChangeDeviceDto, type CreateDeviceDto } from './device.dto.js';

/** Devices with the settings of their vendor, as they are made, changed and shown. */
@Injectable()
export class DeviceAdministration {
  constructor(
    private readonly devices: Devices,
    private readonly settings: DeviceSettingsRepository,
    private readonly secrets: DeviceSecrets,
    private readonly contacts: Contacts,
  ) {}

  /** @throws gym.not-found, request.invalid */
  async create(partnerId: string, gymId: number, body: CreateDeviceDto): Promise<DeviceDto> {
    const { controlId, ...values } = body;
    const isOurs = values.vendor === 'CONTROL_ID';
    if (!isOurs) refuseSettings(controlId);
    const alongside: Alongside = async (tx, row) => {
      await this.settings.insert(tx, row, changedSettings({}, controlId));
      await this.secrets.make(tx, row);
    };
    const row = await this.devices.create(
      { partnerId, gymId },
      values,
      isOurs ? alongside : undefined,
    );
    const [shown] = await this.shown([row]);
    return shown as DeviceDto;
  }

  /** @throws device.not-found, device.vendor-fixed, request.invalid, if-match.changed */
  async change(
    { partnerId, id }: Device,
    body: ChangeDeviceDto,
    tags: EntityTags,
  ): Promise<DeviceDto> {
    const { vendor, controlId, ...values } = body;
    const check: Alongside = async (tx, present) => {
      const chosen = (await this.settings.of(partnerId, [id], tx)).get(id);
      tags.check(changeable(present, chosen && completed(chosen)));
      if (vendor !== undefined && vendor !== present.vendor)
        throw new DomainError(ControlIdErrors.vendorFixed);
      if (!chosen) return refuseSettings(controlId);
      rememberBefore({ ...present, controlId: completed(chosen) });
      if (controlId !== undefined)
        await this.settings.change(tx, present, changedSettings(chosen, controlId));
    };
    const row = await this.devices.change(partnerId, { ...values, id }, check);
    return this.tagged(row, tags);
  }

  async tagged(row: Device, tags: EntityTags): Promise<DeviceDto> {
    const [shown] = await this.shown([row]);
    tags.add(changeable(row, shown?.controlId));
    return shown as DeviceDto;
  }

  async list(partnerId: string, page: DevicePage): Promise<DeviceDto[]> {
    return this.shown(await this.devices.list(partnerId, page));
  }

  /** Devices of one partner. */
  private async shown(rows: readonly Device[]): Promise<DeviceDto[]> {
    const [first] = rows;
    if (!first) return [];
    const { partnerId } = first;
    const ours = rows.filter(({ vendor }) => vendor === 'CONTROL_ID').map(({ id }) => id);
    const scans = await this.devices.lastScans(partnerId, rows);
    const chosen = await this.settings.of(partnerId, ours);
    const contacts = await this.contacts.of(partnerId, ours);
    return rows.map((row) => {
      const { id } = row;
      const own = chosen.get(id);
      const settings = own && completed(own);
      return DeviceDto.from(row, {
        lastScanAt: scans.get(id),
        settings,
        contact: contacts.get(id),
      });
    });
  }
}

/** What an ETag stands for: a scan, a call and a new token change no form. */
const changeable = (
  { name, direction, active, repeatWindowSeconds }: Device,
  controlId: ControlIdSettings | undefined,
) => ({ name, direction, active, repeatWindowSeconds, ...(controlId && { controlId }) });

/** @throws request.invalid */
function refuseSettings(controlId: SettingsChange | null | undefined): void {
  if (controlId === undefined) return;
  const detail = 'is for devices of the vendor CONTROL_ID only: leave it out';
  throw invalid({ path: 'controlId', detail });
}
