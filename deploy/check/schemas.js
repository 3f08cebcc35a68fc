// Every object against the schema of its kind. The validators come compiled and do not refuse unknown properties; but
// they read every property that the schema names, so one that nobody has read is one that the schema does not know.
const PACKAGES = {
  'monitoring.coreos.com': '@kubernetes-models/prometheus-operator',
  'external-secrets.io': '@kubernetes-models/external-secrets',
  'gateway.networking.k8s.io': '@kubernetes-models/gateway-api',
};

/** Whose schemas no package has: examples make a few of their objects. */
const FOREIGN = ['networking.gke.io'];

/** @returns what is wrong with the object's shape, as sentences that begin with the place */
export async function schemaProblems(object) {
  if (FOREIGN.includes(object.apiVersion.split('/')[0])) return [];
  const model = await modelOf(object);
  if (!model) return [`no schema is known for ${object.apiVersion} ${object.kind}`];
  const { watched, unread } = watch(object);
  try {
    model.prototype.validate.call(watched);
  } catch (error) {
    return [error.message];
  }
  return unread().map((place) => `${place} is unknown to ${object.apiVersion} ${object.kind}`);
}

async function modelOf({ apiVersion, kind }) {
  const [group] = apiVersion.split('/');
  try {
    const models = await import(`${PACKAGES[group] ?? 'kubernetes-models'}/${apiVersion}`);
    return models[kind];
  } catch {
    return undefined;
  }
}

/** @returns the object as somebody sees it whose reading is noted, and the places that nobody has read */
function watch(object) {
  const seen = new Map();
  const watched = (value) => {
    if (typeof value !== 'object' || value === null) return value;
    if (!seen.has(value)) seen.set(value, { read: new Set(), proxy: proxyOf(value) });
    return seen.get(value).proxy;
  };
  const proxyOf = (value) =>
    new Proxy(value, {
      get: (target, key) => {
        seen.get(target).read.add(key);
        return watched(target[key]);
      },
    });
  const unread = () => [...unreadBelow(object, seen)];
  return { watched: watched(object), unread };
}

function* unreadBelow(value, seen, place = '') {
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    const below = place ? `${place}.${key}` : key;
    if (seen.get(value)?.read.has(key)) yield* unreadBelow(value[key], seen, below);
    else yield below;
  }
}
