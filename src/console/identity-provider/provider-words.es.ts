import type { ProviderWords } from './provider-words.js';

export const es: ProviderWords = {
  about:
    'El equipo entra con la cuenta que ya usa en la empresa (OpenID Connect: Microsoft Entra, Google, Okta, Keycloak y otros). Los grupos de allí dicen qué puede hacer cada persona aquí.',
  handOver: 'Para registrar en el servicio de cuentas',
  redirectUri: 'Dirección de retorno',
  logInUrl: 'Dónde entra el equipo',
  settings: 'Configuración',
  issuer: 'Dirección del servicio (issuer)',
  issuerHint: 'Empieza con https://. Ejemplo: https://login.example.com/',
  clientId: 'Identificación del cliente (client ID)',
  clientSecret: 'Secreto del cliente (client secret)',
  secretHint: 'No se muestra de nuevo. Un servicio o cliente nuevo necesita su propio secreto.',
  scopes: 'Lo que pedimos al servicio (scopes)',
  scopesHint:
    'Separados por espacios. Normalmente: openid profile email. Algunos servicios necesitan también groups.',
  groupsClaim: 'Nombre del campo con los grupos',
  groupsClaimHint: 'Normalmente groups; en Keycloak, por ejemplo, realm_access.roles.',
  groups: 'Grupos y roles',
  groupsHint:
    'Vale la primera línea cuyo grupo tiene la persona. Deja el grupo vacío para quitar la línea.',
  groupsWrong:
    'Revisa las líneas: cada grupo una vez, con un rol. Propietario y Desarrollo valen para todos los gimnasios.',
  gymGone:
    'Uno de los gimnasios marcados ya no existe. Vacía el grupo de esa línea, guarda y escríbelo de nuevo.',
  group: 'Grupo',
  role: 'Rol',
  gyms: 'Gimnasios',
  allGyms: 'Sin marcar ninguno, valen todos.',
  required: 'Solo con la cuenta de la empresa',
  requiredHint:
    'Las contraseñas dejan de valer aquí. Los propietarios con contraseña aún entran, por si el servicio falla.',
  provesSecondFactor: 'El servicio se ocupa de la verificación en dos pasos',
  provesSecondFactorHint:
    'Entonces no pedimos otro código. Márcalo solo si todos la necesitan allí.',
  changeWarning: 'Al guardar, quien entró con la cuenta de la empresa debe entrar de nuevo.',
  test: 'Probar',
  testHint:
    'Pregunta al servicio quién es. Si el cliente y el secreto son correctos se ve solo al entrar.',
  testOk: 'El servicio responde.',
  testUnreachable: 'El servicio no respondió. Revisa la dirección.',
  testWrong: 'En esta dirección no hay un servicio de cuentas que conozcamos. Revisa la dirección.',
  remove: 'Desconectar',
  removeConsequence:
    'Quien entró con la cuenta de la empresa sale del equipo ahora. Las personas con contraseña se quedan.',
  removeConfirm: 'Desconectar la cuenta de la empresa',
  secretKept: (since) => `Hay un secreto, del ${since}. Déjalo vacío para mantenerlo.`,
};
