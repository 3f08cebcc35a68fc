import { ok, problem, warning, type Finding } from './finding.js';

const INSTALL = 'install Node 22 or 24';

/** The versions of README.md. */
export function nodeVersion(version: string): Finding[] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    return [problem(`Node ${version} is too old`, INSTALL)];
  if (major === 20)
    return [warning(`Node ${version} works, and gets no security fixes any more`, INSTALL)];
  return [ok(`Node ${version}`)];
}
