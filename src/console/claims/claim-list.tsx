import type { VNode } from 'preact';
import type { WellhubIdClaim } from '../../user-registration/index.js';
import { deskPath, type DeskContext } from '../layout/desk-context.js';
import { groupedId, displayName } from '../layout/format-person.js';

interface ListProps {
  readonly context: DeskContext;
  readonly claims: readonly WellhubIdClaim[];
}

/** Ids that members entered on the hosted page; staff compare them with the Wellhub app (W-42). */
export function ClaimList({ context, claims }: ListProps): VNode {
  const { claims: words } = context.words;
  return (
    <section class="panel" aria-labelledby="claims-title">
      <h2 id="claims-title">
        {words.title} <span class="count">{claims.length}</span>
      </h2>
      <p class="quiet">{words.lead}</p>
      <ul class="claims">
        {claims.map((claim) => (
          <Claim key={claim.id} context={context} claim={claim} />
        ))}
      </ul>
    </section>
  );
}

function Claim({ context, claim }: { context: DeskContext; claim: WellhubIdClaim }): VNode {
  const { words } = context;
  const { accept, reject } = words.claims;
  const name = displayName(words, claim);
  const path = (decision: string) => deskPath(context, `claims/${claim.id}/${decision}`);
  return (
    <li>
      <h3 class="person-name">{name}</h3>
      {claim.email && name !== claim.email && <p class="quiet">{claim.email}</p>}
      <p class="claimed digits">{groupedId(claim.wellhubId)}</p>
      <div class="pair">
        <form method="post" action={path('accept')} data-live>
          <button id={`accept-${claim.id}`}>
            {accept}
            <span class="unseen"> {name}</span>
          </button>
        </form>
        <form method="post" action={path('reject')} data-live>
          <button id={`reject-${claim.id}`}>
            {reject}
            <span class="unseen"> {name}</span>
          </button>
        </form>
      </div>
    </li>
  );
}
