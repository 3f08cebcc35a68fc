import type { DomainError } from '../platform/errors/domain-error.js';
import { wantedLanguages } from '../platform/http/accept-language.js';

/** `{scope}` and `{field}` are filled in; `{field}` is empty when no field is to blame. */
type Texts = Readonly<Record<string, string>>;

const de: Texts = {
  VALIDATION_FAILED: 'Die Anfrage ist nicht gültig{field}',
  STUDIO_REQUIRED: 'Nenne das Studio mit dem Parameter studioId',
  API_KEY_MISSING: 'Sende einen API-Schlüssel im Header X-Api-Key',
  API_KEY_INVALID: 'Der API-Schlüssel ist unbekannt, abgelaufen oder widerrufen',
  TOKEN_INVALID: 'Das Zugangstoken fehlt, ist unbekannt, abgelaufen oder von anderer Art',
  DEVICE_TOKEN_INVALID: 'Das Gerätetoken ist unbekannt, ersetzt oder abgeschaltet',
  SCOPE_MISSING: 'Dem API-Schlüssel fehlt die Berechtigung {scope}',
  REQUEST_PROOF_REQUIRED:
    'Bestätige unter /console/confirm, wer du bist, und versuche es innerhalb von 10 Minuten noch einmal',
  CUSTOMER_NOT_FOUND: 'Diesen Kunden gibt es nicht',
  STUDIO_NOT_FOUND: 'Dieses Studio gibt es nicht',
  DEVICE_NOT_FOUND: 'Dieses Gerät gibt es nicht',
  MEMBER_NOT_FOUND: 'Dieses Mitglied gibt es nicht',
  NOT_FOUND: 'Unter dieser Adresse ist nichts',
  METHOD_NOT_ALLOWED: 'Diese Adresse kennt diese Methode nicht',
  PAYLOAD_TOO_LARGE: 'Der Inhalt ist größer als 64 KiB',
  UNSUPPORTED_MEDIA_TYPE: 'Der Inhalt muss application/json sein',
  RATE_LIMIT_EXCEEDED: 'Zu viele Anfragen',
  INTERNAL_ERROR: 'Bei uns ist etwas schiefgegangen',
  SERVICE_UNAVAILABLE: 'Der Dienst kann gerade nicht antworten; versuche es noch einmal',
  WELLHUB_UNAVAILABLE: 'Wellhub antwortet gerade nicht; bitte versuche es noch einmal',
  ACCESS_CODE_DISABLED: 'Zugangscodes sind in diesem Studio abgeschaltet',
  ACCESS_CODE_RATE_LIMITED: 'Zu viele Zugangscodes für diesen Kunden; warte einen Moment',
  DEVICE_RATE_LIMITED: 'Zu viele unbekannte Karten an diesem Gerät; warte einen Moment',
  ACCESS_CODE_UNKNOWN: 'Dieser Code ist hier nicht bekannt',
  ACCESS_CODE_WRONG_STUDIO: 'Dieser Code ist für ein anderes Studio',
  ACCESS_CODE_ALREADY_USED: 'Dieser Code wurde schon benutzt; hole einen neuen',
  ACCESS_CODE_EXPIRED: 'Dieser Code ist abgelaufen; hole einen neuen',
  CUSTOMER_ACCESS_RESTRICTED: 'Der Zutritt ist eingeschränkt; bitte frage am Empfang',
  ACCESS_CLOSED_TODAY: 'Das Studio ist gerade geschlossen',
  ACCESS_AGE: 'Bitte frage am Empfang wegen deines Alters',
  ACCESS_ANTI_PASSBACK: 'Du bist schon drinnen',
  ACCESS_FULL: 'Das Studio ist voll; bitte warte einen Moment',
  ACCESS_OUTSIDE_HOURS: 'Dein Tarif gilt nicht zu dieser Zeit',
  ACCESS_DOOR_NOT_INCLUDED: 'Dein Tarif gilt nicht an dieser Tür',
  ACCESS_PLAN_NOT_INCLUDED: 'Dein Tarif gilt hier nicht',
  CONTRACT_REQUIRED: 'Es gibt keinen laufenden Vertrag',
  WELLHUB_CHECKIN_REQUIRED: 'Bitte checke zuerst in der Wellhub-App ein',
  WELLHUB_CHECKIN_EXPIRED: 'Der Wellhub-Check-in ist abgelaufen; bitte checke noch einmal ein',
  WELLHUB_CHECKIN_CANCELED: 'Der Wellhub-Check-in wurde storniert',
  WELLHUB_CHECKIN_NOT_FOUND: 'Wellhub kennt diesen Check-in nicht',
  WELLHUB_CHECKIN_REJECTED: 'Wellhub hat diesen Check-in abgelehnt',
};

