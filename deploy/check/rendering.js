import { parseAllDocuments } from 'yaml';

/** What one set of values comes to: the objects that helm would send, and the questions that checks ask of them. */
export class Rendering {
  constructor({ name, objects, namespace, values = {} }) {
    Object.assign(this, { name, objects, namespace, values });
  }

  /** Whether somebody asked for this variable by `extraEnv`: of a proxy beside it, or of Node. */
  isExtra(variable) {
    return (this.values.extraEnv ?? []).some(({ name }) => name === variable);
  }

  /** Without what somebody asked for by `extraObjects`. */
  own() {
    const extra = this.values.extraObjects ?? [];
    return this.objects.filter(
      ({ kind, metadata: { name } }) =>
        !extra.some(
          (one) => one.kind === kind && name.endsWith(one.metadata.name.split('}}').at(-1)),
        ),
    );
  }

  of(...kinds) {
    return this.objects.filter(({ kind }) => kinds.includes(kind));
  }

  /** Every pod that somebody would start: of Deployments, StatefulSets and Jobs, and bare ones of `helm test`. */
  pods() {
    return this.objects.flatMap((object) => {
      const { place, template } = templateOf(object) ?? {};
      return template
        ? [{ object, place, metadata: template.metadata ?? {}, spec: template.spec }]
        : [];
    });
  }

  /** Pods that stay: of Deployments and StatefulSets. */
  stayingPods() {
    return this.pods().filter(({ object }) => ['Deployment', 'StatefulSet'].includes(object.kind));
  }

  /** A copy that may be spoilt. */
  copy() {
    return new Rendering(structuredClone({ ...this }));
  }
}

function templateOf(object) {
  switch (object.kind) {
    case 'Pod':
      return { place: '', template: object };
    case 'Deployment':
    case 'StatefulSet':
    case 'Job':
      return { place: 'spec.template.', template: object.spec.template };
    case 'CronJob':
      return {
        place: 'spec.jobTemplate.spec.template.',
        template: object.spec.jobTemplate.spec.template,
      };
    default:
      return undefined;
  }
}

/** Kubernetes reads YAML 1.1, where a bare `on` is a boolean and no text. */
export const parseManifests = (text) =>
  parseAllDocuments(text, { version: '1.1', merge: true })
    .map((document) => {
      if (document.errors.length > 0) throw document.errors[0];
      return document.toJS();
    })
    .filter((object) => object !== null);

/** Every container of a pod with its place: those that prepare, those that serve. */
export const containersOf = ({ place, spec }) =>
  ['initContainers', 'containers'].flatMap((list) =>
    (spec[list] ?? []).map((container, index) => ({
      container,
      place: `${place}spec.${list}[${index}]`,
    })),
  );

export const nameOf = ({ kind, metadata }) => `${kind}/${metadata?.name}`;

/** One finding: which object, which field, what must hold. */
export const problem = (object, field, sentence) => `${nameOf(object)} ${field} ${sentence}`;
