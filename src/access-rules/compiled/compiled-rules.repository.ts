import { Injectable } from '@nestjs/common';
import type { Queries } from '../../platform/database/database.js';
import { compileRule, type CompilableRule } from './compile-rule.js';

const REMOVE = {
  name: 'access-rules.remove-windows',
  text: `delete from access_rule_windows where partner_id = $1 and gym_id = $2`,
};
const COLUMNS = `rule_id, position, effect, minute_from, minute_to, started_yesterday, date_from, date_to, rights,
  membership_ids, wellhub_plans, wellhub_products, device_ids, min_age, max_age, has_time_condition`;
const INSERT = {
  name: 'access-rules.insert-windows',
  text: `insert into access_rule_windows (partner_id, gym_id, ${COLUMNS})
    select $1, $2, ${COLUMNS} from json_populate_recordset(null::access_rule_windows, $3::json)`,
};

/** The table `access_rule_windows`: what the door reads of the rules (`CompiledWindow`). */
@Injectable()
export class CompiledRulesRepository {
  /** In the transaction that changed the rules. @param rules all of the gym */
  async replace(
    tx: Queries,
    partnerId: string,
    gymId: number,
    rules: readonly CompilableRule[],
  ): Promise<void> {
    await tx.query(REMOVE, [partnerId, gymId]);
    const windows = rules.flatMap(compileRule);
    if (windows.length === 0) return;
    await tx.query(INSERT, [partnerId, gymId, JSON.stringify(windows)]);
  }
}
