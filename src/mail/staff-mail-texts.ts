import type { MailLanguage, MailText } from './mail-texts.js';

export type StaffMailKind =
  'staff-invitation' | 'operator-invitation' | 'factor-added' | 'factor-removed' | 'codes-renewed';

/** The words of mails to people who work with the console. */
export const STAFF_MAIL_TEXTS: Record<MailLanguage, Record<StaffMailKind, MailText>> = {
  en: {
    'staff-invitation': {
      subject: 'You are invited to the staff of {gym}',
      paragraphs: [
        '{gym} uses Gatehouse for check-ins and doors and has invited you to its staff.',
      ],
      action: 'Accept the invitation',
      closing: 'The link works once, for 48 hours. If you do not know {gym}, do nothing.',
    },
    'operator-invitation': {
      subject: 'You are invited to operate Gatehouse',
      paragraphs: [
        'You are invited to the people who operate this Gatehouse and look after every gym on it.',
      ],
      action: 'Accept the invitation',
      closing: 'The link works once, for 48 hours. If you did not expect it, do nothing.',
    },
    'factor-added': {
      subject: 'Your Gatehouse account has a new second factor',
      paragraphs: [
        'A second factor (an authenticator app or a passkey) was just added to your account. It is needed at the next log-in.',
      ],
      closing: 'If that was not you, set a new password at once and tell the one who invited you.',
    },
    'factor-removed': {
      subject: 'A second factor of your Gatehouse account was removed',
      paragraphs: [
        'A second factor (an authenticator app or a passkey) was just removed from your account.',
      ],
      closing: 'If that was not you, set a new password at once and tell the one who invited you.',
    },
    'codes-renewed': {
      subject: 'Your Gatehouse account has new recovery codes',
      paragraphs: [
        'Ten new recovery codes were just made for your account. The earlier ones no longer work.',
      ],
      closing: 'If that was not you, set a new password at once and tell the one who invited you.',
    },
  },
  pt: {
    'staff-invitation': {
      subject: 'Convite para a equipe de {gym}',
      paragraphs: ['{gym} usa o Gatehouse para check-ins e portas e convidou você para a equipe.'],
      action: 'Aceitar o convite',
      closing:
        'O link funciona uma única vez, por 48 horas. Se você não conhece {gym}, ignore esta mensagem.',
    },
    'operator-invitation': {
      subject: 'Convite para operar o Gatehouse',
      paragraphs: [
        'Você foi convidado para a equipe que opera este Gatehouse e cuida de todas as academias nele.',
      ],
      action: 'Aceitar o convite',
      closing:
        'O link funciona uma única vez, por 48 horas. Se você não esperava este convite, ignore esta mensagem.',
    },
    'factor-added': {
      subject: 'Sua conta do Gatehouse tem um novo segundo fator',
      paragraphs: [
        'Um segundo fator (aplicativo autenticador ou chave de acesso) acabou de ser adicionado à sua conta. Ele será pedido no próximo acesso.',
      ],
      closing: 'Se não foi você, defina uma nova senha imediatamente e avise quem convidou você.',
    },
    'factor-removed': {
      subject: 'Um segundo fator da sua conta do Gatehouse foi removido',
      paragraphs: [
        'Um segundo fator (aplicativo autenticador ou chave de acesso) acabou de ser removido da sua conta.',
      ],
      closing: 'Se não foi você, defina uma nova senha imediatamente e avise quem convidou você.',
    },
    'codes-renewed': {
      subject: 'Sua conta do Gatehouse tem novos códigos de recuperação',
      paragraphs: [
        'Dez novos códigos de recuperação acabaram de ser criados para sua conta. Os anteriores deixaram de funcionar.',
      ],
      closing: 'Se não foi você, defina uma nova senha imediatamente e avise quem convidou você.',
    },
  },
  es: {
    'staff-invitation': {
      subject: 'Te han invitado al equipo de {gym}',
      paragraphs: [
        '{gym} usa Gatehouse para los check-ins y las puertas y te ha invitado a su equipo.',
      ],
      action: 'Aceptar la invitación',
      closing:
        'El enlace funciona una sola vez, durante 48 horas. Si no conoces {gym}, ignora este mensaje.',
    },
    'operator-invitation': {
      subject: 'Te han invitado a operar Gatehouse',
      paragraphs: [
        'Te han invitado al equipo que opera este Gatehouse y atiende a todos los gimnasios que lo usan.',
      ],
      action: 'Aceptar la invitación',
      closing:
        'El enlace funciona una sola vez, durante 48 horas. Si no esperabas esta invitación, ignora este mensaje.',
    },
    'factor-added': {
      subject: 'Tu cuenta de Gatehouse tiene un nuevo segundo factor',
      paragraphs: [
        'Se acaba de añadir un segundo factor (una aplicación de autenticación o una llave de acceso) a tu cuenta. Se pedirá en el próximo acceso.',
      ],
      closing:
        'Si no has sido tú, define una nueva contraseña de inmediato y avisa a quien te invitó.',
    },
    'factor-removed': {
      subject: 'Se ha quitado un segundo factor de tu cuenta de Gatehouse',
      paragraphs: [
        'Se acaba de quitar un segundo factor (una aplicación de autenticación o una llave de acceso) de tu cuenta.',
      ],
      closing:
        'Si no has sido tú, define una nueva contraseña de inmediato y avisa a quien te invitó.',
    },
    'codes-renewed': {
      subject: 'Tu cuenta de Gatehouse tiene nuevos códigos de recuperación',
      paragraphs: [
        'Se acaban de crear diez códigos de recuperación nuevos para tu cuenta. Los anteriores ya no funcionan.',
      ],
      closing:
        'Si no has sido tú, define una nueva contraseña de inmediato y avisa a quien te invitó.',
    },
  },
  de: {
    'staff-invitation': {
      subject: 'Einladung ins Team von {gym}',
      paragraphs: [
        '{gym} nutzt Gatehouse für Check-ins und Türen und hat dich ins Team eingeladen.',
      ],
      action: 'Einladung annehmen',
      closing:
        'Der Link gilt einmal und 48 Stunden lang. Wenn du {gym} nicht kennst, ist nichts zu tun.',
    },
    'operator-invitation': {
      subject: 'Einladung, Gatehouse zu betreiben',
      paragraphs: [
        'Du bist in das Team eingeladen, das dieses Gatehouse betreibt und sich um alle Studios darauf kümmert.',
      ],
      action: 'Einladung annehmen',
      closing:
        'Der Link gilt einmal und 48 Stunden lang. Wenn du ihn nicht erwartet hast, ist nichts zu tun.',
    },
    'factor-added': {
      subject: 'Dein Gatehouse-Konto hat einen neuen zweiten Faktor',
      paragraphs: [
        'Ein zweiter Faktor (Authentifizierungs-App oder Passkey) wurde soeben zu deinem Konto hinzugefügt. Er wird bei der nächsten Anmeldung gebraucht.',
      ],
      closing:
        'Wenn du das nicht warst, lege sofort ein neues Passwort fest und sag der Person Bescheid, die dich eingeladen hat.',
    },
    'factor-removed': {
      subject: 'Ein zweiter Faktor deines Gatehouse-Kontos wurde entfernt',
      paragraphs: [
        'Ein zweiter Faktor (Authentifizierungs-App oder Passkey) wurde soeben aus deinem Konto entfernt.',
      ],
      closing:
        'Wenn du das nicht warst, lege sofort ein neues Passwort fest und sag der Person Bescheid, die dich eingeladen hat.',
    },
    'codes-renewed': {
      subject: 'Dein Gatehouse-Konto hat neue Wiederherstellungscodes',
      paragraphs: [
        'Für dein Konto wurden soeben zehn neue Wiederherstellungscodes erstellt. Die früheren gelten nicht mehr.',
      ],
      closing:
        'Wenn du das nicht warst, lege sofort ein neues Passwort fest und sag der Person Bescheid, die dich eingeladen hat.',
    },
  },
};
