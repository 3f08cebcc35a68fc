import type { Worker } from 'node:cluster';

interface Handle {
  close(): void;
}

/**
 * Node hands a process one new connection at a time, and forgets the one under way when that process dies: its client
 * would wait for ever. Closed, the client sees at once that it has to connect again.
 */
export function closeLostConnection(worker: Worker): void {
  let last: Handle | undefined;
  const { process: child } = worker;
  const send = child.send.bind(child) as (...values: unknown[]) => boolean;
  child.send = (message: unknown, handle?: unknown, ...rest: unknown[]): boolean => {
    if (handle) last = handle as Handle;
    return send(message, handle, ...rest);
  };
  // Closing twice does nothing. One that ends as asked has refused the connection, which another process has by then.
  worker.once('exit', (code) => {
    if (code !== 0) last?.close();
  });
}
