export { AccessRulesModule } from './access-rules.module.js';
export { RIGHT_BITS, type CompiledWindow } from './compiled/compile-rule.js';
export type { AccessPolicy } from './policy/access-policy.js';
