import type { StaffWords } from './staff-words.js';

export const staff: StaffWords = {
  roles: {
    OPERATOR: 'Operador',
    OWNER: 'Dono',
    MANAGER: 'Gerente',
    FRONT_DESK: 'Recepção',
    ACCOUNTANT: 'Financeiro',
    DEVELOPER: 'Técnico',
    VIEWER: 'Somente leitura',
  },
  email: 'E-mail',
  password: 'Senha',
  logIn: {
    title: 'Entrar',
    lead: 'Para a equipe da academia. A sessão dura 12 horas neste aparelho.',
    button: 'Entrar',
    refused:
      'E-mail ou senha incorretos, ou foram tentativas demais. Confira e tente de novo em alguns minutos.',
    missing: { email: 'Digite seu e-mail.', password: 'Digite sua senha.' },
    withProvider: 'Entrar com a conta da empresa',
    withKey: 'Entrar com uma chave de API',
    forSoftware:
      'Chaves são de software e do primeiro minuto. Quem trabalha aqui entra com convite, e-mail e senha.',
    withEmail: 'Entrar com e-mail e senha',
  },
  forgotten: {
    link: 'Esqueceu a senha?',
    title: 'Esqueceu a senha?',
    lead: 'Digite seu e-mail. Enviamos um link para você escolher uma senha nova.',
    button: 'Enviar o link',
    invalid: 'Isso não parece um e-mail. Exemplo: ana@example.com',
    sentTitle: 'Veja seu e-mail',
    sent: (email) =>
      `Se ${email} é de alguém da equipe, enviamos uma mensagem. Abra o link dela em até 60 minutos.`,
    newTitle: 'Escolha uma senha',
    newLead: (email) => `Para ${email}. Depois, entre com ela.`,
    newButton: 'Salvar a senha',
    endedTitle: 'Este link não funciona mais',
    ended: 'Ele vale uma vez e por 60 minutos. Peça um novo.',
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
  secondFactor: {
    setUp: 'Ativar a verificação em duas etapas',
    has: 'Verificação em duas etapas: ativada',
    codeTitle: 'Verificação em duas etapas',
    codeLead:
      'Abra o aplicativo autenticador e digite o código. Sem o celular? Use um código de recuperação.',
    code: 'Código',
    codeButton: 'Continuar',
    wrong:
      'Este código não serve: já foi usado, está errado, ou foram tentativas demais. Espere o próximo e confira se o relógio do celular está certo.',
    enrolTitle: 'Ative a verificação em duas etapas',
    enrolLead:
      'Leia a imagem com um aplicativo autenticador, como o Google Authenticator, e digite o código que ele mostra.',
    picture: 'QR code para o aplicativo autenticador',
    secret: 'Ou digite esta chave no aplicativo:',
    enrolButton: 'Ativar',
    recoveryTitle: 'Guarde seus códigos de recuperação',
    recoveryLead:
      'Cada um serve uma vez, se você perder o celular. Eles não aparecem de novo: anote-os ou imprima esta página.',
    done: 'Guardei os códigos',
    hasLead: 'Ao entrar, você usa também uma destas formas.',
    mandatory: 'Seu papel exige a verificação em duas etapas, então ela não pode ser desativada.',
    confirmTitle: 'Confirme que é você',
    confirmLead:
      'Antes de mostrar ou mudar algo importante, confirme quem você é. Vale por 10 minutos.',
    confirmButton: 'Confirmar',
  },
  account: {
    placesTitle: 'Onde você trabalha',
    placesLead: 'Você trabalha em um lugar de cada vez.',
    here: 'Você está aqui',
    work: 'Trabalhar aqui',
    sessionsTitle: 'Onde você entrou',
    sessionsLead: 'Não reconhece uma sessão? Encerre-a.',
    session: (since, until, source) => `De ${since} até ${until}, rede ${source}`,
    end: 'Encerrar',
    endAll: 'Sair de todos os aparelhos',
  },
};
