import type { SignOnWords } from './sign-on-words.js';

export const pt: SignOnWords = {
  title: 'Entrar com a conta da empresa',
  findLead: 'Se a sua academia usa uma conta da empresa, digite o nome curto da academia.',
  name: 'Nome curto da academia',
  nameHint: 'Aparece nos endereços das páginas da academia. Quem administra a equipe sabe qual é.',
  findButton: 'Continuar',
  unknown:
    'Nenhuma academia com este nome usa conta da empresa. Confira o nome, ou entre com e-mail e senha.',
  lead: (partner, host) => `A equipe de ${partner} entra em ${host}. Depois você volta para cá.`,
  button: (host) => `Continuar em ${host}`,
  withPassword: 'Entrar com e-mail e senha',
  required: (partner) =>
    `${partner} quer que a equipe entre com a conta da empresa. A senha daqui não vale lá.`,
  doneTitle: 'Você entrou',
  done: 'Continuar',
  confirmLead: (host) =>
    `Antes de mostrar ou mudar algo importante, entre mais uma vez em ${host}. Vale por 10 minutos.`,
  refusedTitle: 'Não foi possível entrar',
  refused: {
    unavailable:
      'O serviço de contas da empresa não respondeu. Tente de novo em alguns minutos. Se continuar, avise quem cuida dele.',
    denied:
      'O serviço de contas da empresa não deixou você entrar, ou você parou no meio. Tente de novo, ou fale com quem cuida dele.',
    refused:
      'O serviço de contas da empresa respondeu algo que não confere. Tente de novo. Se continuar, peça a quem administra a equipe que confira a configuração.',
    expired:
      'Esta tentativa já terminou: demorou mais de 10 minutos, já foi usada ou começou em outra aba. Comece de novo.',
    locked: 'Foram tentativas demais a partir daqui. Espere 15 minutos e tente de novo.',
    'no-group':
      'Sua conta da empresa funciona, mas nenhum dos seus grupos dá acesso a esta academia. Peça a quem administra a equipe.',
    'too-many':
      'A equipe já tem 500 pessoas, o máximo. Quem administra a equipe precisa remover alguém antes.',
    'other-person':
      'Você entrou no serviço de contas como outra pessoa. Volte e entre com a conta que está usando aqui.',
  },
  again: 'Tentar de novo',
};
