import type { Need } from '../checks/check.js';
import { foreignHosts, type PartnerUnderTest } from '../partner/partner-under-test.js';

/** What each need asks for, as the reason of a skip. */
const REASONS: Readonly<Record<Need, string>> = {
  secret: 'needs --secret, the webhook secret',
  listen: "needs --listen HOST:PORT, where your system's calls of validate can come",
  slow: 'takes long: run with --slow',
  existingUser: 'needs --existing-user, a test user who has signed up',
  multiOffer: 'is for systems with several offers: --multi-offer',
  decision: 'needs --decide-within SECONDS: how long your system takes to decide on a booking',
  foreign: 'is for systems that are not on this machine',
};

const isMet = (partner: PartnerUnderTest): Readonly<Record<Need, boolean>> => ({
  secret: partner.secret !== undefined,
  listen: partner.listen !== undefined,
  slow: partner.slow,
  existingUser: partner.existingUser !== undefined,
  multiOffer: partner.multiOffer,
  decision: partner.waits.decision !== undefined,
  foreign: foreignHosts(partner).length > 0,
});

/** Why a check cannot be made with what was given. */
export function unmetNeed(needs: readonly Need[], partner: PartnerUnderTest): string | undefined {
  const met = isMet(partner);
  const unmet = needs.find((need) => !met[need]);
  return unmet === undefined ? undefined : REASONS[unmet];
}
