import { Injectable, type OnModuleInit } from '@nestjs/common';
import { REPORT, THROWN_AWAY } from './device-route.js';
import { DeviceRoutes } from './device-routes.js';

const ENROLMENTS = ['card', 'fingerprint', 'template', 'face', 'pin', 'password'];

/** Calls that some firmware makes and that need an answer, but nothing more (`control-id.md` 3). */
@Injectable()
export class OddCalls implements OnModuleInit {
  constructor(private readonly routes: DeviceRoutes) {}

  onModuleInit(): void {
    const logIn = { session: 'gatehouse' };
    const session = { session_is_valid: true };
    this.routes.add(
      { ...REPORT, path: 'login.fcgi', answer: () => JSON.stringify(logIn) },
      { ...REPORT, path: 'session_is_valid.fcgi', answer: () => JSON.stringify(session) },
      ...ENROLMENTS.map((what) => ({
        ...THROWN_AWAY,
        path: `${what}_create.fcgi`,
        answer: () => undefined,
      })),
    );
  }
}
