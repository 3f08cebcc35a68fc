import type { Command } from 'commander';
import { loadKit, OPTIONS, WrongUse, type Option } from '../../conformance/index.js';
import { agreed } from '../conformance/agreement.js';
import { flagOf, givenOptions, type ConformFlags } from '../conformance/given-options.js';
import { assertWritable, saveReport } from '../conformance/report-files.js';
import type { BuildCommand, CommandCall } from '../frame/command-call.js';
import { listed } from '../frame/option-values.js';
import { action, examples } from '../frame/run-command.js';
import { wrongUse } from '../terminal/cli-problem.js';
import { EXIT, type ExitCode } from '../terminal/exit-codes.js';

const NOTES = `
The key and the secrets also come from GATEHOUSE_CONFORM_KEY, GATEHOUSE_CONFORM_SECRET and
GATEHOUSE_CONFORM_VALIDATE_TOKEN. With --listen your system calls "validate" at this machine:
before the run set its base URL of Wellhub to http://HOST:PORT, and its token to that of --validate-token.
${examples(
  'conform --target http://localhost:3000 --key KEY --secret SECRET --hook HOOK',
  'conform --target https://test.example.com --key KEY --secret SECRET --listen 0.0.0.0:4010 --validate-token TOKEN',
  'conform --config conformance.json --only token,registration --html report.html',
)}`;

export const conform: BuildCommand = (command) => {
  command.description(
    "play Wellhub against the endpoints of any partner's system, and report what it finds.\nPeople are invented. Exit code: 0 nothing found, 1 findings, 2 wrong use.",
  );
  for (const [name, option] of Object.entries(OPTIONS)) addOption(command, name, option);
  command
    .option('--config <file>', 'a JSON file with any of these options, in camelCase')
    .option('--only <names>', 'only these checks or groups, and what they build on', listed)
    .option('--list', 'show the checks, and send nothing')
    .option('--html <file>', 'save the report as a page')
    .option('--junit <file>', 'save the report as JUnit XML')
    .option('--yes', 'send to other machines without asking')
    .addHelpText('after', NOTES)
    .action(action<ConformFlags>(conformOrExplain));
};

function addOption(command: Command, name: string, { value, help }: Option): void {
  const flag = flagOf(name);
  command.option(value === undefined ? flag : `${flag} <${value.toLowerCase()}>`, help);
}

async function conformOrExplain(call: CommandCall<ConformFlags>): Promise<ExitCode> {
  try {
    return await (call.options.list ? list(call) : run(call));
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    throw wrongUse(`${error.message}.`, 'gatehouse conform --help shows what it takes.');
  }
}

async function list({ options, output }: CommandCall<ConformFlags>): Promise<ExitCode> {
  const { selectedChecks } = await loadKit();
  const checks = selectedChecks(options.only ?? []);
  output.table(checks, {
    columns: ['Check', 'What is right'],
    rows: checks.map(({ id, title }) => [id, title]),
    empty: 'There are none.',
  });
  return EXIT.done;
}

async function run({ options, output, signal }: CommandCall<ConformFlags>): Promise<ExitCode> {
  const kit = await loadKit();
  const checks = kit.selectedChecks(options.only ?? []);
  const partner = kit.partnerUnderTest(givenOptions(options));
  assertWritable(options.html);
  assertWritable(options.junit);
  if (!options.yes) await agreed(kit.foreignHosts(partner), signal);
  const report = await kit.runConformance(partner, checks, {
    signal,
    onListen: (url) => output.progress(`Wellhub listens at ${url} until the run ends.`),
    onResult: (result) => output.progress(kit.resultLine(result, output.paintProgress)),
  });
  saveReport(options.html, () => kit.htmlReport(report));
  saveReport(options.junit, () => kit.junitReport(report));
  const lines = [kit.findingsText(report, output.paint), kit.summaryText(report, output.paint)];
  output.result(report, lines);
  return report.counts.failed > 0 ? EXIT.failed : EXIT.done;
}
