import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';

/** The texts in the page's data attribute, in the person's language. */
type Texts = Record<'waiting' | 'cancelled' | 'known' | 'otherSite' | 'failed', string>;

/** A button that asks the device for a passkey, and sends what it returns as a form. */
class PasskeyButton {
  private readonly texts: Texts;
  private readonly purpose: string;
  /** Where passkeys of this service work. */
  private site = '';
  private isBusy = false;

  constructor(
    private readonly root: HTMLElement,
    private readonly form: HTMLFormElement,
  ) {
    const { words = '{}', passkey = '' } = root.dataset;
    this.texts = JSON.parse(words) as Texts;
    this.purpose = passkey;
  }

  start(): void {
    this.root.querySelector('.passkey-impossible')?.remove();
    this.form.hidden = false;
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.send();
    });
    // After "back" the page is as it was left.
    window.addEventListener('pageshow', () => (this.isBusy = false));
  }

  private async send(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.show('alert', '');
    this.show('status', this.texts.waiting);
    try {
      const { passkey } = this.form.elements as unknown as { passkey: HTMLInputElement };
      passkey.value = JSON.stringify(await this.fromDevice());
      this.form.submit();
    } catch (error) {
      this.show('status', '');
      this.show('alert', this.textFor(error));
      this.isBusy = false;
    }
  }

  private async fromDevice(): Promise<object> {
    const body = new URLSearchParams({ purpose: this.purpose });
    const answer = await fetch(this.form.dataset['options'] ?? '', { method: 'POST', body });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    const optionsJSON = await answer.json();
    this.site = optionsJSON.rpId ?? optionsJSON.rp?.id ?? '';
    return this.purpose === 'ADD'
      ? startRegistration({ optionsJSON })
      : startAuthentication({ optionsJSON });
  }

  private textFor(error: unknown): string {
    const { cancelled, known, otherSite, failed } = this.texts;
    if (!(error instanceof Error)) return failed;
    const code = error instanceof WebAuthnError ? error.code : '';
    if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return known;
    if (error.name === 'SecurityError') return otherSite.replace('{site}', this.site);
    return error.name === 'NotAllowedError' || error.name === 'AbortError' ? cancelled : failed;
  }

  private show(role: string, text: string): void {
    const shown = this.form.querySelector<HTMLElement>(`[role="${role}"]`);
    if (!shown) return;
    shown.textContent = text;
    shown.hidden = text === '';
  }
}

if (browserSupportsWebAuthn())
  for (const root of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
    const form = root.querySelector('form');
    if (form) new PasskeyButton(root, form).start();
  }
