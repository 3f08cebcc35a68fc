import { randomUUID } from 'node:crypto';
import type { Settings } from '../platform/config/settings.js';
import { withClient } from '../platform/database/with-client.js';
import { unprovenKeyring } from '../platform/encryption-keys/open-keyring.js';
import { runningProcesses } from '../platform/encryption-keys/stored-keys.js';
import { DeploymentProof, PROOF_PATHS } from '../platform/http/deployment-proof.js';
import type { Check } from './checks.js';
import { ok, problem, warning, type Finding } from './finding.js';
import { readProof } from './read-proof.js';
import { callWeb, type WebAnswer } from './web-call.js';
import { unreached } from './web-problems.js';

const CALL_MS = 2_000;
/** Half of the pause of the stream. */
const SEPARATE_MS = 300;
const DAY_MS = 86_400_000;
const EXPIRY_WARNING_DAYS = 14;

interface Place {
  readonly variable: string;
  readonly origin: string;
  readonly prefix: string;
}

/** Names, TLS, who answers, and what a proxy between does to paths and streams. */
export const publicUrl: Check = async (settings) => {
  const { all } = await withClient(settings.databaseUrl, runningProcesses);
  const places = placesOf(settings);
  const found = await Promise.all(
    places.map((place) =>
      inspectPlace(settings, place).catch((error: unknown) => [
        unreached({ ...place, host: new URL(place.origin).host, isServed: all > 0 }, error),
      ]),
    ),
  );
  return found.flat();
};

const placesOf = ({ publicUrl: origin, wellhubPublicUrl }: Settings): Place[] => [
  { variable: 'PUBLIC_URL', origin, prefix: PROOF_PATHS.public },
  ...(wellhubPublicUrl === origin
    ? []
    : [
        {
          variable: 'WELLHUB_PUBLIC_URL',
          origin: wellhubPublicUrl,
          prefix: PROOF_PATHS.wellhub,
        },
      ]),
];

async function inspectPlace(settings: Settings, place: Place): Promise<Finding[]> {
  const { variable, origin, prefix } = place;
  const proof = new DeploymentProof(unprovenKeyring(settings), settings);
  const limitMs = CALL_MS * settings.deadlineFactor;
  const path = `${prefix}/path/${randomUUID()}`;
  const [plain, odd] = await Promise.all(
    [path, `${path}/a%2Fb//c`].map((sent) => callWeb(origin, sent, limitMs)),
  );
  const { host } = new URL(origin);
  const answers = readProof(proof, { plain, odd, path }).map((found) => ({
    ...found,
    text: `${variable}: ${found.text}`,
  }));
  if (answers.some(({ kind }) => kind === 'problem')) return answers;
  return [
    ok(`${variable}: ${host} is this deployment`),
    ...answers,
    ...certificate(variable, plain as WebAnswer),
    ...(prefix === PROOF_PATHS.public ? await stream(place, limitMs) : []),
  ];
}

function certificate(variable: string, { certificateEnds }: WebAnswer): Finding[] {
  if (!certificateEnds) return [];
  const days = Math.floor((certificateEnds.getTime() - Date.now()) / DAY_MS);
  if (days >= EXPIRY_WARNING_DAYS) return [];
  return [warning(`${variable}: its certificate ends in ${days} days`, 'renew it')];
}

async function stream({ variable, origin }: Place, limitMs: number): Promise<Finding[]> {
  const path = `${PROOF_PATHS.public}/stream/${randomUUID()}`;
  const { status, headers, bodyMs } = await callWeb(origin, path, limitMs);
  if (status !== 200)
    return [problem(`${variable}: a stream is answered with ${status}`, STREAM_FIX)];
  if (headers['content-encoding'] !== undefined)
    return [warning(`${variable}: a proxy compresses streams`, STREAM_FIX)];
  if (bodyMs < SEPARATE_MS)
    return [
      warning(
        `${variable}: a proxy collects streams, so that live screens stand still`,
        STREAM_FIX,
      ),
    ];
  return [];
}

const STREAM_FIX =
  'switch buffering and compression off for text/event-stream (docs/behind-a-proxy.md)';
