import { execFileSync } from 'node:child_process';

/** The variables that name the Node of one line each. */
const LINES = ['NODE20', 'NODE22', 'NODE24'];

/**
 * Every Node to measure, oldest first, one of each version: those that were named, those of NODE20, NODE22 and NODE24, and the one
 * that runs this.
 * @param named paths, separated by commas
 */
export function findNodes(named) {
  const paths = [
    ...(named?.split(',') ?? []),
    ...LINES.map((name) => process.env[name]).filter(Boolean),
    process.execPath,
  ];
  const found = new Map(paths.toReversed().map((path) => [versionOf(path), path]));
  return [...found]
    .map(([version, path]) => ({ version, path }))
    .toSorted((a, b) => majorOf(a.version) - majorOf(b.version));
}

const majorOf = (version) => Number(/\d+/.exec(version));

function versionOf(path) {
  try {
    return execFileSync(path, ['--version'], { encoding: 'utf8' }).trim();
  } catch (error) {
    throw new Error(`${path} is no Node: ${error.message}`, { cause: error });
  }
}
