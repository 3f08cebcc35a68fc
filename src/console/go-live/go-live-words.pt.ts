import type { GoLiveWords } from './go-live-words.js';

export const pt: GoLiveWords = {
  lead: 'O que falta fazer antes de chegar o primeiro aluno. A lista confere sozinha: o que funciona está pronto.',
  progress: (done, all) => `${done} de ${all} prontos`,
  ready: 'Tudo pronto: pode abrir.',
  states: { DONE: 'Pronto', MISSING: 'A fazer', UNKNOWN: 'Ainda não se sabe' },
  items: {
    SECRETS: {
      title: 'Acesso ao Wellhub',
      text: 'Cada academia precisa do número dela no Wellhub, do token e do segredo dos webhooks. O Wellhub fornece os três.',
      fix: 'Preencher',
    },
    CONNECTION: {
      title: 'Conexão testada',
      text: 'O teste pergunta ao Wellhub se ele conhece a academia. Não muda nada.',
      fix: 'Testar a conexão',
    },
    URLS: {
      title: 'Endereços entregues',
      text: 'O Wellhub precisa conhecer os seus endereços. Copie e envie ao seu contato lá. Fica pronto quando chegar o primeiro check-in.',
      fix: 'Ver e copiar os endereços',
    },
    WEBHOOKS: {
      title: 'Webhooks no Wellhub',
      text: 'Para o Wellhub avisar de cada check-in. Fica pronto quando chegar o primeiro.',
      fix: 'Ver a conexão',
    },
    FIRST_CHECK_IN: {
      title: 'Primeiro check-in visto',
      text: 'Faça um check-in com o aplicativo do Wellhub em cada academia: ele aparece aqui.',
      fix: '',
    },
    DOORS: {
      title: 'Portas',
      text: 'A academia precisa de uma catraca, um leitor ou um tablet ligado.',
      fix: 'Configurar uma porta',
    },
    MAIL: {
      title: 'E-mail',
      text: 'Convites e senhas novas vão por e-mail. Quem cuida da instalação configura o servidor; depois, envie um e-mail para você.',
      fix: '',
    },
    SECOND_FACTOR: {
      title: 'Verificação em duas etapas da equipe',
      text: 'Uma chave de acesso ou um aplicativo além da senha: assim, uma senha roubada não basta.',
      fix: 'Ativar a sua',
    },
    BACKUPS: {
      title: 'Cópias de segurança',
      text: 'Daqui não dá para ver se os dados têm cópia. Confirme quando as cópias forem feitas e uma tiver sido restaurada como teste.',
      fix: '',
    },
  },
  results: {
    wellhubGymId: 'falta o número no Wellhub',
    accessToken: 'falta o token',
    webhookSecret: 'falta o segredo dos webhooks',
    CREDENTIALS_REFUSED: 'o Wellhub recusa o token',
    GYM_NOT_ALLOWED: 'o token não vale para esta academia',
    UNREACHABLE: 'o Wellhub não respondeu',
  },
  told: (by, when) => `${by}, ${when}`,
  people: (missing) =>
    missing === 1 ? 'Uma pessoa ainda não tem.' : `${missing} pessoas ainda não têm.`,
  sendMail: 'Enviar um e-mail de teste para mim',
  mailSent: 'O servidor aceitou o e-mail: veja a sua caixa de entrada.',
  mailRefused: 'O servidor não aceitou o e-mail. Confira o endereço e a senha dele.',
  confirmBackups: 'Sim, as cópias são feitas',
  takeBack: 'Isto não vale mais',
};
