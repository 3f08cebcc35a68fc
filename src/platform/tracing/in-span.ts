import { runInSpan } from '../deadline/request-context.js';
import type { Span } from './span.js';

/** Does the work as this step, which ends with it. Without a step it is only done. */
export const inSpan = <T>(span: Span | undefined, work: () => Promise<T>): Promise<T> =>
  span ? traced(span, work) : work();

async function traced<T>(span: Span, work: () => Promise<T>): Promise<T> {
  try {
    const result = await runInSpan(span, work);
    span.end();
    return result;
  } catch (error) {
    span.end(error);
    throw error;
  }
}
