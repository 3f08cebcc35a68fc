import { CHECKS } from './checks/index.js';
import { lint, NAMESPACE, template } from './helm.js';
import { matrix } from './matrix.js';
import { parseManifests, Rendering } from './rendering.js';
import { findTools } from './tools.js';

/** @returns 0: the chart is good */
export async function checkEverything() {
  const { helms } = findTools();
  if (helms.length === 0) {
    console.error('The chart is not checked: there is no helm on the PATH.');
    return 0;
  }
  const problems = [];
  const count = { renderings: 0, objects: 0 };
  const report = (set, ...found) => problems.push(...found.map((text) => `${set}: ${text}`));
  for (const set of matrix()) {
    const renderings = await Promise.all(helms.map((helm) => render(helm, set, report)));
    for (const rendering of renderings.filter(Boolean)) {
      count.renderings += 1;
      count.objects += rendering.objects.length;
      report(set.name, ...(await problemsOf(rendering)));
    }
  }
  for (const text of new Set(problems)) console.error(text);
  console.log(
    `${helms.map(({ name }) => name).join(', ')}: ${count.renderings} renderings, ${count.objects} objects, ${problems.length} problems`,
  );
  return problems.length > 0 ? 1 : 0;
}

async function render(helm, set, report) {
  const linted = await lint(helm, set.values);
  if (!linted.ok) report(`${set.name} (${helm.name})`, linted.stdout.trim());
  const { ok, stdout, stderr } = await template(helm, set);
  if (!ok) return void report(`${set.name} (${helm.name})`, stderr.trim());
  return new Rendering({ ...set, namespace: NAMESPACE, objects: parseManifests(stdout) });
}

async function problemsOf(rendering) {
  const found = [];
  for (const check of CHECKS)
    for await (const text of check.find(rendering)) found.push(`${check.id} ${text}`);
  return found;
}
