import { NAMESPACE, template } from './helm.js';
import { parseManifests, Rendering } from './rendering.js';

const done = new Map();

/** Each set once. @returns the rendering, or why helm refuses */
export function render(helm, set) {
  const key = JSON.stringify([helm.path, set]);
  if (!done.has(key)) done.set(key, rendered(helm, set));
  return done.get(key);
}

async function rendered(helm, set) {
  const { ok, stdout, stderr } = await template(helm, set);
  if (!ok) return { refusal: stderr.trim() };
  const objects = parseManifests(stdout);
  return { rendering: new Rendering({ ...set, namespace: NAMESPACE, objects }) };
}
