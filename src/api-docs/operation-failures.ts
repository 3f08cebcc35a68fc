import { STATUS_CODES } from 'node:http';
import type { ErrorSpec } from '../platform/errors/domain-error.js';
import { surfaceOf, type Surface } from '../platform/http/surfaces.js';
import type { ErrorExamples } from './error-examples.js';

type Responses = Record<string, object>;

interface ErrorFormat {
  readonly schema: string;
  readonly mediaType: string;
  /** As `ErrorExamples` calls the surface. */
  readonly surface: string;
}

const JSON_TYPE = 'application/json';
const PROBLEM = {
  schema: 'Problem',
  mediaType: 'application/problem+json',
  surface: 'Administration',
};

const FORMATS: Partial<Record<Surface, ErrorFormat>> = {
  wellhub: { schema: 'WellhubError', mediaType: JSON_TYPE, surface: 'Wellhub webhooks' },
  'wellhub-registration': {
    schema: 'WellhubError',
    mediaType: JSON_TYPE,
    surface: 'Wellhub registration',
  },
  'open-api': { schema: 'OpenApiError', mediaType: JSON_TYPE, surface: 'Open API' },
  'users-api': { schema: 'UsersApiErrors', mediaType: JSON_TYPE, surface: 'Users API' },
  admin: PROBLEM,
  system: PROBLEM,
};

const RETRY_AFTER = {
  'Retry-After': {
    description: 'Seconds until another try makes sense',
    schema: { type: 'integer', minimum: 0 },
  },
};

/** The answers to what can go wrong at this path, by status, each with the codes to expect. */
export function failuresAt(
  path: string,
  expected: readonly ErrorSpec[],
  examples: ErrorExamples['of'],
): Responses {
  const format = FORMATS[surfaceOf(path).surface];
  if (!format) return {};
  const byStatus = new Map<number, string[]>();
  for (const spec of expected) {
    const shown = examples(spec).find(({ surface }) => surface === format.surface);
    if (!shown) continue;
    const line = `- \`${shown.code}\`: ${spec.title}`;
    byStatus.set(shown.status, [...new Set([...(byStatus.get(shown.status) ?? []), line])]);
  }
  const listed = [...byStatus].map(([status, lines]) => [
    status,
    answerOf(format, [`${STATUS_CODES[status]}. Codes to expect:`, '', ...lines], status),
  ]);
  return {
    ...(Object.fromEntries(listed) as Responses),
    default: answerOf(format, ['Any other failure; all codes: /docs/errors']),
  };
}

const answerOf = ({ schema, mediaType }: ErrorFormat, lines: readonly string[], status = 0) => ({
  description: lines.join('\n'),
  ...((status === 429 || status === 503) && { headers: RETRY_AFTER }),
  content: { [mediaType]: { schema: { $ref: `#/components/schemas/${schema}` } } },
});
