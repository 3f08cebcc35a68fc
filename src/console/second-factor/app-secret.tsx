import type { VNode } from 'preact';
import { QrPicture } from '../layout/qr-picture.js';
import type { DeskWords } from '../words/words.js';

interface AppSecretProps {
  readonly words: DeskWords;
  readonly enrolment: { readonly uri: string; readonly secret: string };
}

/** What an authenticator app reads, as a picture and as text. */
export function AppSecret({ words, enrolment: { uri, secret } }: AppSecretProps): VNode {
  const { secondFactor } = words.staff;
  return (
    <>
      <p class="lead">{secondFactor.enrolLead}</p>
      <p>
        <QrPicture text={uri} label={secondFactor.picture} />
      </p>
      <p>{secondFactor.secret}</p>
      <p class="digits">
        <code>{secret.replaceAll(/.{4}(?=.)/g, '$& ')}</code>
      </p>
    </>
  );
}
