import type { ComponentChildren, VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { MEMBERS_WORDS } from './members-words.js';

interface SearchFormProps {
  readonly page: ConsolePage;
  readonly action: string;
  readonly label: string;
  /** What was searched for. */
  readonly q: string | undefined;
  readonly children?: ComponentChildren;
}

/** Finds members. By POST: what people search for is a name. */
export function MemberSearchForm({
  page,
  action,
  label,
  q = '',
  children,
}: SearchFormProps): VNode {
  return (
    <form method="post" action={action} role="search" class="filters">
      <p class="field wide">
        <label for="q">{label}</label>
        <input
          id="q"
          name="q"
          type="search"
          maxLength={100}
          autocomplete="off"
          value={q}
          placeholder={page.textsOf(MEMBERS_WORDS).searchHint}
        />
      </p>
      <button class="main">{page.words.search}</button>
      {children}
    </form>
  );
}
