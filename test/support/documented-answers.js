// Plain JavaScript: Node loads it once per worker, so that the document is made and its schemas are compiled once.
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const DOCUMENT = 'openapi';
/** Formats that say more about a number or a string than its text shows. */
const NOT_IN_TEXT = { int64: true, binary: true, password: true };

let known;

/** The first application of a worker documents all: they are of one build. */
export async function learn(makeDocument) {
  known ??= prepared(JSON.parse(await makeDocument()));
}

function prepared(document) {
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false, formats: NOT_IN_TEXT });
  addFormats.default(ajv);
  // Addresses may hold letters of any language, which the format of the package does not know.
  ajv.addFormat('email', /^[^\s@]+@[^\s@]+$/);
  ajv.addSchema(closed(document), DOCUMENT);
  return { ajv, document, operations: operationsIn(document) };
}

/** Clients bear fields that are new; here each must be documented. */
function closed(node) {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  const parts = Object.entries(node).map(([name, part]) => [name, closed(part)]);
  const isOpen = typeof node.properties === 'object' && !('additionalProperties' in node);
  return { ...Object.fromEntries(parts), ...(isOpen && { additionalProperties: false }) };
}

/** @returns why an example is none of the operation with this id; undefined where it is one, or nothing is documented */
export function undocumentedExample(id, status, body) {
  const { content, steps } = exampleOf(id, status) ?? {};
  if (!content) return `no operation answers JSON with ${status}: remove it`;
  const isRight = schemaAt([...steps, 'content', 'application/json', 'schema']);
  return isRight(body) ? undefined : isRight.errors.map(asWords).join('; ');
}

/** @returns the id of the operation that answered; undefined where none is documented */
export const operationIdOf = (exchange) => known && operationAt(exchange)?.operation.operationId;

/** Every id of which an example can stand in the document, events included. */
export const exampleIds = () => [
  ...known.operations
    .map(({ operation }) => operation)
    .filter(({ responses }) => Object.entries(responses).some(answersJson))
    .map(({ operationId }) => operationId),
  ...Object.keys(known.document.webhooks).map((type) => `webhooks.${type}`),
];

const answersJson = ([status, { content }]) =>
  status < '300' && content?.['application/json'] !== undefined;

/** @returns why a delivery is not as `webhooks` documents its type; undefined where it is, or nothing is documented */
export function undocumentedEvent(body) {
  const type = body?.payload?.[0]?.type;
  const isDocumented = known !== undefined && known.document.webhooks[type] !== undefined;
  return isDocumented ? undocumentedExample(`webhooks.${type}`, 0, body) : undefined;
}

function exampleOf(id, status) {
  const [, event] = /^webhooks\.(.*)$/.exec(id) ?? [];
  if (event !== undefined) {
    const content = known.document.webhooks[event]?.post.requestBody.content;
    return content && { content, steps: ['webhooks', event, 'post', 'requestBody'] };
  }
  const found = known.operations.find(({ operation }) => operation.operationId === id);
  const content = found?.operation.responses[status]?.content?.['application/json'];
  return (
    content && { content, steps: ['paths', found.path, found.verb, 'responses', String(status)] }
  );
}

const schemaAt = (steps) => known.ajv.getSchema(`${DOCUMENT}#/${steps.map(asPointer).join('/')}`);

const operationsIn = ({ paths }) =>
  Object.entries(paths)
    .flatMap(([path, verbs]) =>
      Object.entries(verbs).map(([verb, operation]) => ({
        path,
        verb,
        operation,
        pattern: patternOf(path),
      })),
    )
    .sort((a, b) => (rank(a.path) < rank(b.path) ? -1 : 1));

/** The old API spells its paths in any letter case. */
const patternOf = (path) =>
  new RegExp(
    `^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}/?$`,
    path.startsWith('/Api/') ? 'i' : '',
  );

/** What is written out comes before what fits anything. */
const rank = (path) => path.replaceAll(/\{\w+\}/g, '~');

/** @returns what the document does not allow, as a sentence; undefined where all is well or nothing is documented */
export function undocumented(exchange) {
  const found = known && operationAt(exchange);
  if (!found) return undefined;
  const what = problemOf(found, exchange);
  const { method, path, status } = exchange;
  return what && `${method} ${path} answered ${status}, and ${found.operation.operationId} ${what}`;
}

/** Clients branch on codes: each that an operation answers stands in its list. */
function codeProblem({ operation }, { status, body }) {
  if (status < 400) return undefined;
  const listed = operation.responses[status]?.['x-error-codes'] ?? [];
  const strange = codesIn(body).filter((code) => !listed.includes(code));
  return strange.length === 0
    ? undefined
    : `does not list the error code ${strange.join(', ')}: name it in \`errors\` of its @Operation`;
}

const codesIn = (body) =>
  [body?.code, body?.errorCode, ...(body?.errors ?? []).map(({ code }) => code)].filter(
    (code) => code !== undefined,
  );

function operationAt({ method, path }) {
  const [bare] = path.split('?', 1);
  const verb = method.toLowerCase();
  return known.operations.find((one) => one.verb === verb && one.pattern.test(bare));
}

function problemOf({ path, verb, operation }, { status, contentType, text, body }) {
  const { responses } = operation;
  const code = responses[status] ? String(status) : 'default';
  if (code === 'default' && status < 400)
    return `documents only ${Object.keys(responses).join(', ')}`;
  const { content } = responses[code];
  if (!content) return text === '' ? undefined : 'documents no body for it';
  const type = contentType.split(';', 1)[0].trim();
  if (!content[type])
    return `documents ${Object.keys(content).join(', ')} and not "${type}" for it`;
  if (!type.endsWith('json')) return undefined;
  const isRight = schemaAt(['paths', path, verb, 'responses', code, 'content', type, 'schema']);
  return isRight(body)
    ? codeProblem({ operation }, { status, body })
    : `documents another body: ${isRight.errors.map(asWords).join('; ')}`;
}

const asPointer = (step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));

function asWords({ instancePath, message, params }) {
  const { additionalProperty, allowedValues } = params;
  if (additionalProperty !== undefined) return `${instancePath}/${additionalProperty} is not in it`;
  return `${instancePath || 'it'} ${message}${allowedValues ? ` (${allowedValues.join(', ')})` : ''}`;
}