const es: Texts = {
  VALIDATION_FAILED: 'La solicitud no es válida{field}',
  STUDIO_REQUIRED: 'Indica el centro con el parámetro studioId',
  API_KEY_MISSING: 'Envía una clave de API en la cabecera X-Api-Key',
  API_KEY_INVALID: 'La clave de API es desconocida, ha caducado o fue revocada',
  TOKEN_INVALID: 'El token de acceso falta, es desconocido, ha caducado o es de otro tipo',
  DEVICE_TOKEN_INVALID: 'El token del dispositivo es desconocido, fue reemplazado o está apagado',
  SCOPE_MISSING: 'A la clave de API le falta el permiso {scope}',
  REQUEST_PROOF_REQUIRED:
    'Confirma quién eres en /console/confirm e inténtalo de nuevo en los próximos 10 minutos',
  CUSTOMER_NOT_FOUND: 'Este cliente no existe',
  STUDIO_NOT_FOUND: 'Este centro no existe',
  DEVICE_NOT_FOUND: 'Este dispositivo no existe',
  MEMBER_NOT_FOUND: 'Este socio no existe',
  NOT_FOUND: 'No hay nada en esta dirección',
  METHOD_NOT_ALLOWED: 'Esta dirección no admite ese método',
  PAYLOAD_TOO_LARGE: 'El contenido supera los 64 KiB',
  UNSUPPORTED_MEDIA_TYPE: 'El contenido debe ser application/json',
  RATE_LIMIT_EXCEEDED: 'Demasiadas solicitudes',
  INTERNAL_ERROR: 'Algo ha salido mal por nuestra parte',
  SERVICE_UNAVAILABLE: 'El servicio no puede responder ahora; inténtalo de nuevo',
  WELLHUB_UNAVAILABLE: 'Wellhub no responde ahora; inténtalo de nuevo',
  ACCESS_CODE_DISABLED: 'Los códigos de acceso están desactivados en este centro',
  ACCESS_CODE_RATE_LIMITED: 'Demasiados códigos de acceso para este cliente; espera un momento',
  DEVICE_RATE_LIMITED: 'Demasiadas tarjetas desconocidas en este dispositivo; espera un momento',
  ACCESS_CODE_UNKNOWN: 'Este código no se conoce aquí',
  ACCESS_CODE_WRONG_STUDIO: 'Este código es de otro centro',
  ACCESS_CODE_ALREADY_USED: 'Este código ya se usó; pide uno nuevo',
  ACCESS_CODE_EXPIRED: 'Este código ha caducado; pide uno nuevo',
  CUSTOMER_ACCESS_RESTRICTED: 'El acceso está restringido; pregunta en recepción',
  ACCESS_CLOSED_TODAY: 'El centro está cerrado ahora',
  ACCESS_AGE: 'Pregunta en recepción por tu edad',
  ACCESS_ANTI_PASSBACK: 'Ya estás dentro',
  ACCESS_FULL: 'El centro está lleno; espera un momento',
  ACCESS_OUTSIDE_HOURS: 'Tu plan no incluye este horario',
  ACCESS_DOOR_NOT_INCLUDED: 'Tu plan no incluye esta puerta',
  ACCESS_PLAN_NOT_INCLUDED: 'Tu plan no vale aquí',
  CONTRACT_REQUIRED: 'No hay un contrato vigente',
  WELLHUB_CHECKIN_REQUIRED: 'Primero haz el check-in en la app de Wellhub',
  WELLHUB_CHECKIN_EXPIRED: 'El check-in de Wellhub ha caducado; hazlo de nuevo',
  WELLHUB_CHECKIN_CANCELED: 'El check-in de Wellhub fue cancelado',
  WELLHUB_CHECKIN_NOT_FOUND: 'Wellhub no conoce este check-in',
  WELLHUB_CHECKIN_REJECTED: 'Wellhub rechazó este check-in',
};

