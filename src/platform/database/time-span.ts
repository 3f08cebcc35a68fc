/** From the first of these times to the last: so a statement reads only the partitions concerned. */
export function spanOf(times: readonly Date[]): [Date, Date] {
  const ms = times.map((time) => time.getTime());
  // A Date has lost its microseconds.
  return [new Date(Math.min(...ms)), new Date(Math.max(...ms) + 1)];
}
