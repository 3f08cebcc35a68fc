export { checkedOptions, OPTIONS, type Option, type Options } from './partner/options.js';
export type { PartnerUnderTest, Waits } from './partner/partner-under-test.js';
export { WrongUse } from './partner/wrong-use.js';
export type { CheckResult, ConformanceReport } from './run/report.js';

/** What plays Wellhub: loaded when it is to play, for it brings a server. */
export const loadKit = () => import('./kit/kit.js');
