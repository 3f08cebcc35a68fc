const POLL_EVERY_MS = 250;

/** npm passes a SIGTERM to its shell and no further: when the shell above us is gone, the stop was meant for us. */
export function followNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const poll = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(poll);
    process.kill(process.pid, 'SIGTERM');
  }, POLL_EVERY_MS);
  poll.unref();
}
