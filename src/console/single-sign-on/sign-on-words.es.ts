import type { SignOnWords } from './sign-on-words.js';

export const es: SignOnWords = {
  title: 'Entrar con la cuenta de la empresa',
  findLead: 'Si tu gimnasio usa cuentas de la empresa, escribe el nombre corto del gimnasio.',
  name: 'Nombre corto del gimnasio',
  nameHint:
    'Aparece en las direcciones de las páginas del gimnasio. Quien administra el equipo lo conoce.',
  findButton: 'Continuar',
  unknown:
    'Ningún gimnasio con este nombre usa cuentas de la empresa. Revisa el nombre, o entra con correo y contraseña.',
  lead: (partner, host) => `El equipo de ${partner} entra en ${host}. Después vuelves aquí.`,
  button: (host) => `Continuar en ${host}`,
  withPassword: 'Entrar con correo y contraseña',
  required: (partner) =>
    `${partner} quiere que su equipo entre con la cuenta de la empresa. La contraseña de aquí no vale allí.`,
  doneTitle: 'Has entrado',
  done: 'Continuar',
  confirmLead: (host) =>
    `Antes de mostrar o cambiar algo importante, entra una vez más en ${host}. Vale por 10 minutos.`,
  refusedTitle: 'No fue posible entrar',
  refused: {
    unavailable:
      'El servicio de cuentas de la empresa no respondió. Inténtalo de nuevo en unos minutos. Si sigue así, avisa a quien lo administra.',
    denied:
      'El servicio de cuentas de la empresa no te dejó entrar, o lo dejaste a medias. Inténtalo de nuevo, o habla con quien lo administra.',
    refused:
      'El servicio de cuentas de la empresa respondió algo que no encaja. Inténtalo de nuevo. Si sigue así, pide a quien administra el equipo que revise la configuración.',
    expired:
      'Este intento ha terminado: tardó más de 10 minutos, ya se usó o empezó en otra pestaña. Empieza de nuevo.',
    locked: 'Hubo demasiados intentos desde aquí. Espera 15 minutos e inténtalo de nuevo.',
    'no-group':
      'Tu cuenta de la empresa funciona, pero ninguno de tus grupos da acceso a este gimnasio. Pídelo a quien administra el equipo.',
    'too-many':
      'El equipo ya tiene 500 personas, el máximo. Quien administra el equipo debe quitar antes a alguien.',
    'other-person':
      'Entraste en el servicio de cuentas como otra persona. Vuelve y usa la cuenta con la que trabajas aquí.',
  },
  again: 'Intentar de nuevo',
};
