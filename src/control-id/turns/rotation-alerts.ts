import { Injectable } from '@nestjs/common';
import { Passages, type EndedPassage } from '../../gate/index.js';
import { Alerts } from '../../platform/alerts/alerts.js';
import { ContactsRepository } from '../contact/contacts.repository.js';
import { alertObject } from '../device-settings/control-id-device.js';

/** So many passages in a row without a report are no accident. */
const IN_A_ROW = 5;

/** What a person must know about a turnstile: it turns to the wrong side, or its reports do not arrive. */
@Injectable()
export class RotationAlerts {
  constructor(
    private readonly alerts: Alerts,
    private readonly passages: Passages,
    private readonly contacts: ContactsRepository,
  ) {}

  /** After a report: reports do arrive. */
  async reported({ partnerId, gymId, deviceId: id, way, state }: EndedPassage): Promise<void> {
    if (await this.contacts.confirmed({ partnerId, id }))
      await this.alerts.close(partnerId, 'control-id.no-turns', alertObject({ id }));
    const code = 'control-id.wrong-direction';
    if (state === 'TURNED' && way === 'IN')
      await this.alerts.close(partnerId, code, alertObject({ id }));
    if (state !== 'OTHER_SIDE') return;
    const detail = 'The device was opened for an entry and reports a turn to the other side';
    await this.alerts.raise({ partnerId, gymId, code, object: alertObject({ id }), detail });
  }

  /** After a passage without a report. */
  async unconfirmed({ partnerId, gymId, deviceId: id }: EndedPassage): Promise<void> {
    await this.contacts.unconfirmed({ partnerId, id });
    if (!(await this.passages.areUnconfirmed(partnerId, id, IN_A_ROW))) return;
    const code = 'control-id.no-turns';
    const detail = `The last ${IN_A_ROW} grants were followed by no report`;
    await this.alerts.raise({ partnerId, gymId, code, object: alertObject({ id }), detail });
  }
}
