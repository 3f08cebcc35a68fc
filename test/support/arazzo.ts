import type { Answer, Api } from './api.js';

type Values = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly value?: unknown;
}

interface Step {
  readonly stepId: string;
  readonly operationPath: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly contentType: string; readonly payload: unknown };
  readonly successCriteria: readonly { readonly condition: string }[];
  readonly outputs?: Readonly<Record<string, string>>;
}

export interface Workflow {
  readonly workflowId: string;
  readonly inputs: {
    readonly properties: Readonly<Record<string, { readonly examples?: readonly string[] }>>;
  };
  readonly steps: readonly Step[];
}

export interface ArazzoDocument {
  readonly sourceDescriptions: readonly { readonly url: string }[];
  readonly workflows: readonly Workflow[];
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: object };
}

/** Makes every step of a workflow at a served system: enough of Arazzo for what we describe in it. */
export class ArazzoRun {
  private readonly outputs: Record<string, { outputs: Values }> = {};

  constructor(
    private readonly api: Api,
    private readonly document: object,
    private readonly inputs: Values,
  ) {}

  /** @returns what is not as the workflow says, by step */
  async problems({ steps }: Workflow): Promise<string[]> {
    const found: string[] = [];
    for (const step of steps)
      found.push(...(await this.make(step)).map((problem) => `${step.stepId}: ${problem}`));
    return found;
  }

  private async make(step: Step): Promise<string[]> {
    const [path = '', method = ''] = addressOf(step);
    const operation = valueAt(this.document, ['paths', path, method]) as Operation | undefined;
    if (!operation) return [`the document has no ${method} ${path}`];
    const answer = await this.send(step, method, path);
    const values = Object.entries(step.outputs ?? {}).map(([name, expression]) => [
      name,
      this.read(expression, answer),
    ]);
    this.outputs[step.stepId] = { outputs: Object.fromEntries(values) };
    return [
      ...unknownParts(step, operation),
      ...values.filter(([, value]) => value === undefined).map(([name]) => `no output ${name}`),
      ...step.successCriteria
        .filter(({ condition }) => !this.holds(condition, answer))
        .map(({ condition }) => `${condition}, but ${answer.status} ${answer.text}`),
    ];
  }

  private send({ parameters = [], requestBody }: Step, method: string, path: string) {
    const given = parameters.map(({ name, value, ...one }) => ({
      name,
      in: one.in,
      value: String(this.filled(value)),
    }));
    const address = given
      .filter((one) => one.in === 'path')
      .reduce((text, { name, value }) => text.replace(`{${name}}`, value), path);
    const headers = given.filter((one) => one.in === 'header');
    return this.api.call(
      method.toUpperCase(),
      address,
      this.filled(requestBody?.payload),
      Object.fromEntries(headers.map(({ name, value }) => [name, value])),
    );
  }

  private holds(condition: string, answer: Answer): boolean {
    const [expression = '', wanted = ''] = condition.split(' == ');
    return String(this.read(expression, answer)) === wanted.replaceAll("'", '');
  }

  private filled(value: unknown): unknown {
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([name, part]) => [name, this.filled(part)]),
      );
    if (typeof value !== 'string') return value;
    if (value.startsWith('$')) return this.read(value);
    return value.replaceAll(/\{(\$[^}]+)\}/g, (_, expression: string) =>
      String(this.read(expression)),
    );
  }

  /** `$inputs.hook`, `$steps.getToken.outputs.accessToken`, `$response.body#/token_type`. */
  private read(expression: string, answer?: Answer): unknown {
    const known = {
      $statusCode: answer?.status,
      $response: { body: answer?.body },
      $inputs: this.inputs,
      $steps: this.outputs,
    };
    return valueAt(known, expression.split(/\.|#\//));
  }
}

/** Path and verb, of `{$sourceDescriptions.partner.url}#/paths/~1wellhub~1token/get`. */
const addressOf = ({ operationPath }: Step): string[] =>
  (operationPath.split('#/paths/')[1] ?? '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

function unknownParts({ parameters = [], requestBody }: Step, operation: Operation): string[] {
  const { parameters: known = [], requestBody: body } = operation;
  const isIn = (list: readonly Parameter[]) => (one: Parameter) =>
    list.some((other) => other.in === one.in && other.name === one.name);
  const isSecurity = ({ name }: Parameter) => /^(authorization|x-api-key)$/i.test(name);
  return [
    ...parameters
      .filter((one) => !isSecurity(one) && !isIn(known)(one))
      .map(({ name }) => `the document has no parameter ${name}`),
    ...known
      .filter((one) => one.required && !isIn(parameters)(one))
      .map(({ name }) => `the parameter ${name} is required`),
    ...(requestBody && !Object.hasOwn(body?.content ?? {}, requestBody.contentType)
      ? [`the document has no body of ${requestBody.contentType}`]
      : []),
  ];
}

const valueAt = (value: unknown, steps: readonly string[]): unknown =>
  steps.reduce((part: unknown, step) => (part as Values | undefined)?.[step], value);
