import type { InLanguages } from '../frame/languages.js';

/** What the screens of second factors need beside the words of log-ins. */
export interface OwnFactorsWords {
  readonly title: string;
  readonly lead: string;
  readonly rename: string;
  readonly done: Readonly<Record<string, string>>;
  readonly failed: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
}

const pt: OwnFactorsWords = {
  title: 'Verificação em duas etapas',
  lead: 'Com ela, quem descobrir sua senha ainda não entra. Escolha uma das formas.',
  rename: 'Mudar o nome',
  done: {
    'app-set': 'Aplicativo ativado.',
    'app-removed': 'Aplicativo desativado.',
    'passkey-added': 'Chave de acesso criada.',
    'passkey-removed': 'Chave de acesso removida.',
    'passkey-renamed': 'Nome mudado.',
  },
  failed: {
    'shown-already':
      'Os códigos novos já foram mostrados uma vez. Se você não os guardou, gere outros.',
  },
  problems: {
    'staff.factor-required':
      'Esta é a sua última forma, e o seu papel exige uma: crie outra antes de removê-la.',
    'staff.second-factor-required':
      'Esta é a sua última forma, e o seu papel exige uma: crie outra antes de removê-la.',
    'staff.factor-not-set': 'Isto já foi removido.',
    'staff.passkey-not-found': 'Isto já foi removido.',
  },
};

const en: OwnFactorsWords = {
  title: 'Second factor',
  lead: 'With it, whoever learns your password still does not get in. Choose one of these.',
  rename: 'Rename',
  done: {
    'app-set': 'The app is set up.',
    'app-removed': 'The app was removed.',
    'passkey-added': 'The passkey was added.',
    'passkey-removed': 'The passkey was removed.',
    'passkey-renamed': 'The name was changed.',
  },
  failed: {
    'shown-already': 'The new codes have been shown once. If you have not kept them, make others.',
  },
  problems: {
    'staff.factor-required':
      'This is your last second factor, and your role requires one: add another before you remove it.',
    'staff.second-factor-required':
      'This is your last second factor, and your role requires one: add another before you remove it.',
    'staff.factor-not-set': 'This has been removed already.',
    'staff.passkey-not-found': 'This has been removed already.',
  },
};

const es: OwnFactorsWords = {
  title: 'Verificación en dos pasos',
  lead: 'Con ella, quien descubra tu contraseña todavía no entra. Elige una de estas formas.',
  rename: 'Cambiar el nombre',
  done: {
    'app-set': 'Aplicación activada.',
    'app-removed': 'Aplicación desactivada.',
    'passkey-added': 'Llave de acceso creada.',
    'passkey-removed': 'Llave de acceso eliminada.',
    'passkey-renamed': 'Nombre cambiado.',
  },
  failed: {
    'shown-already':
      'Los códigos nuevos ya se mostraron una vez. Si no los guardaste, genera otros.',
  },
  problems: {
    'staff.factor-required':
      'Esta es tu última forma y tu función exige una: crea otra antes de eliminarla.',
    'staff.second-factor-required':
      'Esta es tu última forma y tu función exige una: crea otra antes de eliminarla.',
    'staff.factor-not-set': 'Esto ya se había eliminado.',
    'staff.passkey-not-found': 'Esto ya se había eliminado.',
  },
};

const de: OwnFactorsWords = {
  title: 'Zweiter Faktor',
  lead: 'Damit kommt auch nicht hinein, wer dein Passwort erfährt. Wähle einen davon.',
  rename: 'Umbenennen',
  done: {
    'app-set': 'Die App ist eingerichtet.',
    'app-removed': 'Die App ist entfernt.',
    'passkey-added': 'Der Passkey ist erstellt.',
    'passkey-removed': 'Der Passkey ist entfernt.',
    'passkey-renamed': 'Der Name ist geändert.',
  },
  failed: {
    'shown-already':
      'Die neuen Codes wurden schon einmal gezeigt. Hast du sie nicht aufbewahrt, erstelle andere.',
  },
  problems: {
    'staff.factor-required':
      'Das ist dein letzter zweiter Faktor, und deine Rolle verlangt einen: Richte erst einen anderen ein.',
    'staff.second-factor-required':
      'Das ist dein letzter zweiter Faktor, und deine Rolle verlangt einen: Richte erst einen anderen ein.',
    'staff.factor-not-set': 'Das ist schon entfernt.',
    'staff.passkey-not-found': 'Das ist schon entfernt.',
  },
};

export const OWN_FACTORS_WORDS: InLanguages<OwnFactorsWords> = { pt, en, es, de };
