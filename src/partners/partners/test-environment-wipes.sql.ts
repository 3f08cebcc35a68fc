/** Without blocking those who add a gym or a key. */
export const CLAIM_WIPE = {
  name: 'test-environment-wipes.claim',
  text: `select id from partners where wipe_requested_at is not null and environment = 'test'
    order by wipe_requested_at limit 1 for no key update skip locked`,
};
export const FINISH_WIPE = {
  name: 'test-environment-wipes.finish',
  text: 'update partners set wipe_requested_at = null, wiped_at = clock_timestamp() where id = $1',
};
/** Since when the oldest wipe is in progress. */
export const WIPE_REQUESTED_SINCE_SQL = `(select min(wipe_requested_at) from partners where wipe_requested_at is not null)`;
