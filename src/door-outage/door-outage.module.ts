import { Module } from '@nestjs/common';
import { EventWebhooksModule } from '../event-webhooks/index.js';
import { GateModule } from '../gate/index.js';
import { VisitsModule } from '../visits/index.js';
import { AdmissionsRepository } from './admissions.repository.js';
import { KnownPeople } from './known-people.js';
import { OutageAdmissions } from './outage-admissions.js';
import { OutageMetrics } from './outage-metrics.js';
import { ScanDrain } from './scan-drain.js';
import { ScanSpoolAlerts } from './scan-spool-alerts.js';
import { ScanSpool } from './scan-spool.js';
import { SnapshotReader } from './snapshot-reader.js';
import { SnapshotRepository } from './snapshot.repository.js';
import { SpooledScans } from './spooled-scans.js';

/**
 * Purpose: doors while the database is away, at gyms that want it. Owns: nothing. Offers: KnownPeople. Depends on:
 * gate, visits, customers, check-in-validation, event-webhooks, partners.
 * Promises: only customers known to have the right are admitted, and by one replica only once; every admission is
 * durable before the door opens, and one visit afterwards.
 */
@Module({
  imports: [EventWebhooksModule, VisitsModule, GateModule],
  providers: [
    AdmissionsRepository,
    KnownPeople,
    OutageAdmissions,
    OutageMetrics,
    ScanDrain,
    ScanSpool,
    ScanSpoolAlerts,
    SnapshotReader,
    SnapshotRepository,
    SpooledScans,
  ],
})
export class DoorOutageModule {}
