import { writeFileSync } from 'node:fs';
import { isGatehouseError, type Gatehouse } from '@gatehouse/client';
import { codeOf } from '../../platform/config/start-problem.js';
import type { BuildCommand, CommandCall } from '../frame/command-call.js';
import { action, examples } from '../frame/run-command.js';
import { CliProblem, wrongUse } from '../terminal/cli-problem.js';

interface OpenApiOptions {
  readonly audience?: string;
  readonly output?: string;
  readonly url?: string;
}

const AUDIENCES = ['admin', 'open-api', 'users-api', 'wellhub'];

export const openapi: BuildCommand = (command) => {
  command
    .description('print or save the OpenAPI document of the service')
    .option('--audience <name>', `only the operations for one: ${AUDIENCES.join(', ')}`)
    .option('--url <address>', 'of the service; it needs no profile')
    .option('-o, --output <file>', 'save it instead of printing it')
    .addHelpText(
      'after',
      examples(
        'openapi > openapi.json',
        'openapi --url https://gate.example.com --audience admin -o admin.json',
      ),
    )
    .action(action<OpenApiOptions>(save));
};

async function save(call: CommandCall<OpenApiOptions>): Promise<void> {
  const { audience, output: file } = call.options;
  if (audience !== undefined && !AUDIENCES.includes(audience))
    throw wrongUse(
      `There is no document for "${audience}".`,
      `There is one for: ${AUDIENCES.join(', ')}.`,
    );
  const document = await documentOf(call.anybody(call.options.url), audience);
  const text = `${JSON.stringify(document, undefined, 2)}\n`;
  if (file === undefined) return call.output.write(text);
  write(file, text);
  call.output.result({ saved: file }, `Saved to ${file}.`);
}

async function documentOf(gatehouse: Gatehouse, audience: string | undefined): Promise<object> {
  if (audience === undefined) return gatehouse.get<object>('/docs/openapi.json');
  return gatehouse.get<object>(`/docs/openapi/${audience}.json`).catch((error: unknown) => {
    if (!isGatehouseError(error) || error.status !== 404) throw error;
    throw new CliProblem(`The service has no document of its own for "${audience}".`, {
      next: 'It is of an older version: without --audience there is the document of everything.',
    });
  });
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new CliProblem(`${file} cannot be written (${codeOf(error)}).`, {
      next: 'Name a file in a folder that is there and that you may write.',
    });
  }
}
