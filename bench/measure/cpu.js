import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts CPU time for /proc in hundredths of a second. */
const TICK_MICROS = 10_000;

/** @returns name, parent and CPU time in µs of a process, or undefined where there is no /proc or no such process */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const nameEnd = text.lastIndexOf(')');
    const fields = text.slice(nameEnd + 2).split(' ');
    const ticks = (first) => Number(fields[first]) + Number(fields[first + 1]);
    return {
      name: text.slice(text.indexOf('(') + 1, nameEnd),
      parent: Number(fields[1]),
      micros: ticks(11) * TICK_MICROS,
      microsOfEndedChildren: ticks(13) * TICK_MICROS,
    };
  } catch {
    return undefined;
  }
}

/** CPU time of a process, its threads and its children, ended ones too: a server of several processes, a PostgreSQL. */
export function cpuOfAll(pid) {
  const root = pid === undefined ? undefined : statOf(pid);
  if (!root) return undefined;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(name))
    .filter((stat) => stat?.parent === pid);
  return children.reduce(
    (sum, { micros }) => sum + micros,
    root.micros + root.microsOfEndedChildren,
  );
}

/** The server's main process when it runs on this machine: the parent of any of its backends. */
export async function postmasterOf(sql) {
  const [{ pid }] = await sql('select pg_backend_pid() as pid');
  const backend = statOf(pid);
  return backend?.name === 'postgres' ? backend.parent : undefined;
}
