import { defineErrors } from '../../platform/errors/domain-error.js';

export const AccessRuleErrors = defineErrors('access', {
  ruleNotFound: { kind: 'not-found', title: 'This partner has no such access rule' },
  passNotFound: { kind: 'not-found', title: 'This partner has no such pass' },
  tooManyRules: { kind: 'conflict', title: 'A gym has at most 50 access rules' },
  otherGyms: {
    kind: 'forbidden',
    title: 'A key of one gym gives and changes passes for that gym alone: name it in gymIds',
  },
});
