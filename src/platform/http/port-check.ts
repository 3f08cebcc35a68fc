import { once } from 'node:events';
import { createServer } from 'node:net';
import { codeOf, StartProblem } from '../config/start-problem.js';

interface Place {
  readonly port: number;
  readonly host: string;
}

/** Which setting names the port. */
type PortSetting = 'PORT' | 'METRICS_PORT';

/** Whether the port can be listened on, checked before a database is made or migrated. @throws StartProblem */
export async function assertPortIsFree(place: Place, setting?: PortSetting): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(place);
    await once(probe, 'listening');
  } catch (error) {
    throw listenProblem(error, place, setting);
  }
  probe.close();
  await once(probe, 'close');
}

/** Why the port cannot be listened on, and what to do; any other error is returned as it is. */
export function listenProblem(
  error: unknown,
  { port, host }: Place,
  setting: PortSetting = 'PORT',
): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new StartProblem(
        `Port ${port} is taken, perhaps by another Gatehouse: stop what listens there, or set ${setting} to a free one.`,
      );
    case 'EACCES':
    case 'EPERM':
      return new StartProblem(
        `This user may not listen on port ${port}: set ${setting} to one above 1023.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new StartProblem(
        `HOST ${host} is no address of this machine: set it to 127.0.0.1, or to 0.0.0.0 for every network.`,
      );
    default:
      return error;
  }
}
