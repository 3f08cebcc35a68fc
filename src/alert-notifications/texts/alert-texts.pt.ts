import type { AlertTexts } from './alert-texts.js';

export const pt: AlertTexts = {
  'wellhub.unknown-user-status': [
    'O Wellhub registrou uma pessoa com um plano que não conhecemos',
    'Se você vende ofertas diferentes, pergunte ao Wellhub o que esse plano significa; que são várias ofertas se marca nos dados da rede.',
  ],
  'wellhub.unknown-user': [
    'O Wellhub avisou sobre alguém que nunca se cadastrou aqui',
    'Se for uma pessoa só, nada a fazer. Se forem muitas, confira no portal do Wellhub se os endereços são os desta academia.',
  ],
  'wellhub.status-not-applied': [
    'Um cancelamento ou uma mudança de plano chegou ao endereço errado e não foi aplicada',
    'Compare os dois endereços no portal do Wellhub com os das configurações daqui e peça ao Wellhub que envie de novo.',
  ],
  'wellhub.webhooks-refused': [
    'Mensagens do Wellhub foram recusadas: a assinatura não confere',
    'Coloque o mesmo segredo aqui e no portal do Wellhub. Check-ins entre essas mensagens não são pagos. Se foi só uma, pode ter sido alguém tentando adivinhar: feche o alerta.',
  ],
  'wellhub.invalid-event': [
    'Uma mensagem do Wellhub veio incompleta',
    'Mostre o horário ao suporte do Wellhub. Se era um check-in, valide a pessoa na recepção.',
  ],
  'wellhub.unknown-event': [
    'O Wellhub enviou um tipo de mensagem que não conhecemos',
    'Se ela deveria contar, avise a nós e ao suporte do Wellhub. Enquanto isso, valide a pessoa na recepção.',
  ],
  'wellhub.odd-time': [
    'Um check-in chegou com um horário impossível',
    'Valeu o horário em que chegou. Confira o relógio do servidor; se estiver certo, avise o Wellhub.',
  ],
  'wellhub.unassigned-gym': [
    'Chegou algo para uma academia do Wellhub que não está cadastrada aqui',
    'Coloque o número dela na academia certa, nas configurações. Se não é sua, peça ao Wellhub que a tire da sua conta.',
  ],
  'wellhub.wrong-hook': [
    'Uma mensagem de uma academia chegou ao endereço de outra',
    'Ela foi tratada. Coloque no portal do Wellhub o endereço próprio de cada academia, ou o mesmo para todas.',
  ],
  'wellhub.integration-requested': [
    'Uma academia pediu ao Wellhub para trabalhar com você',
    'Cadastre a academia com o número do Wellhub, ou recuse no portal do Wellhub.',
  ],
  'wellhub.webhooks-missing': [
    'Mensagens do Wellhub podem ter se perdido enquanto o sistema esteve fora',
    'Em Check-ins, Mensagens que podem faltar, procure os check-ins daquele horário. Valide na recepção quem mais entrou, e peça a quem cuida do servidor que dê mais espaço.',
  ],
  'account.same-email': [
    'Duas contas têm o mesmo e-mail, escrito de duas formas',
    'Só a primeira entra. Junte os dois cadastros.',
  ],
  'wellhub.credentials-refused': [
    'O Wellhub não aceita a nossa chave para esta academia',
    'Nada é validado nem pago. Teste a conexão nas configurações e coloque uma chave nova, ou peça ao Wellhub que libere a academia. Depois os check-ins são validados sozinhos.',
  ],
  'check-in.at-risk': [
    'Um check-in está perto de vencer sem ser validado',
    'Se a pessoa está na academia, valide na recepção ou peça que passe o código. Se são muitos, veja se o Wellhub está respondendo.',
  ],
  'check-in.overdue': [
    'Um check-in venceu e o Wellhub não respondeu',
    'Continuamos tentando até o fim do dia. Se nada mudar, informe o suporte do Wellhub: o horário e a academia.',
  ],
  'gate.provisional-failed': [
    'Alguém entrou enquanto o Wellhub estava fora, e depois ele recusou',
    'Decida se fala com a pessoa. Se acontece muito, mude nas configurações o que a porta faz quando o Wellhub não responde.',
  ],
  'access.rule-without-door': [
    'Uma regra de acesso não tem mais porta',
    'Todos os aparelhos que ela cita foram removidos, por isso está desligada. Ponha outros aparelhos na regra, ou apague-a.',
  ],
  'gate.card-tries': [
    'Muitos cartões desconhecidos em uma porta, em um minuto',
    'O leitor de cartões parou por um minuto; códigos continuam abrindo. Veja a porta: o leitor pode estar lendo errado, ou alguém está tentando números.',
  ],
  'control-id.command-failed': [
    'Um equipamento não recebeu as configurações',
    'Talvez ele esteja configurado de outra forma do que aqui. Envie as configurações de novo ou configure o equipamento na unidade.',
  ],
  'control-id.wrong-device': [
    'Um equipamento chamou com o número de outro',
    'A porta não abre com as leituras dele. Talvez dois equipamentos usem o mesmo endereço: cada um precisa do seu. Se o equipamento foi trocado, mude o número dele nas configurações.',
  ],
  'control-id.wrong-direction': [
    'Uma catraca girou para o outro lado',
    'Ela estava liberada para uma entrada. Veja na catraca para que lado ela gira e mude o lado de entrada nas configurações.',
  ],
  'control-id.silent': [
    'Um equipamento Control iD não chama há dez minutos',
    'Veja a energia e a rede dele, e se ele nos alcança da academia.',
  ],
  'control-id.contingency': [
    'Um equipamento Control iD decide sozinho, e os nossos códigos não abrem nele',
    'Veja a internet da academia. O que ele liberou é buscado quando voltar.',
  ],
  'control-id.exception-mode': [
    'Um equipamento Control iD informa um modo de exceção e pode liberar todos ou ninguém',
    'Veja a porta: alguém mudou ali, ou foi o alarme de incêndio.',
  ],
  'control-id.former-address': [
    'Um equipamento Control iD ainda lê em um endereço que acaba em menos de seis horas',
    'Abra a instalação dele: mande os ajustes, ou rode o script lá. Senão a porta recusará todos.',
  ],
  'control-id.logs-restarted': [
    'Um equipamento Control iD foi restaurado e conta os registros do começo',
    'Adicione como equipamento novo e instale com o endereço dele. O que ele registra agora é tido por conhecido.',
  ],
  'control-id.clock': [
    'O relógio de um equipamento Control iD mudou mais de dois minutos',
    'Acerte a hora dele: em Portas, na instalação do equipamento, há o passo para isso.',
  ],
  'control-id.no-turns': [
    'Uma catraca não informa mais quem passa',
    'Não é possível mostrar quem passou. Veja a conexão dela e os avisos na configuração.',
  ],
  'gate.unknown-codes': [
    'Muitos códigos desconhecidos em uma porta, em um minuto',
    'Veja a porta: o leitor pode estar lendo outra coisa, ou alguém usa a chave do aparelho. Neste caso, crie uma chave nova.',
  ],
  'gate.admitted-without-database': [
    'Pessoas entraram enquanto o sistema estava fora',
    'As visitas estão guardadas. Confira as entradas daquele horário.',
  ],
  'gate.nearly-full': [
    'Uma unidade está quase cheia',
    'Em Quem está dentro, encerre as visitas de quem saiu sem escanear. Quantas pessoas cabem está nas regras de acesso da unidade.',
  ],
  'gate.occupancy-drift': [
    'O número de pessoas dentro estava errado e foi corrigido',
    'Se acontecer uma vez, não há nada a fazer. Se acontecer de novo, avise-nos.',
  ],
  'gate.anti-passback': [
    'Entrou alguém que já estava dentro',
    'Confira em Quem está dentro: talvez um cartão tenha sido passado para trás, ou a pessoa saiu sem escanear. Neste caso, encerre a visita.',
  ],
  'booking.unknown-to-wellhub': [
    'O Wellhub não conhece uma reserva que respondemos',
    'Avise a pessoa de que o lugar não está reservado e veja se a aula ainda existe no Wellhub.',
  ],
  'booking.refused': [
    'O Wellhub recusou duas vezes nossa resposta a uma reserva',
    'Responda de novo na tela de reservas, ou resolva no portal do Wellhub.',
  ],
  'usage.quarantined': [
    'O Wellhub recusou um registro de uso',
    'Os outros foram enviados. Em Check-ins, Uso informado ao Wellhub, está a resposta. Quem enviou corrige a causa e envia um novo.',
  ],
  'usage.credentials-refused': [
    'O Wellhub não aceita nossa chave para registros de uso',
    'Nada é enviado. Coloque uma chave nova na conexão com o Wellhub.',
  ],
  'usage.lagging': [
    'Registros de uso esperam há mais de uma hora',
    'Veja se há um alerta sobre a chave, e se o Wellhub está respondendo.',
  ],
  'usage.month-end': [
    'Registros de uso do mês passado ainda não foram enviados',
    'O Wellhub os aceita até o dia 5. Resolva hoje.',
  ],
  'gym.time-zone-unusable': [
    'O fuso horário de uma academia não serve',
    'Até lá vale o horário de Londres (UTC). Escolha o fuso nas configurações e feche o alerta.',
  ],
  'secrets.unreadable': [
    'Um segredo guardado não pode ser lido',
    'Coloque-o de novo (chave ou segredo do Wellhub, assinatura de eventos) e fale com quem cuida do servidor.',
  ],
  'delivery.failed': [
    'Um evento não chegou ao seu sistema, nem na última tentativa',
    'Conserte quem recebe e envie de novo, em Desenvolvedores. Eventos ficam guardados por 30 dias.',
  ],
  'subscription.disabled': [
    'Quem recebia eventos disse que não os quer mais',
    'Foi engano? Ative de novo em Desenvolvedores e reenvie. Senão, remova.',
  ],
  'partition.missing': [
    'Uma parte de uma tabela do banco de dados não pôde ser criada a tempo',
    'O motivo está no registro técnico. Se faltar um direito no banco de dados, rode a migração com o dono das tabelas. Tentamos de novo a cada 15 minutos.',
  ],
  'worker.failing': [
    'Uma tarefa de fundo falha há um minuto',
    'O trabalho dela espera. Veja no log cada falha; o estado de todas as tarefas está em /health/details. O alerta se fecha quando ela volta.',
  ],
  'worker.stuck': [
    'Uma tarefa de fundo parou no meio',
    'Reinicie o processo indicado: outro continua o trabalho. Mostre a quem cuida do sistema o que o log dizia antes.',
  ],
  'worker.behind': [
    'Trabalho vencido espera há tempo demais',
    'Veja se outra tarefa falhou e se o banco de dados, o Wellhub ou o servidor de e-mail estão lentos. Se não for isso, inicie mais um processo.',
  ],
  'worker.missing': [
    'Nenhum processo faz o trabalho de fundo',
    'Ninguém valida check-ins nem envia e-mails. Inicie um processo com ROLE=worker ou ROLE=all: ele faz na hora o que ficou guardado.',
  ],
  'wellhub.spool-kept-aside': [
    'Mensagens do Wellhub guardadas no disco não puderam ser lidas',
    'Se faltar a chave, ponha-a em SECRETS_KEY e reinicie. Se o arquivo estiver danificado, guarde-o para o suporte e valide na recepção as pessoas daquele horário.',
  ],
  'gate.spool-kept-aside': [
    'Entradas guardadas no disco não puderam ser lidas',
    'Se faltar a chave, ponha-a em SECRETS_KEY e reinicie. Se o arquivo estiver danificado, guarde-o: as pessoas entraram, mas a visita não está registrada.',
  ],
};
