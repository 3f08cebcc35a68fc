import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Workers } from '../../platform/worker/workers.js';
import { Inbox } from '../../wellhub-inbox/index.js';
import { UserStatuses } from './user-statuses.js';

const TYPES = ['user-cancel', 'user-change'];

/** Applies the user statuses that the inbox holds. */
@Injectable()
export class UserStatusWorker implements OnModuleInit {
  constructor(
    private readonly workers: Workers,
    private readonly inbox: Inbox,
    private readonly statuses: UserStatuses,
  ) {}

  onModuleInit(): void {
    const run = () => this.run();
    const loop = this.workers.add({
      name: 'user-registration.status',
      role: 'worker',
      queue: this.inbox.queueOf(TYPES),
      everyMs: 1_000,
      run,
    });
    this.inbox.onStored(TYPES, () => loop.wake());
  }

  private run(): Promise<number> {
    return this.inbox.claimEach(TYPES, (tx, event) => this.statuses.take(tx, event));
  }
}
