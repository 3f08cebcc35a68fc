export { ApiDocsModule } from './api-docs.module.js';
export type { ToldError } from './told-errors.js';
