/** The audiences of the API, each with its own error format, deadline and rules. */
export type Surface =
  | 'wellhub'
  | 'wellhub-registration'
  | 'open-api'
  | 'users-api'
  | 'devices'
  | 'admin'
  | 'system'
  | 'pages';

interface SurfaceRule {
  readonly prefix: string;
  readonly surface: Surface;
  /** The answer is sent by then, whatever hangs (`architecture.md`, "Errors"). */
  readonly deadlineMs: number;
}

const RULES: readonly SurfaceRule[] = [
  { prefix: '/wellhub/token', surface: 'wellhub-registration', deadlineMs: 2_500 },
  { prefix: '/wellhub/users/', surface: 'wellhub', deadlineMs: 900 },
  { prefix: '/wellhub/users', surface: 'wellhub-registration', deadlineMs: 2_500 },
  { prefix: '/wellhub/test/token', surface: 'wellhub-registration', deadlineMs: 2_500 },
  { prefix: '/wellhub/test/users/', surface: 'wellhub', deadlineMs: 900 },
  { prefix: '/wellhub/test/users', surface: 'wellhub-registration', deadlineMs: 2_500 },
  { prefix: '/wellhub/', surface: 'wellhub', deadlineMs: 900 },
  { prefix: '/v1/', surface: 'open-api', deadlineMs: 700 },
  { prefix: '/open-api/', surface: 'open-api', deadlineMs: 2_500 },
  { prefix: '/aggregator/', surface: 'open-api', deadlineMs: 700 },
  { prefix: '/Api/', surface: 'users-api', deadlineMs: 2_500 },
  { prefix: '/cid/', surface: 'devices', deadlineMs: 2_500 },
  { prefix: '/admin/', surface: 'admin', deadlineMs: 2_500 },
  { prefix: '/console/session', surface: 'admin', deadlineMs: 2_500 },
  { prefix: '/health/', surface: 'system', deadlineMs: 2_500 },
  { prefix: '/metrics', surface: 'system', deadlineMs: 2_500 },
  // The first reader waits until the OpenAPI document is made.
  { prefix: '/docs/openapi', surface: 'pages', deadlineMs: 10_500 },
];

const PAGES: SurfaceRule = { prefix: '/', surface: 'pages', deadlineMs: 2_500 };
/** The front desk waits for Wellhub up to 8 s, and who tries a mail for the mail server. */
const DESK = [
  /^\/admin\/v1\/partners\/[^/]+\/mail-templates\/[^/]+\/test-mail\b/,
  /^\/admin\/v1\/(check-ins\/[^/]+|gyms\/[^/]+\/(check-ins|wellhub))\/(validate|test)\b/,
  /^\/console\/settings\/(wellhub|mails\/[^/]+)\/test\b/,
  /^\/console\/check-ins\/[^/]+\/validate\b/,
  /^\/console\/desk\/[^/]+\/(check-ins\/[^/]+\/validate|validate-id)\b/,
];

/** A partner's identity provider is called up to four times, each call for 5 s at most. */
const PROVIDER = [
  /^\/admin\/v1\/partners\/[^/]+\/identity-provider\/test\b/,
  /^\/console\/(login\/[^/]+\/start|single-sign-on\/(callback|confirm\/start))\b/,
];

/** Wellhub's set-up takes one call per gym, each up to 10 s. */
const SETUP =
  /^\/(?:admin\/v1\/partners\/[^/]+\/wellhub\/setup|console\/settings\/wellhub\/webhooks)\b/;

/** Hundreds of rows in one transaction. */
const BATCH = /^\/admin\/v1\/partners\/[^/]+\/customers\/batch\b/;

/** The rule for a path in the spelling of its route. */
export function surfaceOf(url: string): SurfaceRule {
  const rule = RULES.find(({ prefix }) => url.startsWith(prefix)) ?? PAGES;
  if (SETUP.test(url)) return { ...rule, deadlineMs: 30_500 };
  return [...DESK, ...PROVIDER, BATCH].some((slow) => slow.test(url))
    ? { ...rule, deadlineMs: 10_500 }
    : rule;
}

/**
 * The surface that a path without a route was meant for: doubled or missing slashes, escaped characters and letter case
 * do not matter.
 */
export function surfaceMeant(url: string): SurfaceRule {
  const path = readablePath(url)
    .replaceAll(/\/{2,}/g, '/')
    .toLowerCase();
  const spelled = (prefix: string) => prefix.toLowerCase();
  const rule =
    RULES.find(({ prefix }) => path.startsWith(spelled(prefix))) ??
    RULES.find(({ prefix }) => `${path}/` === spelled(prefix));
  return rule ?? PAGES;
}

/** The path of a URL with its escapes decoded, as the router does; escaped slashes stay escaped. */
export function readablePath(url: string): string {
  const [path = ''] = url.split('?', 1);
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

const byRoute = new Map<string, SurfaceRule>();

/**
 * The same for a request: looked up once per route. What has no route, or only happens to fit a page of a partner
 * (`/wellhub/login`), is judged by its path.
 */
export function surfaceAt({ url = '/', routeOptions }: RoutedRequest): SurfaceRule {
  const route = routeOptions?.url;
  if (route === undefined || route.startsWith('/:')) return surfaceMeant(url);
  const known = byRoute.get(route) ?? surfaceOf(route);
  byRoute.set(route, known);
  return known;
}

/** Devices speak in a dialect of their own: only the handler can read, and refuse, what they sent. */
export const isReadByHandler = (request: RoutedRequest): boolean =>
  surfaceAt(request).surface === 'devices';

interface RoutedRequest {
  readonly url: string;
  readonly routeOptions?: { readonly url?: string | undefined };
}
