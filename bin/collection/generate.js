// Writes the Bruno collection that the document says: a folder by audience, in it a request for every described operation.
import { envJsonToBruV2, jsonToBruV2, jsonToCollectionBru } from '@usebruno/lang';
import { environmentOf } from './environment.js';
import { requestOf } from './requests.js';

export const FOLDER = 'clients/bruno';

const AUDIENCES = {
  admin: 'Administration',
  'open-api': 'Open API',
  'users-api': 'Users API',
  wellhub: 'Wellhub',
  operations: 'Operations',
};
const VERBS = ['get', 'post', 'put', 'patch', 'delete'];

/** @returns texts of files by their paths */
export function generate(document) {
  const requests = numbered(operationsOf(document).map(requestOf));
  const tags = new Map(requests.map(({ folder, tag }) => [folder, tag]));
  const folders = [...new Set(requests.flatMap(({ folder }) => foldersTo(folder)))];
  const files = {
    'bruno.json': `${JSON.stringify({ version: '1', name: 'Gatehouse', type: 'collection' }, null, 2)}\n`,
    'collection.bru': jsonToCollectionBru({ docs: INTRODUCTION }),
    'environments/sandbox.bru': envJsonToBruV2(environmentOf(requests)),
    ...Object.fromEntries(
      folders.map((folder, at) => [
        `${folder}/folder.bru`,
        folderBru(AUDIENCES[folder] ?? tags.get(folder), at + 1),
      ]),
    ),
    ...Object.fromEntries(requests.map(({ path, bru }) => [path, jsonToBruV2(bru)])),
  };
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`${FOLDER}/${path}`, `${text.trimEnd()}\n`]),
  );
}

/** Every operation that its handler describes. */
function operationsOf({ paths, components }) {
  const resolve = (schema = {}) =>
    schema.$ref ? resolve(components.schemas[schema.$ref.split('/').at(-1)]) : schema;
  return Object.entries(paths).flatMap(([path, item]) =>
    VERBS.filter((verb) => item[verb]?.summary).map((verb) => ({
      path,
      verb,
      resolve,
      ...item[verb],
    })),
  );
}

/** In the order of the document; by folder, so that a new one moves its neighbours only. */
function numbered(requests) {
  const counts = new Map();
  for (const { folder, bru } of requests) {
    bru.meta.seq = (counts.get(folder) ?? 0) + 1;
    counts.set(folder, bru.meta.seq);
  }
  return requests;
}

const foldersTo = (folder) =>
  folder.split('/').map((_, at, parts) => parts.slice(0, at + 1).join('/'));

const folderBru = (name, seq) => jsonToCollectionBru({ meta: { name, seq } });

const INTRODUCTION = `Every call of Gatehouse, by who makes it. Written by \`npm run collection\` from the OpenAPI document.

Choose the environment **sandbox** and start Gatehouse (\`npm start\`). It keeps its keys in
\`DATA_DIR/secrets.json\` (\`.gatehouse/secrets.json\`) under the names that the environment has: copy them. Bruno keeps the secret
ones for you, and writes them into no file here.

- \`adminKey\`: of the demo partner; elsewhere a key with the scope that the request names
- \`wellhubKey\`, \`webhookSecret\`, \`hook\`: for the requests that Wellhub makes
- \`deviceToken\`: for the door

Send \`wellhub.tokens.get\` before what Wellhub registers, and \`usersApi.login\` before the Users API: each keeps its token.`;
