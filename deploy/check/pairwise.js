/**
 * Few combinations in which every choice of one factor meets every choice of every other one: greedy, and the same
 * ones each time.
 * @param {Record<string, string[]>} factors choices by the name of their factor
 * @returns {Record<string, string>[]}
 */
export function pairwise(factors) {
  const open = pairsOf(factors);
  const rows = [];
  while (open.size > 0) {
    const row = {};
    const [first] = open;
    for (const [name, choice] of JSON.parse(first)) row[name] = choice;
    for (const [name, choices] of Object.entries(factors))
      row[name] ??= best(choices, (choice) => newPairs({ ...row, [name]: choice }, open));
    for (const pair of pairsIn(row)) open.delete(pair);
    rows.push(row);
  }
  return rows;
}

function pairsOf(factors) {
  const all = new Set();
  const names = Object.keys(factors).sort();
  for (const [index, one] of names.entries())
    for (const other of names.slice(index + 1))
      for (const a of factors[one])
        for (const b of factors[other])
          all.add(
            JSON.stringify([
              [one, a],
              [other, b],
            ]),
          );
  return all;
}

function pairsIn(row) {
  const entries = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.flatMap((one, index) =>
    entries.slice(index + 1).map((other) => JSON.stringify([one, other])),
  );
}

const newPairs = (row, open) => pairsIn(row).filter((pair) => open.has(pair)).length;

function best(choices, worth) {
  return choices.reduce((found, choice) => (worth(choice) > worth(found) ? choice : found));
}
