import { createServer } from 'node:http';
import { secretFromProtobuf } from './protobuf.js';

const RESOURCES = {
  v1: {
    Secret: 'secrets',
    ConfigMap: 'configmaps',
    Service: 'services',
    ServiceAccount: 'serviceaccounts',
    Pod: 'pods',
  },
  'apps/v1': { Deployment: 'deployments', StatefulSet: 'statefulsets' },
  'batch/v1': { Job: 'jobs' },
  'policy/v1': { PodDisruptionBudget: 'poddisruptionbudgets' },
};
const KINDS = Object.fromEntries(
  Object.values(RESOURCES).flatMap((kinds) =>
    Object.entries(kinds).map(([kind, name]) => [name, kind]),
  ),
);

/** As much of the API of Kubernetes as helm needs to install, to upgrade and to look up: it keeps objects and runs nothing. */
export class Cluster {
  #objects = new Map();
  #server = createServer((request, response) => this.#answer(request, response));

  async start() {
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${this.#server.address().port}`;
    return this;
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** The object at a path, such as `/api/v1/namespaces/gym/secrets/gatehouse`. */
  at(path) {
    return this.#objects.get(path);
  }

  remove(path) {
    this.#objects.delete(path);
  }

  async #answer(request, response) {
    const { pathname, searchParams } = new URL(request.url, this.url);
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const given = readObject(Buffer.concat(chunks));
    const [status, body] =
      discovery(pathname) ?? this.#store(request.method, pathname, { given, searchParams });
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  #store(method, path, { given, searchParams }) {
    const found = this.#objects.get(path);
    if (method === 'POST') return this.#put(`${path}/${given.metadata.name}`, given, 201);
    if (method === 'PUT') return this.#put(path, given, 200);
    if (method === 'GET' && isList(path))
      return [200, this.#list(path, searchParams.get('labelSelector'))];
    if (!found && method === 'PATCH' && given.apiVersion) return this.#put(path, given, 201);
    if (!found) return [404, notFound(path)];
    if (method === 'PATCH') return this.#put(path, merged(found, given), 200);
    if (method === 'DELETE') this.#objects.delete(path);
    return [200, found];
  }

  #put(path, object, status) {
    const kept = {
      ...object,
      metadata: { namespace: 'gym', uid: path, resourceVersion: '1', ...object.metadata },
    };
    this.#objects.set(path, kept);
    return [status, kept];
  }

  #list(path, selector) {
    const wanted = (selector ?? '')
      .split(',')
      .filter(Boolean)
      .map((term) => term.split(/==?/));
    const items = [...this.#objects]
      .filter(([at]) => at.startsWith(`${path}/`))
      .map(([, object]) => object)
      .filter(({ metadata }) =>
        wanted.every(([label, value]) => metadata.labels?.[label] === value),
      );
    return { ...headOf(path), metadata: { resourceVersion: '1' }, items };
  }
}

function readObject(bytes) {
  if (bytes.length === 0) return {};
  return bytes.toString('latin1', 0, 3) === 'k8s'
    ? secretFromProtobuf(bytes)
    : JSON.parse(bytes.toString());
}

const isList = (path) => path.split('/').at(-1) in KINDS;

function headOf(path) {
  const [, root, ...rest] = path.split('/');
  const apiVersion = root === 'api' ? rest[0] : `${rest[0]}/${rest[1]}`;
  return { kind: `${KINDS[path.split('/').at(-1)]}List`, apiVersion };
}

function discovery(path) {
  if (path === '/version') return [200, { major: '1', minor: '35', gitVersion: 'v1.35.0' }];
  if (path === '/api') return [200, { kind: 'APIVersions', versions: ['v1'] }];
  if (path === '/apis') return [200, { kind: 'APIGroupList', apiVersion: 'v1', groups: groups() }];
  const apiVersion = /^\/apis?\/((?:[^/]+\/)?v1)$/.exec(path)?.[1];
  const kinds = RESOURCES[apiVersion];
  if (!kinds) return undefined;
  const resources = Object.entries(kinds).map(([kind, name]) => ({
    kind,
    name,
    singularName: kind.toLowerCase(),
    namespaced: true,
    verbs: ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'],
  }));
  return [200, { kind: 'APIResourceList', apiVersion: 'v1', groupVersion: apiVersion, resources }];
}

const groups = () =>
  Object.keys(RESOURCES)
    .filter((groupVersion) => groupVersion.includes('/'))
    .map((groupVersion) => {
      const version = { groupVersion, version: 'v1' };
      return { name: groupVersion.split('/')[0], versions: [version], preferredVersion: version };
    });

const notFound = (path) => ({
  kind: 'Status',
  apiVersion: 'v1',
  status: 'Failure',
  reason: 'NotFound',
  code: 404,
  message: `${path} not found`,
  details: {},
});

/** A merge patch: a null takes a field away. */
function merged(object, patch) {
  const result = { ...object };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else if (typeof value === 'object' && !Array.isArray(value))
      result[key] = merged(object[key] ?? {}, value);
    else result[key] = value;
  }
  return result;
}
