import type { VNode } from 'preact';
import type { OwnWellhubId } from '../../user-registration/index.js';
import { Layout } from '../layout/layout.js';
import { pagePath, type PageContext } from '../layout/page-context.js';

export interface TypedWellhubId {
  readonly typed: string;
  /** In the person's language. */
  readonly problem: string;
}

/** Under the code, collapsed, for members whose check-ins cannot be matched to them (W-42). */
export function WellhubIdSection(props: { context: PageContext; own: OwnWellhubId }): VNode | null {
  const { context, own } = props;
  const { wellhubId: words } = context.words;
  if (own.kind === 'known') return null;
  const isClaimed = own.kind === 'claimed';
  return (
    <section class="aside">
      {isClaimed && <p class="quiet">{words.waiting(own.wellhubId)}</p>}
      <details>
        <summary>{isClaimed ? words.change : words.title}</summary>
        <WellhubIdForm context={context} />
      </details>
    </section>
  );
}

/** The form again, with what is wrong with the id. */
export function wellhubIdPage(context: PageContext, typed: TypedWellhubId): VNode {
  const { wellhubId: words } = context.words;
  return (
    <Layout context={context} title={words.title}>
      <h1>{words.title}</h1>
      <WellhubIdForm context={context} {...typed} />
      <p class="aside">
        <a href={pagePath(context, 'code')}>{words.back}</a>
      </p>
    </Layout>
  );
}

function WellhubIdForm({
  context,
  typed = '',
  problem,
}: { context: PageContext } & Partial<TypedWellhubId>): VNode {
  const { wellhubId: words } = context.words;
  const described = ['wellhub-id-hint', problem && 'wellhub-id-problem'].filter(Boolean).join(' ');
  return (
    <form method="post" action={pagePath(context, 'wellhub-id')} novalidate>
      <p class="lead">{words.lead}</p>
      <p class={problem ? 'field has-problem' : 'field'}>
        <label for="wellhub-id">{words.label}</label>
        <input
          id="wellhub-id"
          name="wellhubId"
          inputMode="numeric"
          autocomplete="off"
          maxLength={64}
          value={typed}
          required
          aria-describedby={described}
          {...(problem && { 'aria-invalid': 'true' as const })}
        />
        <span class="hint" id="wellhub-id-hint">
          {words.hint}
        </span>
        {problem && (
          <span class="problem" id="wellhub-id-problem">
            {problem}
          </span>
        )}
      </p>
      <button class="main">{words.button}</button>
    </form>
  );
}
