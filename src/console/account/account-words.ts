import type { InLanguages } from '../frame/languages.js';

/** What the account's own screen needs beside the words of log-ins. */
export interface AccountWords {
  readonly lead: string;
  readonly aboutTitle: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly place: string;
  readonly language: string;
  readonly languages: Record<'pt' | 'en' | 'es' | 'de', string>;
  readonly factorTitle: string;
  readonly factorOn: string;
  readonly factorOff: string;
  readonly factorMissing: string;
  readonly factorManage: string;
  readonly thisOne: string;
  readonly endAllConsequence: string;
  readonly done: Record<'ended' | 'moved', string>;
}

const pt: AccountWords = {
  lead: 'Seu nome, seu idioma e onde você está conectado.',
  aboutTitle: 'Sobre você',
  name: 'Nome',
  email: 'E-mail',
  role: 'Função',
  place: 'Onde você trabalha',
  language: 'Idioma das telas e dos e-mails',
  languages: { pt: 'Português', en: 'English', es: 'Español', de: 'Deutsch' },
  factorTitle: 'Verificação em duas etapas',
  factorOn: 'Ativada: para entrar é preciso a senha e mais uma prova.',
  factorOff: 'Desativada: quem descobrir sua senha entra no seu lugar. Ative-a em dois minutos.',
  factorMissing: 'Sua função exige a verificação em duas etapas.',
  factorManage: 'Gerenciar',
  thisOne: 'Este aparelho',
  endAllConsequence: 'Você sai de todos os aparelhos, também deste, e entra de novo.',
  done: { ended: 'Acesso encerrado.', moved: 'Agora você trabalha aqui.' },
};

const en: AccountWords = {
  lead: 'Your name, your language, and where you are logged in.',
  aboutTitle: 'About you',
  name: 'Name',
  email: 'E-mail',
  role: 'Role',
  place: 'Where you work',
  language: 'Language of screens and mails',
  languages: { pt: 'Português', en: 'English', es: 'Español', de: 'Deutsch' },
  factorTitle: 'Second factor',
  factorOn: 'Set up: a log-in takes your password and one more proof.',
  factorOff: 'Not set up: whoever learns your password gets in. Set it up in two minutes.',
  factorMissing: 'Your role requires a second factor.',
  factorManage: 'Manage',
  thisOne: 'This device',
  endAllConsequence: 'You are logged out on every device, this one included, and log in again.',
  done: { ended: 'That session has ended.', moved: 'You work here now.' },
};

const es: AccountWords = {
  lead: 'Tu nombre, tu idioma y dónde has iniciado sesión.',
  aboutTitle: 'Sobre ti',
  name: 'Nombre',
  email: 'Correo electrónico',
  role: 'Función',
  place: 'Dónde trabajas',
  language: 'Idioma de las pantallas y los correos',
  languages: { pt: 'Português', en: 'English', es: 'Español', de: 'Deutsch' },
  factorTitle: 'Verificación en dos pasos',
  factorOn: 'Activada: para entrar hacen falta la contraseña y otra prueba.',
  factorOff: 'Desactivada: quien descubra tu contraseña entra por ti. Actívala en dos minutos.',
  factorMissing: 'Tu función exige la verificación en dos pasos.',
  factorManage: 'Gestionar',
  thisOne: 'Este dispositivo',
  endAllConsequence: 'Sales de todos los dispositivos, también de este, y entras de nuevo.',
  done: { ended: 'Sesión cerrada.', moved: 'Ahora trabajas aquí.' },
};

const de: AccountWords = {
  lead: 'Dein Name, deine Sprache und wo du angemeldet bist.',
  aboutTitle: 'Über dich',
  name: 'Name',
  email: 'E-Mail',
  role: 'Rolle',
  place: 'Wo du arbeitest',
  language: 'Sprache der Seiten und E-Mails',
  languages: { pt: 'Português', en: 'English', es: 'Español', de: 'Deutsch' },
  factorTitle: 'Zweiter Faktor',
  factorOn: 'Eingerichtet: Zur Anmeldung gehört neben dem Passwort ein weiterer Nachweis.',
  factorOff: 'Nicht eingerichtet: Wer dein Passwort erfährt, kommt hinein. Es dauert zwei Minuten.',
  factorMissing: 'Deine Rolle verlangt einen zweiten Faktor.',
  factorManage: 'Verwalten',
  thisOne: 'Dieses Gerät',
  endAllConsequence:
    'Du wirst auf allen Geräten abgemeldet, auch auf diesem, und meldest dich neu an.',
  done: { ended: 'Die Anmeldung ist beendet.', moved: 'Du arbeitest jetzt hier.' },
};

export const ACCOUNT_WORDS: InLanguages<AccountWords> = { pt, en, es, de };
