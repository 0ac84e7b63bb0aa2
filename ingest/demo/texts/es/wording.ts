// Spanish as it is written in the demo.
import type { Wording } from '../wording.ts';
import { agentEs, subjectsEs } from './agent.ts';
import { customerEs } from './customer.ts';
import { exchangesEs } from './exchanges.ts';
import { openersEs } from './openers.ts';

export const wordingEs: Wording = {
  openers: openersEs,
  subjects: subjectsEs,
  stories: {
    'stuck-pending': [
      'Desde {version} todo queda «pendiente», {sum} desde hace {span}',
      '¿{version} tiene un fallo? El explorador dice que {sum} llegaron y la app no',
      'Retiros trabados tras actualizar a {version}, con {oldversion} nunca pasó',
    ],
    'market-fall': [
      'El mercado cae y no puedo sacar {sum}',
      'En cada caída se cae también su app, {error}',
      '{asset} se desploma y el cambio falla, {n} intentos',
    ],
    'market-rise': ['Sube el precio y no puedo vender {sum}', 'Cada vez que se mueve el mercado la app se traba, {since}'],
    'tron-congestion': ['¿TRON está congestionada? {sum} esperando hace {span}', 'TRC20 trabado hace {span}, comisión {fee}'],
    'gas-spike': ['¿{fee} de gas por {sum}?', 'Gas altísimo hace {span}, ¿se puede cancelar?'],
    'node-outage': ['Todo en 0, ¿dónde están mis {sum}?', 'Sin conexión, {error}, a otros les pasa igual'],
    'sms-outage': ['Hoy no llega ningún código, {n} intentos', 'Espero un SMS hace {short}'],
    'phishing-wave': ['Un «agente de Larkfold» me manda a {site}, ¿son ustedes?', 'Puse mis datos en {site}, tengo {sum}, ¿qué hago?'],
    'staking-campaign': ['¿Cómo consigo el {apr}?', '¿Cuánto tiempo bloqueado por {apr}? Tengo {sum}'],
  },
  exchanges: exchangesEs,
  customer: customerEs,
  agent: agentEs,
  whens: [
    'ayer',
    'anoche',
    'esta mañana',
    'al mediodía',
    'hace un rato',
    'anteayer',
    'el viernes',
    'el fin de semana',
    'ayer por la tarde',
    'la semana pasada',
    'el lunes',
  ],
  sinces: [
    'desde ayer',
    'desde anoche',
    'desde esta mañana',
    'desde hace dos días',
    'desde el viernes',
    'desde el fin de semana',
    'desde la semana pasada',
    'desde el lunes',
  ],
  joiner: ' ',
};
