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
  const byStatus = new Map<number, Map<string, string>>();
  for (const spec of expected) {
    const shown = examples(spec).find(({ surface }) => surface === format.surface);
    if (!shown) continue;
    const known = byStatus.get(shown.status) ?? new Map<string, string>();
    const titles = [...new Set([...(known.get(shown.code)?.split('; ') ?? []), spec.title])];
    byStatus.set(shown.status, known.set(shown.code, titles.join('; ')));
  }
  const listed = [...byStatus].map(([status, codes]) => [
    status,
    { ...answerOf(format, described(status, codes), status), 'x-error-codes': [...codes.keys()] },
  ]);
  return {
    ...(Object.fromEntries(listed) as Responses),
    default: answerOf(format, ['Any other failure; all codes: /docs/errors']),
  };
}

const described = (status: number, codes: ReadonlyMap<string, string>) => [
  `${STATUS_CODES[status]}. Codes to expect:`,
  '',
  ...[...codes].map(([code, title]) => `- \`${code}\`: ${title}`),
];

const answerOf = ({ schema, mediaType }: ErrorFormat, lines: readonly string[], status = 0) => ({
  description: lines.join('\n'),
  ...((status === 429 || status === 503) && { headers: RETRY_AFTER }),
  content: { [mediaType]: { schema: { $ref: `#/components/schemas/${schema}` } } },
});
