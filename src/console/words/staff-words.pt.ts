import type { StaffWords } from './staff-words.js';

export const staff: StaffWords = {
  roles: {
    OWNER: 'Proprietário',
    MANAGER: 'Gerente',
    FRONT_DESK: 'Recepção',
    ACCOUNTANT: 'Contabilidade',
    DEVELOPER: 'Desenvolvimento',
    VIEWER: 'Somente leitura',
  },
  email: 'E-mail',
  password: 'Senha',
  logIn: {
    title: 'Entrar',
    lead: 'Para a equipe da academia. A sessão dura 12 horas neste aparelho.',
    button: 'Entrar',
    refused:
      'E-mail ou senha incorretos, ou foram tentativas demais. Confira e tente de novo em alguns minutos. Esqueceu a senha? Peça um novo convite a quem cuida da equipe.',
    missing: { email: 'Digite seu e-mail.', password: 'Digite sua senha.' },
    withKey: 'Entrar com uma chave de API',
    withEmail: 'Entrar com e-mail e senha',
  },
  invitation: {
    title: (partner) => `Equipe de ${partner}`,
    lead: (email, role) =>
      `Convite para ${email}, como ${role}. Diga seu nome e escolha uma senha.`,
    leadKnown: (email, role) =>
      `Convite para ${email}, como ${role}. Você já tem uma senha do Gatehouse: digite-a para aceitar.`,
    name: 'Seu nome',
    nameHint: 'Aparece ao lado de tudo o que você fizer.',
    newPassword: 'Nova senha',
    button: 'Aceitar o convite',
    problems: {
      name: 'Digite seu nome: no máximo 100 caracteres, sem sinais especiais.',
      password:
        'Esta não é a sua senha do Gatehouse, ou foram tentativas demais. Confira e tente de novo em alguns minutos.',
    },
    endedTitle: 'Este convite não funciona mais',
    ended:
      'Ele vale uma vez e por 48 horas. Talvez já tenha sido usado, ou um mais novo o substituiu. Já aceitou? Entre com seu e-mail. Senão, peça um novo convite a quem convidou você.',
  },
  account: {
    title: 'Sua conta',
    frontDesk: 'Abrir a recepção',
    noScreens:
      'Para o seu papel ainda não há telas aqui; a API de administração já aceita esta sessão.',
    placesTitle: 'Onde você trabalha',
    placesLead: 'Você trabalha em um lugar de cada vez.',
    allGyms: 'Todas as academias',
    here: 'Você está aqui',
    work: 'Trabalhar aqui',
    sessionsTitle: 'Onde você entrou',
    sessionsLead: 'Não reconhece uma sessão? Encerre-a.',
    session: (since, until, source) => `De ${since} até ${until}, rede ${source}`,
    thisOne: 'Esta sessão',
    end: 'Encerrar',
    endAll: 'Sair de todos os aparelhos',
  },
};
