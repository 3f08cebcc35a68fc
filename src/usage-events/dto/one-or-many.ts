import type { Violation } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { isObject } from '../../platform/http/json-body.js';
import { readDto } from '../../platform/http/read-dto.js';
import { UsageEventDto } from './usage-event.dto.js';

const MOST = 1_000;

/** A body of one event or of several, and how a field of it is named in a violation. */
export interface ReadUsageEvents {
  readonly events: readonly UsageEventDto[];
  pathOf(index: number, field: string): string;
}

/** @throws request.invalid naming every field that is wrong; an array is good as a whole or not at all */
export function readUsageEvents(body: unknown): ReadUsageEvents {
  const values: readonly unknown[] = Array.isArray(body) ? body : [body];
  if (values.length < 1 || values.length > MOST)
    throw invalid({ path: '', detail: `an array has 1 to ${MOST} events` });
  const pathOf = Array.isArray(body)
    ? (index: number, field: string) => (field === '' ? `${index}` : `${index}.${field}`)
    : (_: number, field: string) => field;
  const events: UsageEventDto[] = [];
  const violations: Violation[] = values.flatMap((one, index) => {
    if (!isObject(one)) return [{ path: pathOf(index, ''), detail: 'must be a JSON object' }];
    const { dto, violations: found } = readDto(UsageEventDto, one);
    events.push(dto);
    return found.map(({ path, detail }) => ({ path: pathOf(index, path), detail }));
  });
  if (violations.length > 0) throw invalid(...violations);
  return { events, pathOf };
}
