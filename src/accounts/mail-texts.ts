/** The words of our mails. `{gym}`, `{minutes}` and `{contact}` are filled in; the link stands on its own. */
export interface MailText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** On the button that leads to the link. */
  readonly action?: string;
  readonly closing: string;
}

export type MailKind = 'join-confirm' | 'set-password' | 'password-changed';
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
  },
  de: {
    'join-confirm': {
      subject: 'Anmeldung bei {gym} abschließen',
      paragraphs: [
        'Bitte bestätigen Sie, dass diese Adresse Ihnen gehört. Damit ist Ihre Anmeldung bei {gym} abgeschlossen.',
      ],
      action: 'Anmeldung abschließen',
      closing:
        'Der Link gilt einmal und {minutes} Minuten lang. Wenn Sie ihn nicht angefordert haben, ist nichts zu tun.',
    },
    'set-password': {
      subject: 'Passwort für {gym} festlegen',
      paragraphs: ['Für Ihr Konto bei {gym} wurde ein neues Passwort angefordert.'],
      action: 'Passwort festlegen',
      closing:
        'Der Link gilt einmal und {minutes} Minuten lang. Wenn Sie ihn nicht angefordert haben, ist nichts zu tun: Ihr Passwort bleibt, wie es ist.',
    },
    'password-changed': {
      subject: 'Ihr Passwort für {gym} wurde geändert',
      paragraphs: [
        'Das Passwort Ihres Kontos bei {gym} wurde soeben geändert, und Sie wurden überall abgemeldet.',
      ],
      closing:
        'Wenn Sie das nicht waren, legen Sie sofort ein neues Passwort fest und wenden Sie sich an {contact}.',
    },
  },
};
