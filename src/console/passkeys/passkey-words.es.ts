import type { PasskeyWords } from './passkey-words.js';

export const es: PasskeyWords = {
  title: 'Llaves de acceso',
  lead: 'En lugar del código: tu huella, tu rostro o el PIN del dispositivo. Una llave de acceso solo funciona en este sitio, así que nadie puede sacártela con engaños.',
  unnamed: 'Llave de acceso',
  added: (when) => `Creada el ${when}`,
  used: (when) => `usada por última vez el ${when}`,
  neverUsed: 'aún sin usar',
  remove: (name) => `Quitar ${name}`,
  removeButton: 'Quitar',
  name: 'Nombre',
  nameHint: 'Para reconocerla después: «Móvil», «Ordenador de recepción».',
  add: 'Crear una llave de acceso',
  full: 'Ya tienes 20 llaves de acceso. Quita una que ya no uses antes de crear otra.',
  use: 'Usar una llave de acceso',
  logIn: 'Entrar con una llave de acceso',
  or: 'o',
  impossible:
    'Este navegador no admite llaves de acceso, o los scripts están desactivados. Usa un código.',
  refused:
    'Esta llave de acceso no sirve aquí: no es tuya, se quitó, o pasó demasiado tiempo. Inténtalo de nuevo.',
  notAdded:
    'La llave de acceso no se creó: ya existe, o pasó demasiado tiempo. Inténtalo de nuevo.',
  live: {
    waiting: 'Sigue las indicaciones de tu dispositivo …',
    cancelled: 'No se hizo nada: se canceló o tardó demasiado. Inténtalo de nuevo.',
    known: 'Este dispositivo ya tiene una llave de acceso para tu cuenta.',
    otherSite: 'Las llaves de acceso solo funcionan en {site}. Abre la página allí.',
    failed: 'No funcionó. Revisa la conexión, vuelve a cargar la página e inténtalo otra vez.',
  },
  codes: {
    title: 'Códigos de recuperación',
    lead: 'Para el día en que no tengas ni el móvil ni la llave de acceso. Los nuevos sustituyen a los anteriores.',
    button: 'Generar nuevos códigos de recuperación',
  },
  app: {
    title: 'Aplicación de autenticación',
    has: 'Activada: al entrar puedes escribir un código de la aplicación.',
    none: 'Sin activar.',
    setUp: 'Activar la aplicación',
    remove: 'Desactivar la aplicación',
  },
};
