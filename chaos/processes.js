import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { PER_SECOND, times, underLoad } from './under-load.js';

/** kill -9 of one of the processes behind a port (`WORKERS`): the others of its replica go on. */
export async function killedProcesses(stage, { count, random }) {
  await exchange(stage.replicas, { WORKERS: '2' });
  await underLoad(stage, PER_SECOND, () =>
    times(count, async () => {
      // Time for the next one to start: without anybody there nothing would be proven.
      await sleep(2_000 + random.below(2_000));
      const members = stage.replicas.all.flatMap(({ pid }) => processesBelow(pid));
      // Those that died before may not be back yet.
      if (members.length > 0) process.kill(random.pick(members), 'SIGKILL');
    }),
  );
  await exchange(stage.replicas, {});
}

/** Each replica gives way to one with this environment. */
async function exchange(replicas, env) {
  for (const server of replicas.all) {
    await replicas.add(env);
    replicas.hide(server);
    await server.stop();
  }
}

const processesBelow = (pid) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number);
