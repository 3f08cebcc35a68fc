import type { DomainError } from '../platform/errors/domain-error.js';

/** What a renderer may know of the failed request. */
export interface ErrorContext {
  readonly requestId: string;
  readonly path: string;
  readonly publicUrl: string;
  /** `Accept-Language`, or without one the gym's language. */
  readonly language: string | undefined;
}

export interface RenderedError {
  readonly status: number;
  /** Absent: there is no body. */
  readonly contentType?: string;
  readonly body: string;
  readonly headers?: Record<string, string>;
}

export const headersOf = ({ contentType, headers }: RenderedError): Record<string, string> => ({
  ...(contentType !== undefined && { 'Content-Type': contentType }),
  ...headers,
});

export type ErrorRenderer = (error: DomainError, context: ErrorContext) => RenderedError;

export const json = (
  status: number,
  body: unknown,
  headers?: Record<string, string>,
): RenderedError => ({
  status,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
  ...(headers && { headers }),
});
