import type { StaffWords } from './staff-words.js';

export const staff: StaffWords = {
  roles: {
    OPERATOR: 'Operador',
    OWNER: 'Propietario',
    MANAGER: 'Gerente',
    FRONT_DESK: 'Recepción',
    ACCOUNTANT: 'Contabilidad',
    DEVELOPER: 'Técnico',
    VIEWER: 'Solo lectura',
  },
  email: 'Correo electrónico',
  password: 'Contraseña',
  logIn: {
    title: 'Iniciar sesión',
    lead: 'Para el equipo del gimnasio. La sesión dura 12 horas en este dispositivo.',
    button: 'Iniciar sesión',
    refused:
      'El correo o la contraseña no son correctos, o hubo demasiados intentos. Revísalos e inténtalo de nuevo en unos minutos.',
    missing: { email: 'Escribe tu correo electrónico.', password: 'Escribe tu contraseña.' },
    withProvider: 'Entrar con la cuenta de la empresa',
    withKey: 'Entrar con una clave de API',
    forSoftware:
      'Las claves son para software y para el primer minuto. Quien trabaja aquí entra con invitación, correo y contraseña.',
    withEmail: 'Entrar con correo y contraseña',
  },
  forgotten: {
    link: '¿Has olvidado la contraseña?',
    title: '¿Has olvidado la contraseña?',
    lead: 'Escribe tu correo electrónico. Te enviamos un enlace para elegir una contraseña nueva.',
    button: 'Enviar el enlace',
    invalid: 'Esto no parece un correo electrónico. Ejemplo: ana@example.com',
    sentTitle: 'Mira tu correo',
    sent: (email) =>
      `Si ${email} es de alguien del equipo, hemos enviado un mensaje. Abre su enlace en 60 minutos.`,
    newTitle: 'Elige una contraseña',
    newLead: (email) => `Para ${email}. Después inicia sesión con ella.`,
    newButton: 'Guardar la contraseña',
    endedTitle: 'Este enlace ya no funciona',
    ended: 'Vale una sola vez, durante 60 minutos. Pide uno nuevo.',
  },
  invitation: {
    title: (partner) => `El equipo de ${partner}`,
    lead: (email, role) =>
      `Invitación para ${email}, como: ${role}. Escribe tu nombre y elige una contraseña.`,
    leadKnown: (email, role) =>
      `Invitación para ${email}, como: ${role}. Ya tienes una contraseña de Gatehouse: escríbela para aceptar.`,
    name: 'Tu nombre',
    nameHint: 'Aparece junto a todo lo que hagas.',
    newPassword: 'Nueva contraseña',
    button: 'Aceptar la invitación',
    problems: {
      name: 'Escribe tu nombre: 100 caracteres como máximo, sin signos especiales.',
      password:
        'Esta no es tu contraseña de Gatehouse, o hubo demasiados intentos. Revísala e inténtalo de nuevo en unos minutos.',
    },
    endedTitle: 'Esta invitación ya no funciona',
    ended:
      'Vale una sola vez, durante 48 horas. Quizá ya se usó, o una más reciente la ha sustituido. ¿Ya la aceptaste? Inicia sesión con tu correo. Si no, pide una nueva a quien te invitó.',
  },
  secondFactor: {
    setUp: 'Activar la verificación en dos pasos',
    has: 'Verificación en dos pasos: activada',
    codeTitle: 'Verificación en dos pasos',
    codeLead:
      'Abre tu aplicación de autenticación y escribe el código. ¿Sin el teléfono? Usa un código de recuperación.',
    code: 'Código',
    codeButton: 'Continuar',
    wrong:
      'Este código no vale: ya se usó, es erróneo o hubo demasiados intentos. Espera al siguiente y comprueba que el reloj del teléfono es correcto.',
    enrolTitle: 'Activa la verificación en dos pasos',
    enrolLead:
      'Escanea la imagen con una aplicación de autenticación, como Google Authenticator, y escribe el código que muestra.',
    picture: 'Código QR para la aplicación de autenticación',
    secret: 'O escribe esta clave en la aplicación:',
    enrolButton: 'Activar',
    recoveryTitle: 'Guarda tus códigos de recuperación',
    recoveryLead:
      'Cada uno vale una vez, si pierdes el teléfono. No se muestran de nuevo: anótalos o imprime esta página.',
    done: 'Los he guardado',
    hasLead: 'Al iniciar sesión usas también una de estas formas.',
    mandatory: 'Tu función exige la verificación en dos pasos, así que no se puede desactivar.',
    confirmTitle: 'Confirma que eres tú',
    confirmLead:
      'Antes de mostrar o cambiar algo importante, confirma quién eres. Vale durante 10 minutos.',
    confirmButton: 'Confirmar',
  },
  account: {
    placesTitle: 'Dónde trabajas',
    placesLead: 'Trabajas en un lugar cada vez.',
    here: 'Estás aquí',
    work: 'Trabajar aquí',
    sessionsTitle: 'Dónde has iniciado sesión',
    sessionsLead: '¿No reconoces una sesión? Ciérrala.',
    session: (since, until, source) => `Desde ${since} hasta ${until}, red ${source}`,
    end: 'Cerrar',
    endAll: 'Cerrar sesión en todos los dispositivos',
  },
};
