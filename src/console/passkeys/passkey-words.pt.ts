import type { PasskeyWords } from './passkey-words.js';

export const pt: PasskeyWords = {
  title: 'Chaves de acesso',
  lead: 'No lugar do código: sua digital, seu rosto ou o PIN do aparelho. Uma chave de acesso só funciona neste site, então ninguém consegue tirá-la de você por engano.',
  unnamed: 'Chave de acesso',
  added: (when) => `Criada em ${when}`,
  used: (when) => `usada por último em ${when}`,
  neverUsed: 'ainda não usada',
  remove: (name) => `Remover ${name}`,
  removeButton: 'Remover',
  name: 'Nome',
  nameHint: 'Para você reconhecer depois: “Celular”, “Computador da recepção”.',
  add: 'Criar uma chave de acesso',
  full: 'Você já tem 20 chaves de acesso. Remova uma que não usa mais antes de criar outra.',
  use: 'Usar uma chave de acesso',
  logIn: 'Entrar com uma chave de acesso',
  or: 'ou',
  impossible:
    'Este navegador não aceita chaves de acesso, ou os scripts estão desligados. Use um código.',
  refused:
    'Esta chave de acesso não serve aqui: não é sua, foi removida, ou passou tempo demais. Tente de novo.',
  notAdded:
    'A chave de acesso não foi criada: ela já existe, ou passou tempo demais. Tente de novo.',
  live: {
    waiting: 'Siga as instruções do seu aparelho …',
    cancelled: 'Nada foi feito: foi cancelado ou demorou demais. Tente de novo.',
    known: 'Este aparelho já tem uma chave de acesso para a sua conta.',
    otherSite: 'As chaves de acesso só funcionam em {site}. Abra a página lá.',
    failed: 'Não deu certo. Confira a conexão, recarregue a página e tente mais uma vez.',
  },
  codes: {
    title: 'Códigos de recuperação',
    lead: 'Para o dia em que você estiver sem o celular e sem a chave de acesso. Os novos substituem os antigos.',
    button: 'Gerar novos códigos de recuperação',
  },
  app: {
    title: 'Aplicativo autenticador',
    has: 'Ativado: ao entrar, você pode digitar um código do aplicativo.',
    none: 'Não ativado.',
    setUp: 'Ativar o aplicativo',
    remove: 'Desativar o aplicativo',
  },
};
