import { kiosk } from './kiosk-words.pt.js';
import type { Words } from './words.js';

export const pt: Words = {
  lang: 'pt-BR',
  form: {
    email: 'E-mail',
    password: 'Senha',
    firstName: 'Nome',
    lastName: 'Sobrenome',
    passwordHint: (minimum) =>
      `Pelo menos ${minimum} caracteres. Quanto mais longa e incomum, melhor.`,
    terms: 'Termos de uso',
    privacy: 'Privacidade',
    somethingToFix: 'Confira, por favor:',
    help: 'Dúvidas? Escreva para',
    problems: {
      emailMissing: 'Digite seu e-mail.',
      emailInvalid: 'Isso não parece um e-mail. Exemplo: ana@example.com',
      passwordMissing: 'Digite uma senha.',
      passwordShort: 'Esta senha é curta demais.',
      passwordLong: 'Esta senha é longa demais: no máximo 128 caracteres.',
      passwordCommon: 'Muita gente usa esta senha. Escolha outra.',
      passwordIsEmail: 'A senha não pode ser o seu e-mail. Escolha outra.',
      termsMissing: 'Aceite os termos para continuar.',
      privacyMissing: 'Confirme que você leu o aviso de privacidade.',
      passwordSimple:
        'Repetições e sequências de teclas são fáceis de adivinhar. Escolha outra senha.',
      passwordPersonal:
        'Seu nome, seu e-mail e o nome da academia são fáceis de adivinhar. Escolha outra senha.',
      nameInvalid: 'Digite no máximo 100 caracteres, sem sinais especiais.',
    },
  },
  join: {
    title: (partner) => `Crie sua conta em ${partner}`,
    lead: 'Uma conta, e seu Wellhub abre a porta.',
    button: 'Criar conta',
    haveAccount: 'Já tem uma conta?',
    toLogIn: 'Entrar',
  },
  logIn: {
    title: 'Entrar',
    lead: (partner) => `Que bom ver você de novo: ${partner}.`,
    leadWithLink: 'Entre para vincular seu Wellhub.',
    button: 'Entrar',
    refused: 'E-mail ou senha incorretos. Tente de novo ou receba um link por e-mail.',
    toPassword: 'Esqueceu a senha?',
    newHere: 'É a sua primeira vez?',
    toJoin: 'Criar uma conta',
  },
  link: {
    title: 'Vincular seu Wellhub',
    question: (email) => `Vincular o Wellhub de ${email} a esta conta?`,
    questionWithoutEmail: 'Vincular este Wellhub a esta conta?',
    yes: 'Sim, vincular',
    no: 'Não',
    notYou: 'Não é a sua conta? Sair',
  },
  mail: {
    title: 'Esqueceu a senha?',
    lead: 'Digite seu e-mail. Enviamos um link para você escolher uma senha nova.',
    button: 'Enviar o link',
    sentTitle: 'Veja seu e-mail',
    sent: (email) => `Enviamos uma mensagem para ${email}.`,
    sentAdvice: (minutes) => `Abra o link da mensagem em até ${minutes} minutos para concluir.`,
    sentMissing: 'Não chegou? Veja a caixa de spam ou volte e confira o endereço.',
  },
  confirm: {
    passwordTitle: 'Escolha uma senha',
    passwordLead: (email) => `Para a conta de ${email}.`,
    passwordButton: 'Salvar e continuar',
    linkTitle: 'Só mais um passo',
    linkLead: (email) => `Confirme que ${email} é o seu e-mail.`,
    linkButton: 'Confirmar',
  },
  agreements: {
    title: 'Leia e aceite',
    lead: (partner) => `Há um novo texto: ${partner}. Leia e aceite, por favor.`,
    button: 'Aceitar e continuar',
    later: 'Agora não',
    terms: { sentence: 'Aceito os {link}.', link: 'termos de uso' },
    privacy: { sentence: 'Li o {link}.', link: 'aviso de privacidade' },
  },
  code: {
    title: 'Seu código de entrada',
    lead: 'Aproxime-o do leitor na porta.',
    picture: 'QR code para o leitor na porta',
    fresh: 'Novo código agora',
    logOut: 'Sair',
    logIn: 'Entrar',
    needsScript:
      'Seu código muda a cada minuto, por isso esta página precisa de JavaScript. Ative-o, por favor.',
    screen: {
      loading: 'Buscando seu código…',
      ready: 'Seu código está pronto.',
      renewed: 'Aqui está um novo código.',
      next: 'Novo código em {seconds} s',
      renewing: 'Buscando um novo código…',
      ended: 'Este código expirou.',
      offline: 'Você está sem internet. Um novo código chega assim que a conexão voltar.',
      unavailable: 'Não conseguimos buscar um código agora. Continuamos tentando.',
      disabled: 'Os códigos de entrada estão desativados aqui. Fale com a recepção.',
      tooMany: 'Foram muitos códigos em pouco tempo. O próximo chega em {seconds} s.',
      gone: 'Esta conta não pode abrir a porta no momento. Fale com a recepção.',
      loggedOut: 'Você saiu da conta. Entre de novo para ver seu código.',
      openedIn: 'A porta abriu. Boas-vindas!',
      openedOut: 'A porta abriu. Até logo!',
      CHECK_IN_FIRST:
        'Primeiro faça o check-in no app do Wellhub. Depois este código abre a porta.',
      RESTRICTED: 'Seu acesso está restrito no momento. Fale com a recepção.',
      NO_CONTRACT: 'Você não tem um contrato ativo aqui. Fale com a recepção.',
    },
    rules: {
      ACCESS_OUTSIDE_HOURS: 'Seu plano não inclui este horário.',
      ACCESS_CLOSED_TODAY: 'A unidade está fechada agora.',
      ACCESS_FULL: 'A unidade está cheia; espere um momento.',
      ACCESS_PLAN_NOT_INCLUDED: 'Seu plano não vale aqui.',
      opens: (moment) => `Aberto para você a partir de ${moment}.`,
      inside: (now, most) => `Agora ${now} de ${most} dentro.`,
    },
  },
  wellhubId: {
    title: 'Adicione seu ID do Wellhub',
    lead: 'Com ele, seus check-ins abrem a porta. A recepção confere o número uma vez com o seu app do Wellhub.',
    label: 'ID do Wellhub',
    hint: '13 dígitos. Você os encontra no seu perfil no app do Wellhub.',
    button: 'Enviar à recepção',
    back: 'Voltar ao seu código',
    waiting: (id) =>
      `Você informou o ID do Wellhub ${id}. Mostre o app do Wellhub na recepção: eles conferem uma vez.`,
    change: 'Corrigir',
    problems: {
      empty: 'Informe seu ID do Wellhub.',
      gpw: 'Este é outro ID. O certo tem 13 dígitos e nenhuma letra.',
      letters: 'Um ID do Wellhub só tem dígitos.',
      length: (digits) => `Um ID do Wellhub tem 13 dígitos. Aqui há ${digits}.`,
    },
  },
  kiosk,
  errors: {
    linkInvalid: {
      title: 'Este link não funciona',
      text: (partner) =>
        `Talvez ele tenha sido cortado no caminho. Abra o app da Wellhub, escolha ${partner} de novo e siga o link de lá.`,
    },
    linkUsed: {
      title: 'Este link já foi usado',
      text: (partner) =>
        `Seu Wellhub já está vinculado: ${partner}. Entre para ver seu código de entrada.`,
    },
    linkExpired: {
      title: 'Este link é antigo demais',
      text: (partner) =>
        `Para sua segurança, ele vale por pouco tempo. Abra o app da Wellhub, escolha ${partner} de novo e siga o novo link.`,
    },
    tooManyAddresses: {
      title: 'Endereços demais',
      text: (partner) =>
        `Este link foi tentado com endereços de e-mail demais. Abra o app da Wellhub, escolha ${partner} de novo e comece com o novo link.`,
    },
    paysDirectly: {
      title: 'Você tem um contrato aqui',
      text: (partner) =>
        `Hoje você paga diretamente (${partner}), por isso seu Wellhub não foi vinculado. Sua entrada funciona como antes. Quando o contrato terminar, volte com um link do app da Wellhub.`,
    },
    otherAccount: {
      title: 'Vinculado a outra conta',
      text: (partner) =>
        `Este Wellhub pertence a outra conta (${partner}). Entre com aquela conta ou fale com a recepção. Nada foi alterado.`,
    },
    otherMembership: {
      title: 'Outro Wellhub está vinculado',
      text: (partner) =>
        `Sua conta (${partner}) já tem outro Wellhub. Se isso não estiver certo, fale com a recepção. Nada foi alterado.`,
    },
    disabled: {
      title: 'Esta conta está desativada',
      text: (partner) =>
        `Sua conta (${partner}) está desativada, por isso nada pode ser vinculado a ela. Fale com a recepção.`,
    },
    emailLinkInvalid: {
      title: 'Este link não funciona mais',
      text: () =>
        'Um link do nosso e-mail vale uma vez e por pouco tempo. Peça um novo na página de entrada.',
    },
  },
};
