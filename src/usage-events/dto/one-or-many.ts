import { validateSync } from 'class-validator';
import type { Violation } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { isObject } from '../../platform/http/json-body.js';
import { UsageEventDto } from './usage-event.dto.js';

const MOST = 1_000;
const UNKNOWN_FIELD = 'is not a known field';

/** A body of one event or of several, and how a field of it is named in a violation. */
export interface ReadUsageEvents {
  readonly events: readonly UsageEventDto[];
  pathOf(index: number, field: string): string;
}

/** @throws request.invalid naming every field that is wrong; an array is good as a whole or not at all */
export function readUsageEvents(body: unknown): ReadUsageEvents {
  const given: readonly unknown[] = Array.isArray(body) ? body : [body];
  if (given.length < 1 || given.length > MOST)
    throw invalid({ path: '', detail: `an array has 1 to ${MOST} events` });
  const pathOf = Array.isArray(body)
    ? (index: number, field: string) => (field === '' ? `${index}` : `${index}.${field}`)
    : (_: number, field: string) => field;
  const events: UsageEventDto[] = [];
  const violations: Violation[] = given.flatMap((one, index) => {
    if (!isObject(one)) return [{ path: pathOf(index, ''), detail: 'must be a JSON object' }];
    // It would hide the class, and with it the rules, from the validator.
    if (Object.hasOwn(one, 'constructor'))
      return [{ path: pathOf(index, 'constructor'), detail: UNKNOWN_FIELD }];
    const event = Object.assign(new UsageEventDto(), one);
    events.push(event);
    return violationsOf(event).map(({ path, detail }) => ({ path: pathOf(index, path), detail }));
  });
  if (violations.length > 0) throw invalid(...violations);
  return { events, pathOf };
}

/** As strict as every other body of this surface: a typo must not be silently lost. */
function violationsOf(event: UsageEventDto): Violation[] {
  const strict = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true };
  return validateSync(event, strict).flatMap(({ property, constraints }) =>
    Object.entries(constraints ?? {}).map(([name, message]) => ({
      path: property,
      detail: name === 'whitelistValidation' ? UNKNOWN_FIELD : message.replace(`${property} `, ''),
    })),
  );
}
