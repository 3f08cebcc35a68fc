import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Customers } from '../customers/index.js';
import { GateRepository } from './gate.repository.js';

/** Decisions hold a customer's number and nothing personal: they move with a merge and stay after an erasure. */
@Injectable()
export class DecisionHolder implements OnModuleInit {
  constructor(
    private readonly customers: Customers,
    private readonly scans: GateRepository,
  ) {}

  onModuleInit(): void {
    this.customers.register({
      name: 'gate',
      tables: ['gate_decisions'],
      move: (queries, partnerId, fromId, intoId) =>
        this.scans.moveDecisions(queries, partnerId, fromId, intoId),
      erase: async () => undefined,
    });
  }
}
