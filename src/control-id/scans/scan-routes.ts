import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SCAN, THROWN_AWAY, type DeviceRoute } from '../calls/device-route.js';
import { DeviceRoutes } from '../calls/device-routes.js';
import type { ScanCall } from '../reading/scan-fields.js';
import { Scans } from './scans.js';

const SCANS: readonly (readonly [path: string, kind: ScanCall])[] = [
  ['new_qrcode.fcgi', 'qrcode'],
  ['new_card.fcgi', 'card'],
  ['new_uhf_tag.fcgi', 'uhf-tag'],
  ['new_user_identified.fcgi', 'identified'],
];

/** Bodies with passwords and fingerprints are thrown away unread. */
const NOT_SERVED = ['user_id_and_password', 'biometric_image', 'biometric_template'];

/** The calls that tell what a device read. */
@Injectable()
export class ScanRoutes implements OnModuleInit {
  constructor(
    private readonly routes: DeviceRoutes,
    private readonly scans: Scans,
  ) {}

  onModuleInit(): void {
    const refuse: DeviceRoute['refuse'] = (call, why) => this.scans.refuse(call, why);
    const served = SCANS.map(([path, kind]): DeviceRoute => ({
      ...SCAN,
      path,
      refuse,
      answer: (call) => this.scans.answer(kind, call),
    }));
    const others = NOT_SERVED.map((what): DeviceRoute => ({
      ...THROWN_AWAY,
      path: `new_${what}.fcgi`,
      refuse,
      answer: (call) => this.scans.refuse(call, 'NOT_SERVED'),
    }));
    this.routes.add(...served, ...others);
  }
}
