/** What another step says of itself (W3C Trace Context). */
export interface StepContext {
  readonly traceId: string;
  readonly spanId: string;
  readonly traceFlags: number;
}

const FORM =
  /^(?!ff)([\da-f]{2})-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})(-.*)?$/;
const VERSION = '00';
const SAMPLED = 1;

/** A later version may say more behind what this one knows. @returns undefined for what is none */
export function readTraceparent(text: string): StepContext | undefined {
  const [, version, traceId = '', spanId = '', flags = '', more] = FORM.exec(text) ?? [];
  if (version === undefined || (version === VERSION && more !== undefined)) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & SAMPLED };
}

export const isSampled = ({ traceFlags }: StepContext): boolean => traceFlags === SAMPLED;

export const traceparentOf = ({ traceId, spanId, traceFlags }: StepContext): string =>
  `${VERSION}-${traceId}-${spanId}-0${traceFlags & SAMPLED}`;
