import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalDataHolders, exportedRows } from '../customers/index.js';
import { DecisionsRepository } from './decisions.repository.js';
import { EXPORTED_GATE_DECISIONS } from './gate.personal-data.sql.js';

/** Decisions hold a customer's number and nothing personal: they move with a merge and stay after an erasure. */
@Injectable()
export class GatePersonalData implements OnModuleInit {
  constructor(
    private readonly holders: PersonalDataHolders,
    private readonly log: DecisionsRepository,
  ) {}

  onModuleInit(): void {
    this.holders.register({
      name: 'gate',
      tables: ['gate_decisions'],
      move: (queries, partnerId, fromId, intoId) =>
        this.log.move(queries, partnerId, fromId, intoId),
      erase: async () => undefined,
      export: exportedRows('gateDecisions', EXPORTED_GATE_DECISIONS),
    });
  }
}