const pt: Texts = {
  VALIDATION_FAILED: 'A solicitação não é válida{field}',
  STUDIO_REQUIRED: 'Informe a unidade com o parâmetro studioId',
  API_KEY_MISSING: 'Envie uma chave de API no cabeçalho X-Api-Key',
  API_KEY_INVALID: 'A chave de API é desconhecida, expirou ou foi revogada',
  TOKEN_INVALID: 'O token de acesso falta, é desconhecido, expirou ou é de outro tipo',
  DEVICE_TOKEN_INVALID: 'O token do dispositivo é desconhecido, foi trocado ou está desligado',
  SCOPE_MISSING: 'Falta à chave de API a permissão {scope}',
  REQUEST_PROOF_REQUIRED:
    'Confirme quem você é em /console/confirm e tente novamente em até 10 minutos',
  CUSTOMER_NOT_FOUND: 'Este cliente não existe',
  STUDIO_NOT_FOUND: 'Esta unidade não existe',
  DEVICE_NOT_FOUND: 'Este dispositivo não existe',
  MEMBER_NOT_FOUND: 'Este membro não existe',
  NOT_FOUND: 'Não há nada neste endereço',
  METHOD_NOT_ALLOWED: 'Este endereço não aceita esse método',
  PAYLOAD_TOO_LARGE: 'O conteúdo passa de 64 KiB',
  UNSUPPORTED_MEDIA_TYPE: 'O conteúdo deve ser application/json',
  RATE_LIMIT_EXCEEDED: 'Solicitações demais',
  INTERNAL_ERROR: 'Algo deu errado do nosso lado',
  SERVICE_UNAVAILABLE: 'O serviço não pode responder agora; tente de novo',
  WELLHUB_UNAVAILABLE: 'O Wellhub não responde agora; tente de novo',
  ACCESS_CODE_DISABLED: 'Os códigos de acesso estão desativados nesta unidade',
  ACCESS_CODE_RATE_LIMITED: 'Códigos de acesso demais para este cliente; espere um momento',
  DEVICE_RATE_LIMITED: 'Cartões desconhecidos demais neste dispositivo; espere um momento',
  ACCESS_CODE_UNKNOWN: 'Este código não é conhecido aqui',
  ACCESS_CODE_WRONG_STUDIO: 'Este código é de outra unidade',
  ACCESS_CODE_ALREADY_USED: 'Este código já foi usado; gere um novo',
  ACCESS_CODE_EXPIRED: 'Este código expirou; gere um novo',
  CUSTOMER_ACCESS_RESTRICTED: 'O acesso está restrito; fale com a recepção',
  ACCESS_CLOSED_TODAY: 'A unidade está fechada agora',
  ACCESS_AGE: 'Fale com a recepção sobre sua idade',
  ACCESS_ANTI_PASSBACK: 'Você já está dentro',
  ACCESS_FULL: 'A unidade está cheia; espere um momento',
  ACCESS_OUTSIDE_HOURS: 'Seu plano não inclui este horário',
  ACCESS_DOOR_NOT_INCLUDED: 'Seu plano não inclui esta porta',
  ACCESS_PLAN_NOT_INCLUDED: 'Seu plano não vale aqui',
  CONTRACT_REQUIRED: 'Não há contrato vigente',
  WELLHUB_CHECKIN_REQUIRED: 'Faça primeiro o check-in no app do Wellhub',
  WELLHUB_CHECKIN_EXPIRED: 'O check-in do Wellhub expirou; faça de novo',
  WELLHUB_CHECKIN_CANCELED: 'O check-in do Wellhub foi cancelado',
  WELLHUB_CHECKIN_NOT_FOUND: 'O Wellhub não conhece este check-in',
  WELLHUB_CHECKIN_REJECTED: 'O Wellhub recusou este check-in',
};

/** English is the failure's own text. */
const LANGUAGES: ReadonlyMap<string, Texts | undefined> = new Map([
  ['en', undefined],
  ['de', de],
  ['es', es],
  ['pt', pt],
]);

/** `errorMessage` in the first of the caller's languages that is supported, else in English (O-8). */
export function openApiText(
  errorCode: string,
  error: DomainError,
  wanted: string | undefined,
): string {
  const language = wantedLanguages(wanted ?? '').find((one) => LANGUAGES.has(one)) ?? 'en';
  const text = error.facts.texts?.[language] ?? LANGUAGES.get(language)?.[errorCode];
  const field = error.facts.violations?.[0]?.path;
  return (
    text
      ?.replace('{scope}', error.facts.scope ?? '')
      .replace('{field}', field === undefined ? '' : `: ${field}`) ?? error.message
  );
}
