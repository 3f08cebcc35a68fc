import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Workers } from '../platform/worker/workers.js';
import { LinkRows } from './link-rows.repository.js';

/** What Wellhub told about a person is gone soon after its link has expired (W-15). */
@Injectable()
export class LinkSweeper implements OnModuleInit {
  constructor(
    private readonly rows: LinkRows,
    private readonly workers: Workers,
  ) {}

  onModuleInit(): void {
    const run = () => this.rows.sweep();
    this.workers.add({ name: 'user-registration.sweep', everyMs: 5_000, run });
  }
}
