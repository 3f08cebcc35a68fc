export { AccessCodesModule } from './access-codes.module.js';
export { AccessCodes, type IssuedCode } from './access-codes.js';
export { AccessCodeErrors } from './access-codes.errors.js';
export { CodeHashes, isCodeShaped } from './code-hashes.js';
export { ExpiredCodes, type ExpiredCode } from './expired-codes.repository.js';
export { youngCodeSql } from './young-code.sql.js';
export { codeHistorySql } from './code-history.sql.js';
