import {
  newestCheckInSql,
  refusedGymsSql,
  waitingCheckInsSql,
} from '../../check-in-validation/index.js';
import { subscriptionHealthSql } from '../../event-webhooks/index.js';
import { gymsOfSql, partnerPageSql } from '../../partners/index.js';
import { openAlertsSql } from '../../platform/alerts/alert-counts.sql.js';
import type { Statement } from '../../platform/database/database.js';

const PAGE = partnerPageSql({ after: '$1::uuid', most: '$2::int', text: '$3::text' });

/** `$1` the partner that the page before ended with, `$2` how many, `$3` what name or slug hold (null: anything). */
export const PARTNER_HEALTH: Statement = {
  name: 'statistics.partner-health',
  text: `with page as materialized (${PAGE})
    select page.id, page.name, page.slug, page.created_at as "createdAt", page.environment,
      gyms.count as gyms, gyms.newest as "lastCheckInAt", ${openAlertsSql('page.id')} as "openAlerts",
      waiting.at_risk as "atRisk", waiting.unanswered, ${refusedGymsSql('page.id')} as "refusedGyms",
      subscriptions.disabled, subscriptions.failing
    from page
      cross join lateral (
        select count(*)::int as count, max(${newestCheckInSql('page.id', 'g.gym_id')}) as newest
        from (${gymsOfSql('page.id')}) g) gyms
      cross join lateral (${waitingCheckInsSql('page.id')}) waiting
      cross join lateral (${subscriptionHealthSql('page.id')}) subscriptions
    order by page.id`,
};
