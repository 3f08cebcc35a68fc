import type { VNode } from 'preact';
import type { Enrolment } from '../../staff/index.js';
import { SECOND_FACTOR } from '../layout/desk-context.js';
import { QrPicture } from '../layout/qr-picture.js';
import type { DeskWords } from '../words/words.js';
import { CodeForm } from './code-form.js';

interface AppEnrolmentProps {
  readonly words: DeskWords;
  readonly enrolment: Enrolment;
}

/** The secret as a picture and as text, and the form for the first code. */
export function AppEnrolment({ words, enrolment: { uri, secret } }: AppEnrolmentProps): VNode {
  const { secondFactor } = words.staff;
  return (
    <section>
      <p class="lead">{secondFactor.enrolLead}</p>
      <p>
        <QrPicture text={uri} label={secondFactor.picture} />
      </p>
      <p>{secondFactor.secret}</p>
      <p class="digits">
        <code>{secret.replaceAll(/.{4}(?=.)/g, '$& ')}</code>
      </p>
      <CodeForm words={words} action={SECOND_FACTOR} button={secondFactor.enrolButton} />
    </section>
  );
}
