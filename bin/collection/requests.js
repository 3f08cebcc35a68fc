// One request of the collection for one operation of the document.
import { sampleOf } from './samples.js';
import { SIGNED, keepsToken, USER_NAME } from './scripts.js';

const JSON_TYPE = /^application\/(merge-patch\+)?json$/;
const FORM = 'application/x-www-form-urlencoded';

/** @returns its path and folder, what Bruno writes of it, and the variables that it needs */
export function requestOf(operation) {
  const { operationId, summary, verb, parameters = [] } = operation;
  const folder = folderOf(operation);
  const inPlace = (place) => parameters.filter((one) => one.in === place);
  const places = inPlace('path').map(({ name }) => ({
    name,
    value: `{{${variableOf(operation.path, name)}}}`,
    type: 'path',
    enabled: true,
  }));
  const query = inPlace('query').map(({ name, required = false, schema }) => ({
    name,
    value: String(schema?.examples?.[0] ?? schema?.default ?? ''),
    type: 'query',
    enabled: required || schema?.examples !== undefined,
  }));
  const body = bodyOf(operation);
  const auth = authOf(operation);
  return {
    folder,
    tag: operation.tags?.[0],
    path: `${folder}/${operationId}.bru`,
    variables: places.map(({ value }) => value.slice(2, -2)),
    bru: {
      meta: { name: summary, type: 'http' },
      http: { method: verb, url: urlOf(operation, query), body: body.mode, auth: auth.mode },
      params: [...query, ...places],
      headers: inPlace('header').map(({ name }) => ({ name, value: '', enabled: false })),
      auth: auth.values,
      body: body.content,
      script: scriptOf(operation),
      docs: docsOf(operation),
    },
  };
}

function folderOf({ operationId, path, tags: [tag] = ['Other'] }) {
  if (/^\/(health|metrics)/.test(path)) return 'operations';
  if (operationId.startsWith('openApi.')) return 'open-api';
  if (operationId.startsWith('usersApi.')) return 'users-api';
  return operationId.startsWith('wellhub.') ? 'wellhub' : `admin/${slug(tag)}`;
}

const slug = (name) => name.toLowerCase().replaceAll(/\W+/g, '-');

/** `id` behind `check-ins` is `checkInId`. */
function variableOf(path, name) {
  if (name !== 'id') return name;
  const resource = path
    .split(`/{${name}}`)[0]
    .split('/')
    .at(-1)
    .replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());
  return `${resource.replace(/ies$/, 'y').replace(/s$/, '')}Id`;
}

function urlOf({ path }, query) {
  const sent = query.filter(({ enabled }) => enabled).map(({ name, value }) => `${name}=${value}`);
  const address = path.replaceAll(/\{(\w+)\}/g, ':$1');
  return `{{baseUrl}}${address}${sent.length > 0 ? `?${sent.join('&')}` : ''}`;
}

function authOf({ path, operationId, security = [] }) {
  const schemes = security.flatMap((one) => Object.keys(one));
  if (path.startsWith('/open-api/')) return bearer('deviceToken');
  if (operationId.startsWith('usersApi.') && schemes.length > 0) return bearer('usersApiToken');
  if (schemes.includes('X-Api-Key'))
    return header(path.startsWith('/wellhub/') ? 'wellhubKey' : 'adminKey');
  return schemes.includes('bearer') ? bearer('registrationToken') : { mode: 'none' };
}

const bearer = (name) => ({ mode: 'bearer', values: { bearer: { token: `{{${name}}}` } } });
const header = (name) => ({
  mode: 'apikey',
  values: { apikey: { key: 'X-Api-Key', value: `{{${name}}}`, placement: 'header' } },
});

function bodyOf({ requestBody, resolve }) {
  const content = requestBody?.content ?? {};
  const type = Object.keys(content).find((one) => JSON_TYPE.test(one));
  if (type) {
    const sample = sampleOf(content[type], resolve);
    return { mode: 'json', content: { json: JSON.stringify(sample, null, 2) } };
  }
  if (!content[FORM]) return { mode: 'none' };
  const names = Object.keys(resolve(content[FORM].schema).properties ?? {});
  const formUrlEncoded = names.map((name) => ({ name, ...FIELDS[name] }));
  return {
    mode: 'formUrlEncoded',
    content: {
      formUrlEncoded: formUrlEncoded.map((one) => ({ enabled: false, value: '', ...one })),
    },
  };
}

/** Of the token endpoint: as the sandbox answers them. */
const FIELDS = {
  grant_type: { value: 'password', enabled: true },
  username: { value: '{{usersApiName}}', enabled: true },
  password: { value: '{{adminKey}}', enabled: true },
};

function scriptOf({ operationId, path, verb }) {
  if (operationId === 'usersApi.login') return { req: USER_NAME, res: keepsToken('usersApiToken') };
  if (/^\/wellhub\/(test\/)?token$/.test(path)) return { res: keepsToken('registrationToken') };
  const isSigned = verb === 'post' && /^\/wellhub\/.*(webhooks|users\/c)/.test(path);
  return isSigned ? { req: SIGNED } : undefined;
}

function docsOf({ operationId, description = '' }) {
  return [`\`${operationId}\``, description].filter(Boolean).join('\n\n');
}
