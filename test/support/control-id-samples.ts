import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WireRequest } from '../../src/simulator/index.js';

const FOLDER = 'test/golden/control-id';

/** A golden sample: its name, and the request whose path follows the device address. */
export interface ControlIdSample extends WireRequest {
  readonly name: string;
}

/** G1 to G8 as they stand in their files. */
export const CONTROL_ID_SAMPLES: readonly ControlIdSample[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.http'))
  .sort()
  .map((file) => readSample(file.replace('.http', ''), readFileSync(join(FOLDER, file), 'utf8')));

/** One of them, by its name without the description: `g2`, `g6-dao`. */
export function controlIdSample(name: string): ControlIdSample {
  const found = CONTROL_ID_SAMPLES.find((sample) => sample.name.startsWith(name));
  if (found === undefined) throw new Error(`No golden sample begins with ${name}`);
  return found;
}

function readSample(name: string, text: string): ControlIdSample {
  const end = text.indexOf('\n\n');
  const [first = '', type] = text.slice(0, end).split('\n');
  const [method = '', path = ''] = first.split(' ');
  const contentType = type?.replace('Content-Type: ', '');
  return { name, method, path, contentType, body: text.slice(end + 2) };
}
