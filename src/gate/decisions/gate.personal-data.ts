import { Injectable } from '@nestjs/common';
import { PersonalDataHolder, exportedRows, movedRows } from '../../customers/index.js';
import { EXPORTED_GATE_DECISIONS } from './decisions.repository.js';

/** Decisions and passages hold a customer's number and nothing personal: they move with a merge and stay after an erasure. */
@Injectable()
export class GatePersonalData extends PersonalDataHolder {
  readonly name = 'gate';
  readonly tables = ['gate_decisions', 'gate_passages'];
  readonly move: PersonalDataHolder['move'] = async (...args) => {
    for (const table of this.tables) await movedRows(table)(...args);
  };
  override readonly export = exportedRows('gateDecisions', EXPORTED_GATE_DECISIONS);

  async erase(): Promise<void> {}
}
