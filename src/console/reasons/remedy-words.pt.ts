import type { RemedyWords } from './remedy-words.js';

export const pt: RemedyWords = {
  ACCESS_CODE_UNKNOWN:
    'Peça que abra a página do código de novo e mostre o que aparece agora. Um cartão precisa estar no cadastro do aluno.',
  ACCESS_CODE_WRONG_STUDIO: 'Peça que escolha esta academia na página do código e mostre o novo.',
  ACCESS_CODE_ALREADY_USED:
    'Cada código abre uma vez. A página do código mostra outro em segundos; uma foto antiga não serve.',
  ACCESS_CODE_EXPIRED:
    'O código se renova sozinho: peça que mostre a página aberta, e não uma foto. Sem internet ele para.',
  CUSTOMER_ACCESS_RESTRICTED:
    'A pessoa ou o cartão está bloqueado. Veja o motivo no cadastro do aluno antes de deixar entrar.',
  ACCESS_CLOSED_TODAY: 'É um dia de fechamento da unidade. Eles estão nas regras de acesso.',
  ACCESS_AGE: 'Veja a data de nascimento no perfil do aluno e as idades nas regras da unidade.',
  ACCESS_ANTI_PASSBACK: 'Ele entrou e não saiu por uma porta. Registre a saída no perfil do aluno.',
  ACCESS_OUTSIDE_HOURS: 'Veja os horários nas regras da unidade.',
  ACCESS_DOOR_NOT_INCLUDED: 'Peça que use outra porta, ou veja as portas nas regras da unidade.',
  ACCESS_PLAN_NOT_INCLUDED:
    'Nenhuma regra da unidade deixa este plano entrar. Veja as regras, ou o plano no perfil.',
  ACCESS_FULL:
    'Alguém precisa sair primeiro. Se o número estiver errado, registre a saída de quem já saiu.',
  CONTRACT_REQUIRED:
    'Sem contrato que valha hoje e sem Wellhub. Veja os contratos no cadastro do aluno.',
  WELLHUB_CHECKIN_REQUIRED:
    'Peça que faça o check-in desta academia no app do Wellhub e leia o código de novo.',
  WELLHUB_CHECKIN_EXPIRED: 'Peça que faça um check-in novo no app do Wellhub.',
  WELLHUB_CHECKIN_CANCELED:
    'A pessoa cancelou. Peça que faça o check-in de novo no app do Wellhub.',
  WELLHUB_CHECKIN_NOT_FOUND:
    'O check-in talvez seja de outra academia. Peça que faça aqui, no app do Wellhub.',
  WELLHUB_CHECKIN_REJECTED:
    'O app do Wellhub diz por quê: talvez o plano não inclua esta academia, ou a visita de hoje já foi usada.',
  WELLHUB_UNAVAILABLE:
    'A culpa não é da pessoa. Tente de novo em um minuto; entrar enquanto isso é decisão da academia.',
  DEVICE_RATE_LIMITED:
    'O leitor espera um minuto e volta sozinho. Se repetir, alguém está testando números de cartão.',
  VALIDATION_FAILED:
    'O leitor enviou algo que não entendemos. Limpe a lente e confira o formato de leitura nos ajustes dele.',
  OTHER: 'Abra o aluno e veja a linha do tempo dele, ou teste o código sem abrir a porta.',
};
