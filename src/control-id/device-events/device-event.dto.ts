import { Answer } from '../../platform/http/answer-fields.js';
import { Instant, OneOf } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import { DEVICE_EVENT_TYPES, type DeviceEventRow, type DeviceEventType } from './device-event.js';

export class DeviceEventsQuery extends PageQuery {
  @Instant({ optional: true })
  from?: Date;

  @Instant({ optional: true })
  to?: Date;

  @OneOf(DEVICE_EVENT_TYPES, { optional: true })
  type?: DeviceEventType;
}

/** What happened at a device beside the scans that it asked us about. */
export class DeviceEventDto {
  @Answer.uuid()
  id!: string;

  @Answer.instant('When it happened: corrected by how wrong the clock of the device is')
  at!: Date;

  @Answer.instant('When the device told it')
  receivedAt!: Date;

  @Answer.oneOf(
    DEVICE_EVENT_TYPES,
    '`LINKED`: the log of a scan that we decided. `OFFLINE_ENTRY`, `OFFLINE_EXIT`: the device let a person through by itself. `ANONYMOUS`: it opened for nobody we know. `TIME_UNKNOWN`: it opened, and nobody knows when',
  )
  type!: DeviceEventType;

  @Answer.text('The device’s own number of the access log', { nullable: true })
  logId!: string | null;

  @Answer.whole('The maker’s number of what happened', { nullable: true })
  vendorEvent!: number | null;

  @Answer.flag('The clock of the device was so wrong that `at` means nothing')
  timeUnknown!: boolean;

  @Answer.id(undefined, { nullable: true })
  customerId!: number | null;

  @Answer.id('The visit that it began or ended', { nullable: true })
  visitId!: number | null;

  @Answer.uuid('The decision that it belongs to', { nullable: true })
  decisionId!: string | null;

  @Answer.text('What else there is to know, for people', { nullable: true })
  detail!: string | null;

  static from(row: DeviceEventRow): DeviceEventDto {
    return {
      id: row.id,
      at: row.at,
      receivedAt: row.receivedAt,
      type: row.type,
      logId: row.logId,
      vendorEvent: row.vendorEvent,
      timeUnknown: row.timeUnknown,
      customerId: row.customerId,
      visitId: row.visitId,
      decisionId: row.decisionId,
      detail: row.detail,
    };
  }
}
