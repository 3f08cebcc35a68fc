import type { VNode } from 'preact';
import { LOG_IN_PAGE } from '../../partner-auth/index.js';
import { wantedLanguages } from '../../platform/http/accept-language.js';
import { assets } from '../layout/assets.js';

interface HomeWords {
  readonly lang: string;
  readonly text: string;
  readonly advice: string;
  readonly staff: string;
}

const EN: HomeWords = {
  lang: 'en',
  text: 'This is the entrance of gyms that work with Wellhub.',
  advice: 'To log in or to join, open the link that your gym or the Wellhub app gave you.',
  staff: 'For people who work at a gym',
};

const WORDS: Readonly<Record<string, HomeWords>> = {
  en: EN,
  pt: {
    lang: 'pt-BR',
    text: 'Esta é a entrada de academias que trabalham com o Wellhub.',
    advice:
      'Para entrar ou se cadastrar, abra o link que a sua academia ou o aplicativo Wellhub enviou.',
    staff: 'Para quem trabalha em uma academia',
  },
  es: {
    lang: 'es',
    text: 'Esta es la entrada de los gimnasios que trabajan con Wellhub.',
    advice:
      'Para iniciar sesión o inscribirte, abre el enlace que te dio tu gimnasio o la app de Wellhub.',
    staff: 'Para quienes trabajan en un gimnasio',
  },
  de: {
    lang: 'de',
    text: 'Das ist der Eingang von Studios, die mit Wellhub arbeiten.',
    advice:
      'Zum Anmelden oder Registrieren öffne den Link aus deinem Studio oder aus der Wellhub-App.',
    staff: 'Für alle, die in einem Studio arbeiten',
  },
};

/** Explains what this address is, in the visitor's language; names no partner, and leads staff to their log-in. */
export function homePage(acceptLanguage: string | undefined): VNode {
  const wish = wantedLanguages(acceptLanguage ?? '').find((language) =>
    Object.hasOwn(WORDS, language),
  );
  const { lang, text, advice, staff } = WORDS[wish ?? ''] ?? EN;
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>Gatehouse</title>
        <link rel="icon" type="image/svg+xml" href={assets.url('icon.svg')} />
        <link rel="stylesheet" href={assets.url('gatehouse.css')} />
      </head>
      <body>
        <main class="card">
          <h1>Gatehouse</h1>
          <p class="lead">{text}</p>
          <p>{advice}</p>
          <p class="aside">
            <a href={LOG_IN_PAGE}>{staff}</a>
          </p>
        </main>
      </body>
    </html>
  );
}
