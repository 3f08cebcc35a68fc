// What the client's methods are, read from the document.
import { isBinary } from './types-of-schemas.js';

const VERBS = ['get', 'post', 'put', 'patch', 'delete'];
/** `customers.create`: what has no such id yet is reached by its path. */
const ID = /^[a-z]\w*(\.[a-z]\w*)+$/;

/** Every operation with an id that reads like a method. */
export const operationsOf = ({ paths, components }) =>
  Object.entries(paths)
    .flatMap(([path, item]) =>
      VERBS.filter((verb) => ID.test(item[verb]?.operationId ?? '')).map((verb) =>
        operation({ verb: verb.toUpperCase(), path, schemas: components.schemas }, item[verb]),
      ),
    )
    .filter(({ isStream }) => !isStream);

function operation(
  { verb, path, schemas },
  { operationId: id, summary, description, parameters = [], requestBody, responses },
) {
  const inPlace = (place) => parameters.filter((parameter) => parameter.in === place);
  const body = bodyOf(requestBody);
  const query = inPlace('query');
  const answers = Object.entries(responses)
    .filter(([status]) => status.startsWith('2'))
    .map(([, response]) => answerOf(response));
  const list = answers.length === 1 ? listOf(answers[0], query, schemas) : undefined;
  return {
    id,
    verb,
    path,
    summary,
    description,
    // The partner is the client's own, or an option.
    places: inPlace('path').filter(({ name }) => name !== 'partnerId'),
    query: list ? query.filter(({ name }) => name !== list.by) : query,
    body,
    answers,
    list,
    isStream: Object.values(responses).some(({ content }) => content?.['text/event-stream']),
  };
}

function bodyOf(requestBody) {
  if (!requestBody) return undefined;
  const { content, required: isRequired = false } = requestBody;
  const json = content['application/json'] ?? content['application/merge-patch+json'];
  if (json) return { schema: json.schema, isRequired };
  const form = content['application/x-www-form-urlencoded'];
  if (form) return { schema: form.schema, isRequired, isForm: true };
  return { isRequired, isFile: true };
}

/** Undefined for an answer without a body. */
function answerOf({ content }) {
  if (!content) return undefined;
  const json = content['application/json'];
  if (json) return json.schema;
  const [[type, { schema = {} }]] = Object.entries(content);
  return isBinary(schema) && !type.startsWith('text/') ? schema : { type: 'string' };
}

/** Lists that end at `nextCursor: null`, and those of the Open API that go on by an offset. */
function listOf(schema, query, schemas) {
  const names = new Set(query.map(({ name }) => name));
  const { properties = {} } = schema?.$ref
    ? schemas[schema.$ref.split('/').at(-1)]
    : (schema ?? {});
  if (names.has('cursor') && properties.items && properties.nextCursor)
    return { kind: 'pages', by: 'cursor', items: properties.items.items };
  if (names.has('offset') && properties.result && properties.hasNext)
    return { kind: 'slices', by: 'offset', items: properties.result.items };
  return undefined;
}
