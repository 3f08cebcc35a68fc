import { readFlags, USAGE } from './flags.js';
import { createSimulator, type SimulatorOptions } from './simulator.js';

/** `npm run simulator`: Wellhub as a process of its own. */
async function main(args: readonly string[]): Promise<void> {
  const options = optionsOrMessage(args);
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n\n${USAGE}`);
    process.exitCode = 2;
  } else if (options === undefined) {
    process.stdout.write(USAGE);
  } else {
    await run(options);
  }
}

async function run(options: SimulatorOptions): Promise<void> {
  const simulator = await createSimulator(options);
  process.stdout.write(
    `Wellhub simulator: ${simulator.url} (open it for the phone)\n` +
      `validate expects the token: ${options.validateToken}\n`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void simulator.close());
  }
}

function optionsOrMessage(args: readonly string[]): SimulatorOptions | undefined | string {
  try {
    return readFlags(args);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

await main(process.argv.slice(2));
