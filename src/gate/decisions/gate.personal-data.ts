import { Injectable } from '@nestjs/common';
import { PersonalDataHolder, exportedRows, movedRows } from '../../customers/index.js';
import { EXPORTED_GATE_DECISIONS } from './decisions.repository.js';

/** Decisions hold a customer's number and nothing personal: they move with a merge and stay after an erasure. */
@Injectable()
export class GatePersonalData extends PersonalDataHolder {
  readonly name = 'gate';
  readonly tables = ['gate_decisions'];
  readonly move = movedRows('gate_decisions');
  override readonly export = exportedRows('gateDecisions', EXPORTED_GATE_DECISIONS);

  async erase(): Promise<void> {}
}
