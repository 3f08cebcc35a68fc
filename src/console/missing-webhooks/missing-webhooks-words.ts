import type { InLanguages } from '../frame/languages.js';

type MissingWords = Readonly<
  Record<
    | 'title'
    | 'lead'
    | 'from'
    | 'to'
    | 'refused'
    | 'whatToDo'
    | 'probe'
    | 'probed'
    | 'nobodyProbed'
    | 'none'
    | 'noneHint',
    string
  >
>;

export const MISSING_WORDS: InLanguages<MissingWords> = {
  pt: {
    title: 'Mensagens que podem faltar',
    lead: 'Horários em que o sistema esteve fora e recusou mensagens do Wellhub. Um check-in daquele horário pode faltar aqui e não ser pago.',
    from: 'Desde',
    to: 'Até',
    refused: 'Recusadas, pelo menos',
    whatToDo: 'O que fazer',
    probe: 'Procurar check-ins',
    probed:
      'Perguntamos ao Wellhub sobre cada pessoa daquele horário. O que ele confirmar aparece nos check-ins em alguns minutos.',
    nobodyProbed:
      'Ninguém foi visto nem era esperado naquele horário: não há por quem perguntar. Quem esteve na academia pode ser validado na recepção.',
    none: 'Nenhuma mensagem falta',
    noneHint: 'Se o sistema ficar fora e recusar mensagens do Wellhub, o horário aparece aqui.',
  },
  en: {
    title: 'Messages that may be missing',
    lead: 'Times at which the service was away and refused messages of Wellhub. A check-in of then may be missing here, and is not paid.',
    from: 'From',
    to: 'To',
    refused: 'Refused, at least',
    whatToDo: 'What to do',
    probe: 'Look for check-ins',
    probed:
      'We ask Wellhub about each person of that time. What it confirms appears among the check-ins within minutes.',
    nobodyProbed:
      'Nobody was seen or expected at that time, so there is nobody to ask about. Whoever was at the gym can be validated at the front desk.',
    none: 'No message is missing',
    noneHint: 'When the service is away and refuses messages of Wellhub, that time appears here.',
  },
  es: {
    title: 'Mensajes que pueden faltar',
    lead: 'Horas en que el sistema estuvo caído y rechazó mensajes de Wellhub. Un check-in de entonces puede faltar aquí y no se paga.',
    from: 'Desde',
    to: 'Hasta',
    refused: 'Rechazados, al menos',
    whatToDo: 'Qué hacer',
    probe: 'Buscar check-ins',
    probed:
      'Preguntamos a Wellhub por cada persona de esa hora. Lo que confirme aparece en los check-ins en unos minutos.',
    nobodyProbed:
      'Nadie fue visto ni esperado a esa hora: no hay por quién preguntar. Quien estuvo en el gimnasio se puede validar en recepción.',
    none: 'No falta ningún mensaje',
    noneHint: 'Si el sistema se cae y rechaza mensajes de Wellhub, la hora aparece aquí.',
  },
  de: {
    title: 'Nachrichten, die fehlen können',
    lead: 'Zeiten, in denen der Dienst weg war und Nachrichten von Wellhub abgelehnt hat. Ein Check-in von damals kann hier fehlen und wird nicht bezahlt.',
    from: 'Von',
    to: 'Bis',
    refused: 'Abgelehnt, mindestens',
    whatToDo: 'Was zu tun ist',
    probe: 'Check-ins suchen',
    probed:
      'Wir fragen Wellhub nach jeder Person dieser Zeit. Was es bestätigt, erscheint in einigen Minuten bei den Check-ins.',
    nobodyProbed:
      'Niemand wurde in dieser Zeit gesehen oder erwartet: Es gibt niemanden, nach dem wir fragen können. Wer im Studio war, lässt sich am Empfang bestätigen.',
    none: 'Es fehlt keine Nachricht',
    noneHint: 'Ist der Dienst weg und lehnt Nachrichten von Wellhub ab, erscheint die Zeit hier.',
  },
};
