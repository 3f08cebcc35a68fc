import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalDataHolders, exportedRows, movedRows } from '../customers/index.js';
import { EXPORTED_GATE_DECISIONS } from './decisions.repository.js';

/** Decisions hold a customer's number and nothing personal: they move with a merge and stay after an erasure. */
@Injectable()
export class GatePersonalData implements OnModuleInit {
  constructor(private readonly holders: PersonalDataHolders) {}

  onModuleInit(): void {
    this.holders.register({
      name: 'gate',
      tables: ['gate_decisions'],
      move: movedRows('gate_decisions'),
      erase: async () => undefined,
      export: exportedRows('gateDecisions', EXPORTED_GATE_DECISIONS),
    });
  }
}
