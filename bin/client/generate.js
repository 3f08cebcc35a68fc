// Writes what of the client the document says: the types of its schemas, its methods, and the table that they run by.
import { format } from 'prettier';
import { operationsOf } from './operations.js';
import { comment, fieldOf, typeOf } from './types-of-schemas.js';

const HEAD =
  '// Written by `npm run client` from the OpenAPI document: not to be changed by hand.\n';
const FOLDER = 'clients/typescript/src/generated';
const STYLE = { parser: 'typescript', singleQuote: true, trailingComma: 'all', printWidth: 100 };
const PREFIX = '#/components/schemas/';

/** @returns texts of files by their paths. @param codes of errors on all surfaces */
export async function generate(document, codes) {
  const resolved = resolve(document);
  const operations = operationsOf(resolved).sort((a, b) => (a.id < b.id ? -1 : 1));
  const schemas = new Schemas(resolved.components.schemas);
  const files = {
    'methods.ts': methods(operations, schemas),
    'table.ts': table(operations),
    'error-codes.ts': errorCodes(codes),
  };
  if (document.webhooks) files['event-contents.ts'] = eventContents(document.webhooks, schemas);
  files['schemas.ts'] = schemas.text();
  for (const name of ['methods.ts', 'event-contents.ts'])
    if (files[name]) files[name] = schemas.imports(files[name]);
  const texts = Object.entries(files).map(async ([name, text]) => [
    `${FOLDER}/${name}`,
    await format(HEAD + text, STYLE),
  ]);
  return Object.fromEntries(await Promise.all(texts));
}

/** Schemas that operations reach, by names without `Dto`. */
class Schemas {
  #names = new Map();

  constructor(all) {
    this.all = all;
    this.nameOf = (reference) => {
      const name = reference.slice(PREFIX.length);
      if (!this.#names.has(name)) this.#names.set(name, this.#shortened(name));
      return this.#names.get(name);
    };
  }

  #shortened(name) {
    const short = name.replace(/Dto\d*$/, '');
    const isTaken = Object.keys(this.all).some(
      (one) => one !== name && one.replace(/Dto\d*$/, '') === short,
    );
    return isTaken || short in globalThis ? name : short;
  }

  /** All that were named, and what these name. */
  text() {
    const done = new Map();
    for (const [name, short] of this.#names) {
      const schema = this.all[name];
      if (!schema) throw new Error(`the document has no schema ${name}`);
      const type = typeOf(schema, this.nameOf);
      const isObject = type.startsWith('{\n');
      done.set(
        short,
        `${comment(schema.description)}export ${isObject ? `interface ${short} ${type}` : `type ${short} = ${type};`}\n`,
      );
    }
    return [...done]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, text]) => text)
      .join('\n');
  }

  imports(text) {
    const used = [...this.#names.values()]
      .filter((name) => new RegExp(`\\b${name}\\b`).test(text))
      .sort();
    return used.length === 0
      ? text
      : `import type { ${used.join(', ')} } from './schemas.js';\n${text}`;
  }
}

/** References to parameters, bodies and answers are followed; those to schemas are their names. */
function resolve(document) {
  const follow = (node) => {
    if (Array.isArray(node)) return node.map(follow);
    if (typeof node !== 'object' || node === null) return node;
    if (typeof node.$ref === 'string' && !node.$ref.startsWith(PREFIX))
      return follow(
        node.$ref
          .slice(2)
          .split('/')
          .reduce((at, name) => at[name], document),
      );
    return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, follow(value)]));
  };
  return { ...document, paths: follow(document.paths) };
}

/** Operations by the parts of their ids: resources within surfaces. */
function tree(operations) {
  const root = {};
  for (const operation of operations) {
    const parts = operation.id.split('.');
    const at = parts.slice(0, -1).reduce((node, part) => (node[part] ??= {}), root);
    at[parts.at(-1)] = operation;
  }
  return root;
}

const isOperation = (node) => typeof node.verb === 'string' && typeof node.path === 'string';

