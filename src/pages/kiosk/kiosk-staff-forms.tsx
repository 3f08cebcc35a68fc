import type { VNode } from 'preact';
import type { KioskWords, UnlockWords } from '../words/kiosk-words.js';

/** Once: the token of the door's device. */
export function KioskSetUp({ words }: { words: KioskWords }): VNode {
  const { setUp } = words;
  return (
    <form id="kiosk-set-up" class="kiosk-card" method="post" novalidate hidden>
      <h1>{words.title}</h1>
      <p class="lead">{setUp.lead}</p>
      <p class="field">
        <SecretInput id="kiosk-token" problem="kiosk-problem" maxLength={200} words={setUp} />
      </p>
      <p class="field">
        <SecretInput
          id="kiosk-new-pin"
          problem="kiosk-problem"
          maxLength={12}
          isNumber
          words={{ label: setUp.pin, hint: setUp.pinHint }}
        />
      </p>
      <p class="problem" id="kiosk-problem" role="alert" />
      <button class="main">{setUp.button}</button>
    </form>
  );
}

/** Before the token of this screen is changed: is it staff? */
export function KioskUnlock({ words }: { words: UnlockWords }): VNode {
  return (
    <form id="kiosk-unlock" class="kiosk-card" method="post" novalidate hidden>
      <h1>{words.title}</h1>
      <p class="field">
        <SecretInput id="kiosk-pin" problem="kiosk-pin-problem" maxLength={200} words={words} />
        <span class="problem" id="kiosk-pin-problem" role="alert" />
      </p>
      <div class="choice">
        <button class="main">{words.button}</button>
        <button type="button" id="kiosk-keep">
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

interface SecretInputProps {
  readonly id: string;
  /** The element that shows what is wrong with it. */
  readonly problem: string;
  readonly maxLength: number;
  readonly isNumber?: boolean;
  readonly words: { readonly label: string; readonly hint: string };
}

function SecretInput({ id, problem, maxLength, isNumber, words }: SecretInputProps): VNode {
  return (
    <>
      <label for={id}>{words.label}</label>
      <input
        id={id}
        type="password"
        {...(isNumber && { inputMode: 'numeric' as const })}
        autocomplete="off"
        maxLength={maxLength}
        aria-describedby={`${id}-hint ${problem}`}
      />
      <span class="hint" id={`${id}-hint`}>
        {words.hint}
      </span>
    </>
  );
}
