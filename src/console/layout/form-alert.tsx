import type { VNode } from 'preact';

/** What is wrong with a form as a whole: screen readers announce it first. */
export function FormAlert({
  text,
  field,
}: {
  readonly text: string;
  readonly field: string;
}): VNode {
  return (
    <div class="alert" role="alert">
      <a href={`#${field}`}>{text}</a>
    </div>
  );
}