function table(operations) {
  const write = (node) =>
    isOperation(node)
      ? JSON.stringify(`${node.verb} ${node.path} ${kindOf(node)}`.trim())
      : `{${Object.entries(node)
          .map(([name, child]) => `${name}: ${write(child)}`)
          .join(',\n')}}`;
  return `/** Verb, path, and how its arguments and its answer are to be taken (\`methods.ts\` beside this folder). */
export const TABLE = ${write(tree(operations))} as const;`;
}

/** `b` a body, `f` a form, `q` a query; `p` pages, `s` slices. */
const kindOf = ({ body, query, list }) =>
  `${body ? (body.isForm ? 'f' : 'b') : query.length > 0 ? 'q' : ''}${list ? list.kind[0] : ''}`;

function methods(operations, schemas) {
  const interfaces = [];
  const write = (node, name) => {
    const members = Object.entries(node).map(([key, child]) =>
      isOperation(child)
        ? method(key, child, schemas)
        : `readonly ${key}: ${write(child, `${name === 'Methods' ? '' : name}${key[0].toUpperCase()}${key.slice(1)}`)};`,
    );
    interfaces.push(
      `export interface ${name === 'Methods' ? name : `${name}Methods`} {\n${members.join('\n\n')}\n}`,
    );
    return `${name}Methods`;
  };
  write(tree(operations), 'Methods');
  const all = interfaces.toReversed().join('\n\n');
  return `import type { CallOptions${all.includes('FileBody') ? ', FileBody' : ''} } from '../options.js';
import type { PagedList } from '../pages.js';

${all}
`;
}

function method(name, operation, schemas) {
  const { summary, description, places, body, query } = operation;
  const queryType = `{ ${query.map((parameter) => fieldOf({ ...parameter, isRequired: parameter.required }, schemas.nameOf)).join('')} }`;
  const isNeeded = body ? body.isRequired : query.some(({ required }) => required);
  const input = body ? inputOf(body, schemas) : query.length > 0 ? queryType : undefined;
  const args = [
    ...places.map((place) => `${place.name}: ${typeOf(place.schema, schemas.nameOf)}`),
    ...(input ? [`${body ? 'body' : 'query'}${isNeeded ? '' : '?'}: ${input}`] : []),
    `options?: ${body && query.length > 0 ? `CallOptions & { readonly query?: ${queryType} }` : 'CallOptions'}`,
  ];
  return `${comment(summary && `${summary}.`, description)}${name}(${args.join(', ')}): ${answer(operation, schemas)};`;
}

const inputOf = ({ schema, isFile }, schemas) =>
  isFile ? 'FileBody' : typeOf(schema, schemas.nameOf);

function answer({ answers, list }, schemas) {
  if (list) return `PagedList<${typeOf(list.items, schemas.nameOf)}>`;
  const types = answers.map((schema) => (schema ? typeOf(schema, schemas.nameOf) : 'undefined'));
  const all = [...new Set(types)];
  return `Promise<${all.join(' | ') === 'undefined' || all.length === 0 ? 'void' : all.join(' | ')}>`;
}

/** What an event of each type says beyond its entity: the content of the one payload of each webhook. */
function eventContents(webhooks, { nameOf }) {
  const fields = Object.entries(webhooks).map(([type, { post }]) => {
    const { schema } = post.requestBody.content['application/json'];
    const { content } = schema.properties.payload.items.properties;
    return `${comment(`${post.summary}.`)}readonly ${type}: ${content ? typeOf(content, nameOf) : 'Nothing'};`;
  });
  return `interface Nothing {\n  readonly [name: string]: never;\n}\n
/** What an event of each type says beyond its entity. */
export interface EventContents {\n${fields.join('\n\n')}\n}\n`;
}

const errorCodes = (codes) =>
  `/** A code of the service; \`/docs/errors\` says what each means. */\nexport type ServiceErrorCode =\n${codes
    .map((code) => `  | ${JSON.stringify(code)}`)
    .join('\n')};`;
