import { defineErrors } from '../../platform/errors/domain-error.js';

export const ProviderErrors = defineErrors('identity-provider', {
  notFound: { kind: 'not-found', title: 'The partner has no identity provider' },
});
