import type { VNode } from 'preact';
import type { KioskWords } from '../words/kiosk-words.js';

/** What people at the door see. The input holds the focus, because a reader types like a keyboard. */
export function KioskStage({ words }: { words: KioskWords }): VNode {
  return (
    <div id="kiosk-stage" hidden>
      <div
        id="kiosk-message"
        class="kiosk-message"
        role="status"
        aria-live="assertive"
        data-tone="wait"
      >
        <span class="kiosk-message-sign" aria-hidden="true" />
        <h1 id="kiosk-title" />
        <p id="kiosk-text" />
      </div>
      <video id="kiosk-video" muted playsInline aria-hidden="true" tabIndex={-1} hidden />
      <div class="kiosk-tools">
        <label class="unseen" for="kiosk-scan">
          {words.reader}
        </label>
        <input id="kiosk-scan" inputMode="none" autocomplete="off" maxLength={512} />
        <button type="button" class="plain" id="kiosk-camera" hidden>
          {words.tools.cameraOn}
        </button>
        <button type="button" class="plain" id="kiosk-sound">
          {words.tools.soundOn}
        </button>
        <button type="button" class="plain" id="kiosk-forget">
          {words.tools.otherToken}
        </button>
      </div>
    </div>
  );
}
