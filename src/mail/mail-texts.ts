/** The words of our mails. `{gym}`, `{minutes}` and `{contact}` are filled in; the link stands on its own. */
export interface MailText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** On the button that leads to the link. */
  readonly action?: string;
  readonly closing: string;
}

export type MailKind = 'join-confirm' | 'set-password' | 'password-changed' | 'log-in-attempts';
export const MAIL_LANGUAGES = ['en', 'pt', 'es', 'de'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

export const MAIL_TEXTS: Record<MailLanguage, Record<MailKind, MailText>> = {
  en: {
    'join-confirm': {
      subject: 'Finish joining {gym}',
      paragraphs: ['Please confirm that this address is yours, and you have joined {gym}.'],
      action: 'Finish joining',
      closing: 'The link works once, for {minutes} minutes. If you did not ask for it, do nothing.',
    },
    'set-password': {
      subject: 'Set your password for {gym}',
      paragraphs: ['Somebody asked to set a new password for your account at {gym}.'],
      action: 'Set a password',
      closing:
        'The link works once, for {minutes} minutes. If you did not ask for it, do nothing: your password stays as it is.',
    },
    'password-changed': {
      subject: 'Your password for {gym} was changed',
      paragraphs: [
        'The password of your account at {gym} was just changed, and you were logged out everywhere.',
      ],
      closing: 'If that was not you, set a new password at once and tell {contact}.',
    },
    'log-in-attempts': {
      subject: 'Many failed log-ins to your account at {gym}',
      paragraphs: [
        'Somebody tried to log in to your account at {gym} 100 times within an hour, with wrong passwords. Your password is unchanged.',
      ],
      closing:
        'If that was not you, choose a long password that you use nowhere else. Questions? Ask {contact}.',
    },
  },
  pt: {
    'join-confirm': {
      subject: 'Conclua seu cadastro na {gym}',
      paragraphs: ['Confirme que este endereço é seu para concluir seu cadastro na {gym}.'],
      action: 'Concluir cadastro',
      closing:
        'O link funciona uma única vez, por {minutes} minutos. Se você não fez este pedido, ignore esta mensagem.',
    },
    'set-password': {
      subject: 'Defina sua senha na {gym}',
      paragraphs: ['Recebemos um pedido para definir uma nova senha para sua conta na {gym}.'],
      action: 'Definir senha',
      closing:
        'O link funciona uma única vez, por {minutes} minutos. Se você não fez este pedido, ignore esta mensagem: sua senha continua a mesma.',
    },
    'password-changed': {
      subject: 'Sua senha na {gym} foi alterada',
      paragraphs: [
        'A senha da sua conta na {gym} acabou de ser alterada, e você foi desconectado de todos os aparelhos.',
      ],
      closing: 'Se não foi você, defina uma nova senha imediatamente e avise {contact}.',
    },
    'log-in-attempts': {
      subject: 'Muitas tentativas de acesso à sua conta na {gym}',
      paragraphs: [
        'Alguém tentou entrar na sua conta na {gym} 100 vezes em uma hora, com senhas erradas. Sua senha continua a mesma.',
      ],
      closing:
        'Se não foi você, escolha uma senha longa que não use em nenhum outro lugar. Dúvidas? Fale com {contact}.',
    },
  },
  es: {
    'join-confirm': {
      subject: 'Completa tu registro en {gym}',
      paragraphs: ['Confirma que esta dirección es tuya para completar tu registro en {gym}.'],
      action: 'Completar el registro',
      closing:
        'El enlace funciona una sola vez, durante {minutes} minutos. Si no lo has pedido, ignora este mensaje.',
    },
    'set-password': {
      subject: 'Define tu contraseña de {gym}',
      paragraphs: [
        'Hemos recibido una solicitud para definir una nueva contraseña de tu cuenta en {gym}.',
      ],
      action: 'Definir la contraseña',
      closing:
        'El enlace funciona una sola vez, durante {minutes} minutos. Si no lo has pedido, ignora este mensaje: tu contraseña sigue siendo la misma.',
    },
    'password-changed': {
      subject: 'Tu contraseña de {gym} ha cambiado',
      paragraphs: [
        'La contraseña de tu cuenta en {gym} acaba de cambiar y se ha cerrado tu sesión en todos los dispositivos.',
      ],
      closing: 'Si no has sido tú, define una nueva contraseña de inmediato y avisa a {contact}.',
    },
    'log-in-attempts': {
      subject: 'Muchos intentos de acceso a tu cuenta de {gym}',
      paragraphs: [
        'Alguien ha intentado entrar en tu cuenta de {gym} 100 veces en una hora, con contraseñas erróneas. Tu contraseña sigue siendo la misma.',
      ],
      closing:
        'Si no has sido tú, elige una contraseña larga que no uses en ningún otro sitio. ¿Preguntas? Habla con {contact}.',
    },
  },
  de: {
    'join-confirm': {
      subject: 'Anmeldung bei {gym} abschließen',
      paragraphs: [
        'Bitte bestätige, dass diese Adresse dir gehört. Damit ist deine Anmeldung bei {gym} abgeschlossen.',
      ],
      action: 'Anmeldung abschließen',
      closing:
        'Der Link gilt einmal und {minutes} Minuten lang. Wenn du ihn nicht angefordert hast, ist nichts zu tun.',
    },
    'set-password': {
      subject: 'Passwort für {gym} festlegen',
      paragraphs: ['Für dein Konto bei {gym} wurde ein neues Passwort angefordert.'],
      action: 'Passwort festlegen',
      closing:
        'Der Link gilt einmal und {minutes} Minuten lang. Wenn du ihn nicht angefordert hast, ist nichts zu tun: Dein Passwort bleibt, wie es ist.',
    },
    'password-changed': {
      subject: 'Dein Passwort für {gym} wurde geändert',
      paragraphs: [
        'Das Passwort deines Kontos bei {gym} wurde soeben geändert, und du wurdest überall abgemeldet.',
      ],
      closing:
        'Wenn du das nicht warst, lege sofort ein neues Passwort fest und wende dich an {contact}.',
    },
    'log-in-attempts': {
      subject: 'Viele fehlgeschlagene Anmeldungen bei {gym}',
      paragraphs: [
        'Jemand hat binnen einer Stunde 100-mal versucht, sich mit falschen Passwörtern bei deinem Konto von {gym} anzumelden. Dein Passwort ist unverändert.',
      ],
      closing:
        'Wenn du das nicht warst, wähle ein langes Passwort, das du nirgends sonst verwendest. Fragen? Wende dich an {contact}.',
    },
  },
};
