import type { VNode } from 'preact';
import { LabelledInput } from '../../pages/index.js';
import type { DeskWords } from '../words/words.js';

interface CodeFormProps {
  readonly words: DeskWords;
  readonly action: string;
  readonly button: string;
  readonly isMain?: boolean;
}

/** For six digits of an app; a recovery code fits as well. */
export function CodeForm({ words, action, button, isMain = true }: CodeFormProps): VNode {
  return (
    <form method="post" action={action} novalidate>
      <LabelledInput
        name="code"
        label={words.staff.secondFactor.code}
        input={{
          autocomplete: 'one-time-code',
          maxLength: 40,
          autocapitalize: 'none',
          spellcheck: false,
        }}
      />
      <button {...(isMain && { class: 'main' })}>{button}</button>
    </form>
  );
}
