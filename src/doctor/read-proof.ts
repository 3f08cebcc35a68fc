import type { Forwarding } from '../platform/http/client-address.js';
import type { DeploymentProof } from '../platform/http/deployment-proof.js';
import { problem, warning, type Finding } from './finding.js';
import type { WebAnswer } from './web-call.js';

interface Answers {
  readonly plain: WebAnswer | undefined;
  /** Of the same path with `/a%2Fb//c`. */
  readonly odd: WebAnswer | undefined;
  readonly path: string;
}

const FORWARDINGS: readonly Forwarding[] = ['none', 'read', 'unread'];
const REWRITTEN = [
  ['/a/b//c', 'decodes %2F in paths'],
  ['/a%2Fb/c', 'merges // in paths'],
  ['/a/b/c', 'decodes %2F and merges // in paths'],
] as const;
const REWRITTEN_FIX = 'let the proxy pass paths as they are (docs/behind-a-proxy.md)';

/** What is wrong with who answered, and how the request reached it. */
export function readProof(proof: DeploymentProof, { plain, odd, path }: Answers): Finding[] {
  const shown = (answer: WebAnswer | undefined, sent: string) =>
    FORWARDINGS.find((forwarding) =>
      proof.shows(answer?.body.trim() ?? '', { path: sent, forwarding }),
    );
  const forwarding = shown(plain, path);
  if (forwarding === undefined) return [stranger(plain)];
  return [
    ...(forwarding === 'unread' ? [UNREAD] : []),
    ...(shown(odd, `${path}/a%2Fb//c`) === undefined
      ? [
          warning(
            rewritten((sent) => shown(odd, path + sent) !== undefined, odd),
            REWRITTEN_FIX,
          ),
        ]
      : []),
  ];
}

const UNREAD = warning(
  'TRUST_PROXY is not set, although a proxy names the client: all people share one address',
  'set TRUST_PROXY to the addresses of the proxy (docs/behind-a-proxy.md)',
);

const rewritten = (arrivedAs: (path: string) => boolean, odd: WebAnswer | undefined): string => {
  const how = REWRITTEN.find(([path]) => arrivedAs(path))?.[1];
  return `a proxy ${how ?? `refuses a path with %2F or // (status ${odd?.status})`}`;
};

function stranger(answer: WebAnswer | undefined): Finding {
  const { status = 0, headers = {}, body = '' } = answer ?? {};
  if (status >= 300 && status < 400)
    return problem(
      `it redirects (${status}) instead of answering`,
      'name the address where it ends, or let the proxy route to the service',
    );
  if (/^[0-9a-f]{64}$/.test(body.trim()))
    return problem(
      'another deployment answers there, or one with another SECRETS_KEY or PUBLIC_URL',
      'route this address to this deployment, and give all processes the same settings',
    );
  const what = headers['content-type']?.split(';')[0] ?? 'no content type';
  return problem(
    `something else answers there, or an older version (status ${status}, ${what})`,
    'let the proxy route this address to the service, all paths of its surfaces',
  );
}
