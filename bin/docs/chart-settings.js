import { environmentSchema, FILE_VARIABLES } from '../../dist/platform/config/environment.js';

/** What the chart sets itself, from values of its own; `ENV_FILE` is for `npm`, and secrets come from Secrets. */
const OF_THE_CHART = [
  'ENV_FILE',
  'PORT',
  'METRICS_PORT',
  'ROLE',
  'DATA_DIR',
  'SPOOL_DIR',
  'PUBLIC_URL',
  'WELLHUB_PUBLIC_URL',
  'TRUST_PROXY',
  'KEEP_ALIVE_SECONDS',
  ...FILE_VARIABLES,
];

const SOME_NUMBERS = ['1', '10', '100', '1000', '10000', '100000'];
const TOO_LARGE = '9'.repeat(15);

/** The JSON schema of `config` in the chart's values: what the program accepts, so that helm refuses the rest before it installs. */
export const configSchema = () => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    Object.entries(environmentSchema.shape)
      .filter(([name]) => !OF_THE_CHART.includes(name))
      .map(([name, variable]) => [name, typeOf(variable)]),
  ),
});

function typeOf(variable) {
  const { options } = inner(variable);
  // In YAML a bare `on` is a boolean.
  if (options?.includes('on')) return { enum: [...options, true, false] };
  if (options) return { enum: options };
  const accepts = (text) => variable.safeParse(text).success;
  if (accepts('a') || !SOME_NUMBERS.some(accepts)) return { type: 'string' };
  if (accepts('0.5')) return { type: 'number' };
  return {
    type: 'integer',
    ...bound(variable, '0', 'minimum'),
    ...bound(variable, TOO_LARGE, 'maximum'),
  };
}

/** Without its default. */
const inner = (variable) =>
  variable.unwrap && !variable.options ? inner(variable.unwrap()) : variable;

/** What the program says of a number that is too small or too large, as a bound. */
function bound(variable, text, keyword) {
  const said = variable.safeParse(text).error?.issues[0]?.message ?? '';
  const [, limit] = /must be at (?:least|most) (\d+)$/.exec(said) ?? [];
  return keyword === 'minimum'
    ? { minimum: Number(limit ?? 0) }
    : limit && { maximum: Number(limit) };
}
