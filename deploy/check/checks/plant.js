// Where a planted fault goes.
import { containersOf } from '../rendering.js';

/** The first container of the release for which `is` holds. */
export const containerOf = (rendering, is = () => true) =>
  rendering
    .pods()
    .flatMap(containersOf)
    .find(({ container }) => is(container)).container;

export const jobPod = (rendering) => rendering.pods().find(({ object }) => object.kind === 'Job');

/** A fault in the first object of a kind. */
export function inFirst(kind, spoil) {
  return (rendering) => spoil(rendering.of(kind)[0], rendering);
}

/** A fault in the pod of the first workload that stays. */
export function inServer(spoil) {
  return (rendering) => spoil(rendering.stayingPods()[0].spec, rendering);
}
