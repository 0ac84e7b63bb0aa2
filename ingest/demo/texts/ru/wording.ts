// Russian as it is written in the demo.
import type { Wording } from '../wording.ts';
import { agentRu, subjectsRu } from './agent.ts';
import { customerRu } from './customer.ts';
import { exchangesRu } from './exchanges.ts';
import { openersRu } from './openers.ts';

export const wordingRu: Wording = {
  openers: openersRu,
  subjects: subjectsRu,
  stories: {
    'stuck-pending': [
      'После {version} все переводы висят «в ожидании», {sum} уже {span}',
      '{version} с ошибкой? В обозревателе {sum} прошли, в приложении нет',
      'Выводы зависают после обновления до {version}, на {oldversion} такого не было',
    ],
    'market-fall': [
      'Рынок падает, а я не могу вывести {sum}',
      'При каждом обвале ложится и ваше приложение, {error}',
      '{asset} падает, обмен не проходит, {n} раз',
    ],
    'market-rise': ['Цена растёт, а продать {sum} не могу', 'Стоит рынку двинуться, приложение виснет, {since} то же самое'],
    'tron-congestion': ['TRON перегружен? {sum} ждут {span}', 'TRC20 висит {span}, комиссия {fee}'],
    'gas-spike': ['{fee} газа за {sum}, серьёзно?', 'Газ огромный уже {span}, можно отменить?'],
    'node-outage': ['Везде нули, где мои {sum}?', 'Нет связи, {error}, у других тоже'],
    'sms-outage': ['Сегодня ни одного кода, {n} попыток', 'Жду СМС {short}'],
    'phishing-wave': ['«Сотрудник Larkfold» отправляет на {site}, это вы?', 'Ввёл данные на {site}, в кошельке {sum}, что делать?'],
    'staking-campaign': ['Как получить {apr}?', 'На сколько блокируется под {apr}? У меня {sum}'],
  },
  exchanges: exchangesRu,
  customer: customerRu,
  agent: agentRu,
  whens: [
    'вчера',
    'вчера вечером',
    'сегодня утром',
    'днём',
    'только что',
    'позавчера',
    'в пятницу',
    'на выходных',
    'вчера днём',
    'на прошлой неделе',
    'в понедельник',
  ],
  sinces: [
    'со вчерашнего дня',
    'со вчерашнего вечера',
    'с самого утра',
    'уже два дня',
    'с пятницы',
    'с выходных',
    'с прошлой недели',
    'с понедельника',
  ],
  joiner: ' ',
};
