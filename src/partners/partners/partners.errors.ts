import { defineErrors } from '../../platform/errors/domain-error.js';

export const PartnerErrors = defineErrors('partner', {
  notFound: { kind: 'not-found', title: 'There is no such partner' },
  slugTaken: { kind: 'conflict', title: 'Another partner has this slug' },
});

export const TestEnvironmentErrors = defineErrors('test-environment', {
  notFound: { kind: 'not-found', title: 'The partner has no test environment yet' },
  exists: { kind: 'conflict', title: 'The partner has a test environment already' },
  isTest: { kind: 'conflict', title: 'A test environment has no test environment of its own' },
});

export const BrandErrors = defineErrors('brand', {
  noLogo: { kind: 'not-found', title: 'The partner has no logo' },
  logoUnsupported: { kind: 'unsupported', title: 'A logo is a PNG or a JPEG' },
  logoTooLarge: { kind: 'too-large', title: 'A logo has at most 512 KiB' },
});

export const GymErrors = defineErrors('gym', {
  notFound: { kind: 'not-found', title: 'There is no such gym' },
  wellhubGymIdTaken: {
    kind: 'conflict',
    title: 'Another gym of this partner has this Wellhub gym id',
  },
});

export const ConnectionErrors = defineErrors('wellhub-connection', {
  notFound: { kind: 'not-found', title: 'This partner has no Wellhub connection yet' },
  tokenRequired: { kind: 'invalid', title: 'A new environment needs a new accessToken' },
  testOnly: {
    kind: 'invalid',
    title: 'A test environment is connected to the sandbox of Wellhub or to the simulator',
  },
  simulatorOff: { kind: 'invalid', title: 'The environment simulator needs SANDBOX=on' },
  weakSecret: {
    kind: 'invalid',
    title: 'webhookSecret must have 16 to 100 characters (1 to 15 only with acceptWeakSecret)',
  },
});

export const SetupErrors = defineErrors('wellhub-setup', {
  productionOnly: {
    kind: 'conflict',
    title: 'Wellhub offers its Integration Setup API in production only, not in its sandbox',
  },
  credentialsRefused: {
    kind: 'conflict',
    title: 'Wellhub refuses the accessToken of this connection for its Integration Setup API',
  },
  secretMissing: {
    kind: 'conflict',
    title: 'Set a webhookSecret first: Wellhub signs with it what it sends',
  },
  unreachable: {
    kind: 'unavailable',
    title: 'The Integration Setup API of Wellhub gave no usable answer; try again',
  },
});
