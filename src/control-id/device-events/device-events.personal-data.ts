import { Injectable } from '@nestjs/common';
import { exportedRows, movedRows, PersonalDataHolder } from '../../customers/index.js';
import { EXPORTED_DEVICE_EVENTS } from './device-events.personal-data.sql.js';

/** Device events hold a customer's number and nothing personal: they move with a merge and stay after an erasure. */
@Injectable()
export class DeviceEventsPersonalData extends PersonalDataHolder {
  readonly name = 'control-id';
  readonly tables = ['control_id_device_events'];
  readonly move = movedRows('control_id_device_events');
  override readonly export = exportedRows('deviceEvents', EXPORTED_DEVICE_EVENTS);

  async erase(): Promise<void> {}
}
