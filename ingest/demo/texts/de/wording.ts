// German as it is written in the demo.
import type { Wording } from '../wording.ts';
import { agentDe } from './agent.ts';
import { customerDe } from './customer.ts';
import { exchangesDe } from './exchanges.ts';
import { openersDe } from './openers.ts';
import { ratingsDe } from './ratings.ts';
import { solvesDe, subjectsDe } from './solves.ts';

export const wordingDe: Wording = {
  openers: openersDe,
  subjects: subjectsDe,
  stories: {
    'stuck-pending': [
      'Seit {version} bleiben alle Überweisungen auf „ausstehend“, {sum} seit {span}',
      'Ist {version} kaputt? Explorer sagt {sum} erledigt, die App nicht',
      'Auszahlungen hängen seit dem Update auf {version}, mit {oldversion} nie gehabt',
      'Meine Überweisung über {sum} ({when}) hängt immer noch, {device}, {version}',
    ],
    'market-fall': [
      'Der Markt stürzt ab und ich bekomme {sum} nicht raus',
      'Bei jedem Crash fällt Ihre App aus, {error}',
      '{asset} fällt und der Tausch scheitert, {n} Versuche',
    ],
    'market-rise': ['Der Kurs steigt und ich kann {sum} nicht verkaufen', 'Sobald sich der Markt bewegt, hängt die App, {since} schon'],
    'tron-congestion': ['Ist TRON überlastet? {sum} warten seit {span}', 'TRC20 hängt seit {span}, {fee} Gebühr'],
    'gas-spike': ['{fee} Gas für {sum}, im Ernst?', 'Gas seit {span} irre hoch, kann man abbrechen?'],
    'node-outage': ['Alles auf 0, wo sind meine {sum}?', 'Verbindung fehlgeschlagen, {error}, anderen geht es auch so'],
    'sms-outage': ['Heute kommt kein Code, {n} Versuche', 'Warte seit {short} auf eine SMS'],
    'phishing-wave': [
      'Ein „Larkfold-Mitarbeiter“ schickt mich auf {site}, sind Sie das?',
      'Habe auf {site} Daten eingegeben, {sum} im Wallet, was tun?',
    ],
    'staking-campaign': ['Wie bekomme ich die {apr}?', 'Wie lange gebunden für {apr}? Ich habe {sum}'],
  },
  exchanges: exchangesDe,
  customer: customerDe,
  agent: { ...agentDe, solves: solvesDe },
  ratings: ratingsDe,
  whens: [
    'gestern',
    'gestern Abend',
    'heute früh',
    'gegen Mittag',
    'vorhin',
    'vorgestern',
    'am Freitag',
    'am Wochenende',
    'gestern Nachmittag',
    'letzte Woche',
    'am Montag',
  ],
  sinces: [
    'seit gestern',
    'seit gestern Abend',
    'seit heute früh',
    'seit vorgestern',
    'seit Freitag',
    'seit dem Wochenende',
    'seit letzter Woche',
    'seit Montag',
  ],
  joiner: ' ',
};
