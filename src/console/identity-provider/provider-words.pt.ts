import type { ProviderWords } from './provider-words.js';

export const pt: ProviderWords = {
  about:
    'A equipe entra com a conta que já usa na empresa (OpenID Connect: Microsoft Entra, Google, Okta, Keycloak e outros). Os grupos de lá dizem o que cada pessoa pode fazer aqui.',
  handOver: 'Para cadastrar no serviço de contas',
  redirectUri: 'Endereço de retorno',
  logInUrl: 'Onde a equipe entra',
  settings: 'Configuração',
  issuer: 'Endereço do serviço (issuer)',
  issuerHint: 'Começa com https://. Exemplo: https://login.example.com/',
  clientId: 'Identificação do cliente (client ID)',
  clientSecret: 'Segredo do cliente (client secret)',
  secretHint: 'Ele não aparece de novo. Um serviço ou cliente novo precisa do próprio segredo.',
  scopes: 'O que pedimos ao serviço (scopes)',
  scopesHint:
    'Separados por espaço. Em geral: openid profile email. Alguns serviços precisam também de groups.',
  groupsClaim: 'Nome do campo com os grupos',
  groupsClaimHint: 'Em geral groups; no Keycloak, por exemplo, realm_access.roles.',
  groups: 'Grupos e papéis',
  groupsHint:
    'Vale a primeira linha cujo grupo a pessoa tem. Deixe o grupo vazio para tirar a linha.',
  groupsWrong:
    'Confira as linhas: cada grupo uma vez, com um papel. Dono e Técnico valem para todas as academias.',
  gymGone:
    'Uma das academias marcadas não existe mais. Esvazie o grupo dessa linha, salve e digite-o de novo.',
  group: 'Grupo',
  role: 'Papel',
  gyms: 'Academias',
  allGyms: 'Sem marcar nenhuma, valem todas.',
  required: 'Só com a conta da empresa',
  requiredHint:
    'Senhas deixam de valer aqui. Donos com senha ainda entram, para o caso de o serviço falhar.',
  provesSecondFactor: 'O serviço cuida da verificação em duas etapas',
  provesSecondFactorHint: 'Então não pedimos outro código. Só marque se todos precisam dela lá.',
  changeWarning: 'Ao salvar, quem entrou com a conta da empresa precisa entrar de novo.',
  test: 'Testar',
  testHint:
    'Pergunta ao serviço quem ele é. Se o cliente e o segredo estão certos, só se vê ao entrar.',
  testOk: 'O serviço responde.',
  testUnreachable: 'O serviço não respondeu. Confira o endereço.',
  testWrong: 'Neste endereço não há um serviço de contas que conheçamos. Confira o endereço.',
  remove: 'Desligar',
  removeConsequence:
    'Quem entrou com a conta da empresa sai da equipe agora. Pessoas com senha continuam.',
  removeConfirm: 'Desligar a conta da empresa',
  secretKept: (since) => `Há um segredo, de ${since}. Deixe vazio para mantê-lo.`,
};
