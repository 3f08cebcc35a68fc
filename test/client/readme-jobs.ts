import { transform } from 'esbuild';
import * as client from '@gatehouse/client';
import { readText } from '../support/repository.js';

export interface Job {
  readonly title: string;
  readonly code: string;
}

/** The examples of the client's README, by the headings above them; the first one makes `gatehouse`. */
export function readmeJobs(): Job[] {
  const text = readText('clients/typescript/README.md');
  return text.split(/^## /m).flatMap((section) => {
    const [, code] = /```ts\n([\s\S]*?)```/.exec(section) ?? [];
    return code === undefined || section.startsWith('#')
      ? []
      : [{ title: section.split('\n', 1)[0] ?? '', code }];
  });
}

/** What the examples take as given. */
export const GIVEN = {
  gatehouse: 'Gatehouse',
  gymId: 'number',
  customerId: 'number',
  receiverUrl: 'string',
  secret: 'string',
  lastCursor: 'string | undefined',
} as const;

export type Given = { readonly [N in keyof typeof GIVEN]: unknown };

const IMPORT = /^import \{ ([\w, ]+) \} from '([\w:/]+)';$/gm;

/** One program of all of them, for the type checker. */
export function readmeProgram(): string {
  const imports = readmeJobs().flatMap(({ code }) => code.match(IMPORT) ?? []);
  const given = Object.entries(GIVEN).map(([name, type]) => `declare const ${name}: ${type};`);
  const names = Object.keys(client).join(', ');
  const functions = readmeJobs().map(
    ({ code }, no) => `export async function job${no}() {\n${code.replaceAll(IMPORT, '')}}`,
  );
  return [`import { ${names} } from '@gatehouse/client';`, ...imports, ...given, ...functions].join(
    '\n',
  );
}

/** Runs an example. @returns what it printed, and what `result` names of its variables */
export async function runJob({ code }: Job, given: Given, result = 'undefined') {
  const imports = [...code.matchAll(IMPORT)].map(([, names = '', from = '']) => [names, from]);
  const modules = await Promise.all(
    imports.map(async ([names = '', from = '']) => {
      const module = (await import(from)) as Record<string, unknown>;
      return names.split(', ').map((name) => [name, module[name]] as const);
    }),
  );
  const printed: unknown[][] = [];
  const console = { log: (...values: unknown[]) => printed.push(values) };
  const known = { ...client, ...Object.fromEntries(modules.flat()), ...given, console };
  const body = `return (async () => {\n${code.replaceAll(IMPORT, '')}\nreturn ${result};\n})()`;
  const { code: script } = await transform(`function job() { ${body} }`, { loader: 'ts' });
  const run = new Function(...Object.keys(known), `${script}\nreturn job();`);
  return { printed, result: (await run(...Object.values(known))) as unknown };
}
