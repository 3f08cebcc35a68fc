import { Injectable } from '@nestjs/common';
import { Alerts, INSTALLATION } from '../../platform/alerts/alerts.js';
import { KeptFiles } from '../../platform/spool/kept-files.js';

const CODE = 'wellhub.spool-kept-aside';

/** Alerts the operator to files that could not become rows. */
@Injectable()
export class SpoolAlerts extends KeptFiles {
  constructor(alerts: Alerts) {
    super(({ name, detail }) =>
      alerts.raise({ partnerId: INSTALLATION, code: CODE, object: `spool/${name}`, detail }),
    );
  }
}
