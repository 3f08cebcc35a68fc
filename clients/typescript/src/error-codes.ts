/** A code of the service; all of them with their meaning: `/docs/errors`. */
export type ServiceErrorCode = 'request.invalid';
