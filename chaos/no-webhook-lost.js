/** Whatever happens meanwhile: every webhook gets in. */
export async function noWebhookLost({ ledger, report }, happen) {
  const before = new Set(ledger.checkIns.keys());
  await happen();
  const sent = [...ledger.checkIns].filter(([id]) => !before.has(id));
  const lost = sent.filter(([, { accepted }]) => !accepted).length;
  report.print(`${lost} of ${sent.length} webhooks lost`);
  if (lost > 0) report.found(`W-73: ${lost} webhooks were not accepted`);
}
