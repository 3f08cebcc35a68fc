import type { ErrorSpec } from '../platform/errors/domain-error.js';
import type { ErrorExample } from '../platform/errors/error-example.js';

/** Only `wire/` knows statuses and no room imports it, so the application module passes this in. */
export abstract class ErrorExamples {
  abstract of(spec: ErrorSpec): readonly ErrorExample[];
}
