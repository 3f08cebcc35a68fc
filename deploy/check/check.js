import { CHECKS } from './checks/index.js';
import { plantFaults } from './faults.js';
import { matrix } from './matrix.js';
import { render } from './render.js';
import { SCENARIOS } from './scenarios/index.js';
import { findTools } from './tools.js';

/** What the faults are planted into. */
const SPOILT = 'everything';

/** @returns 0: the chart is good */
export async function checkEverything() {
  const tools = findTools();
  if (tools.helms.length === 0) {
    console.error('The chart is not checked: there is no helm on the PATH.');
    return 0;
  }
  const report = new Report();
  for (const set of matrix())
    await Promise.all(tools.helms.map((helm) => checkSet(set, helm, report)));
  await checkChecks(tools.helms[0], report);
  for (const scenario of SCENARIOS)
    for await (const text of scenario.find(tools)) report.problem(`${scenario.id} ${text}`);
  report.print(tools);
  return report.problems.size > 0 ? 1 : 0;
}

async function checkSet(set, helm, report) {
  const { rendering, refusal } = await render(helm, set);
  if (!rendering) return void report.problem(`${set.name}, ${helm.name}: ${refusal}`);
  report.renderings += 1;
  report.objects += rendering.objects.length;
  for (const check of CHECKS)
    for await (const text of check.find(rendering))
      report.problem(`${check.id} ${text} (with the values ${set.name})`);
}

async function checkChecks(helm, report) {
  const { rendering } = await render(
    helm,
    matrix().find(({ name }) => name === SPOILT),
  );
  if (!rendering) return;
  const { planted, problems } = await plantFaults(rendering);
  report.faults = planted;
  for (const text of problems) report.problem(text);
}

class Report {
  problems = new Set();
  renderings = 0;
  objects = 0;
  faults = 0;

  problem(text) {
    this.problems.add(text);
  }

  print({ helms }) {
    for (const text of this.problems) console.error(text);
    console.log(
      `${helms.map(({ name }) => name).join(' and ')}: ${this.renderings} renderings, ${this.objects} objects, ` +
        `${CHECKS.length + SCENARIOS.length} checks that find ${this.faults} planted faults, ${this.problems.size} problems`,
    );
  }
}
