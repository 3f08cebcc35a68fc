import type { DomainError, ErrorKind } from '../platform/errors/domain-error.js';
import { wantedLanguages } from '../platform/http/accept-language.js';
import { PageErrors } from '../platform/http/page-security.js';
import { STATUS } from './status.js';
import type { ErrorRenderer } from './rendered-error.js';

/** Title and advice of a failed page, by language; the English title is the failure's own. */
interface ErrorWords {
  readonly lang: string;
  readonly title?: Partial<Record<ErrorKind, string>> & { readonly other: string };
  /** The person may not see this page. */
  readonly denied: string;
  readonly again: string;
  readonly wait: string;
  readonly reference: string;
}

const en: ErrorWords = {
  lang: 'en',
  denied: 'Your role does not include this page',
  again: 'Please check the address and try again, or ask the front desk.',
  wait: 'Please wait a moment and try again.',
  reference: 'Reference',
};
const LANGUAGES: Readonly<Record<string, ErrorWords>> = {
  en,
  pt: {
    lang: 'pt-BR',
    title: {
      'not-found': 'Não há nada neste endereço',
      forbidden: 'Este formulário veio de outro site',
      'rate-limited': 'Muitas tentativas',
      unavailable: 'O serviço não pode responder agora',
      other: 'Algo deu errado',
    },
    denied: 'Sua função não inclui esta página',
    again: 'Confira o endereço e tente de novo, ou fale com a recepção.',
    wait: 'Espere um momento e tente de novo.',
    reference: 'Referência',
  },
  es: {
    lang: 'es',
    title: {
      'not-found': 'No hay nada en esta dirección',
      forbidden: 'Este formulario vino de otro sitio',
      'rate-limited': 'Demasiados intentos',
      unavailable: 'El servicio no puede responder ahora',
      other: 'Algo ha salido mal',
    },
    denied: 'Tu función no incluye esta página',
    again: 'Revisa la dirección e inténtalo de nuevo, o pregunta en recepción.',
    wait: 'Espera un momento e inténtalo de nuevo.',
    reference: 'Referencia',
  },
  de: {
    lang: 'de',
    title: {
      'not-found': 'Unter dieser Adresse ist nichts',
      forbidden: 'Dieses Formular kam von einer anderen Seite',
      'rate-limited': 'Zu viele Versuche',
      unavailable: 'Der Dienst kann gerade nicht antworten',
      other: 'Etwas ist schiefgegangen',
    },
    denied: 'Deine Rolle umfasst diese Seite nicht',
    again: 'Bitte prüfe die Adresse und versuch es noch einmal, oder frag am Empfang.',
    wait: 'Bitte warte einen Moment und versuch es noch einmal.',
    reference: 'Kennung',
  },
};

const redirect = (location: string) => ({
  status: 303,
  contentType: 'text/html; charset=utf-8',
  headers: { Location: location },
  body: '',
});

function titleOf(error: DomainError, { title, denied }: ErrorWords): string {
  const { kind, title: own } = error.spec;
  if (kind === 'forbidden' && !error.is(PageErrors.crossSite)) return denied;
  return title ? (title[kind] ?? title.other) : own;
}

/** A plain page for people; it shows nothing of the request but our own request id. */
export const renderPageError: ErrorRenderer = (error, { requestId, language }) => {
  const { kind } = error.spec;
  const { allow, retryAfterSeconds, continueAt } = error.facts;
  if (continueAt !== undefined) return redirect(continueAt);
  const words = wantedLanguages(language ?? '').flatMap((one) => LANGUAGES[one] ?? [])[0] ?? en;
  const shown = titleOf(error, words);
  const isBusy = kind === 'unavailable' || kind === 'rate-limited';
  const retry = retryAfterSeconds ?? (isBusy ? 1 : undefined);
  return {
    status: STATUS[kind],
    contentType: 'text/html; charset=utf-8',
    headers: {
      ...(allow && { Allow: allow.join(', ') }),
      ...(retry !== undefined && { 'Retry-After': String(retry) }),
    },
    body: `<!doctype html><html lang="${words.lang}"><head><meta charset="utf-8"><title>${shown}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">
<link rel="icon" type="image/svg+xml" href="/assets/icon.svg">
<link rel="stylesheet" href="/assets/gatehouse.css"></head>
<body><main class="card"><h1>${shown}</h1><p class="lead">${isBusy ? words.wait : words.again}</p>
<p class="quiet">${words.reference} ${requestId}</p></main></body></html>`,
  };
};
