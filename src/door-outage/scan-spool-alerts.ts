import { Injectable } from '@nestjs/common';
import { Alerts, INSTALLATION } from '../platform/alerts/alerts.js';
import { KeptFiles } from '../platform/spool/kept-files.js';

const CODE = 'gate.spool-kept-aside';

/** Alerts the operator to files of admissions that could not become visits. */
@Injectable()
export class ScanSpoolAlerts extends KeptFiles {
  constructor(alerts: Alerts) {
    super(({ name, detail }) =>
      alerts.raise({ partnerId: INSTALLATION, code: CODE, object: `spool/door/${name}`, detail }),
    );
  }
}
