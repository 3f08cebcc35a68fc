/**
 * True for an event `u` that waits to be sent over the connection of partner `p` (a row of `usagePartnersSql`).
 * What happened while another environment was connected belongs there: a test is never billed (W-54).
 */
export const isWaitingSql = (u: string, p: string): string =>
  `${u}.partner_id = ${p}.partner_id and ${u}.state = 'QUEUED'
    and (${u}.environment is null or ${u}.environment = ${p}.environment)`;
