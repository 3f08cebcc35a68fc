import { SetMetadata } from '@nestjs/common';

export const SHOWN_ONCE = 'gatehouse:shown-once';
export const REPEATABLE = 'gatehouse:repeatable';

/** Top-level fields of this handler's answer that are shown once: never stored, absent from a replay. */
export const ShownOnce = (...fields: string[]) => SetMetadata(SHOWN_ONCE, fields);

/** Repeating this does no harm, so an `Idempotency-Key` is ignored and every call gets its own answer. */
export const Repeatable = () => SetMetadata(REPEATABLE, true);
