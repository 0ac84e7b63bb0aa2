// Spanish, Russian, Portuguese, Italian and Japanese words of harm: the plain cases, no more.
import type { HarmWords } from './words.ts';

export const harmMore: HarmWords = {
  reasons: {
    'funds-lost': [
      '(robaron|robado|estafaron|vaciaron|hurtaron) ',
      '(dinero|fondos|todo) .. (desaparecio|robado|perdido)',
      '(украли|украден*|обокрали|пропали деньги|деньги пропали|вывели все)',
      '(roubaram|roubado|furtaram|sumiu .. dinheiro|dinheiro .. sumiu)',
      '(rubato|rubati|derubato|truffato)',
      '(盗まれ|盗難|なくなりました|消えました|消えた)',
    ],
    'account-taken-over': [
      '(cuenta|billetera|conta|account|conto) .. (hackead*|hackerat*|comprometid*|invadid*)',
      '(взломали|взломан*)',
      '(乗っ取|ハッキング|不正ログイン)',
    ],
    'secret-exposed': [
      '(di|envie|puse|compartí|compartilhei|enviei|ho dato|ho inserito) .. (frase|semilla|clave privada|chave privada|seed)',
      '(ввел*|отправил*|сообщил*|скинул*) .. (фраз*|сид|ключ)',
    ],
    'self-harm': ['(suicid*|matarme|quiero morir|покончить с собой|не хочу жить|quero morrer|me matar|voglio morire|死にたい|自殺)'],
    'vulnerable-customer': [
      '(ahorros de toda|todos mis ahorros|последние деньги|все сбережения|пенсионер*|todas as economias|risparmi di una vita|pensione|jubilad*|anciana|anciano|全財産|老後)',
      '(на лечение|на операцию|hospital|cirugia|cirurgia)',
    ],
    'funds-stuck': [
      '(retiro|deposito|dinero|fondos|saque|dinheiro|prelievo|soldi) .. (bloquead*|congelad*|pendiente*|retenid*|travad*|bloccat*|sospes*|no llega|nao caiu|no ha llegado)',
      '(no puedo|nao consigo|non riesco a) (retirar|sacar|prelevare)',
      '(деньги|вывод|средства|перевод|аккаунт|счет) .. (завис*|заморож*|заблокир*|не приш*|висит)',
      'не могу вывести',
      '(出金|入金|資金) .. (できない|できません|反映され|届か|凍結)',
    ],
    'legal-threat': [
      '(abogado|denuncia*|demanda*|tribunal*|cnmv|policia|advogad*|procon|processo|policia federal|avvocat*|denunciar*|consob|polizia)',
      '(суд|юрист*|адвокат*|полици*|прокурат*|заявление в)',
      '(弁護士|訴訟|警察|金融庁|消費者センター)',
    ],
    'data-breach': ['(filtracion|vazamento|утечк*|fuga de datos|情報漏洩|個人情報 .. 漏)'],
    'public-threat': ['(redes sociales|prensa|redes sociais|imprensa|соцсет*|всем расскаж*|stampa|拡散|晒)'],
    deadline: [
      '(antes de|hasta|ate|entro) (manana|hoy|viernes|lunes|amanha|hoje|sexta|domani|venerdi)',
      '(до завтра|до пятницы|в течение 24 часов|в течение 48 часов)',
    ],
  },
  solved: ['(ya llego|solucionado|resuelto|уже пришл*|все пришло|решено|ja caiu|resolvido|risolto|解決しました|届きました)'],
  calm: ['(gracias|excelente|спасибо|отлично|obrigad*|otimo|grazie|ottim*|ありがとう)'],
  imagined: ['(si|если|se|caso|もし|si alguien|que pasa si|e se)'],
  negations: ['no', 'nunca', 'не', 'нет', 'nao', 'non', 'mai'],
  noNegations: ['(no se quien|не знаю|nao sei|non so)'],
};
