// French as it is written in the demo.
import type { Wording } from '../wording.ts';
import { agentFr } from './agent.ts';
import { customerFr } from './customer.ts';
import { exchangesFr } from './exchanges.ts';
import { openersFr } from './openers.ts';
import { ratingsFr } from './ratings.ts';
import { solvesFr, subjectsFr } from './solves.ts';

export const wordingFr: Wording = {
  openers: openersFr,
  subjects: subjectsFr,
  stories: {
    'stuck-pending': [
      'Depuis {version} tous mes transferts restent « en attente », {sum} depuis {span}',
      "{version} est boguée ? L'explorateur dit validé pour {sum}, l'appli non",
      'Retraits bloqués depuis la mise à jour {version}, jamais eu ça avec {oldversion}',
      'Le transfert de {sum} fait {when} est toujours en attente, {device}, {version}',
    ],
    'market-fall': [
      "Le marché s'effondre et je ne peux pas sortir {sum}",
      'À chaque krach votre appli tombe, {error}',
      "{asset} plonge et l'échange échoue, {n} essais",
    ],
    'market-rise': ['Ça monte et je ne peux pas vendre mes {sum}', "À chaque mouvement l'appli rame, {since} c’est pareil"],
    'tron-congestion': ['TRON est saturé ? {sum} en attente depuis {span}', 'TRC20 bloqué depuis {span}, {fee} de frais'],
    'gas-spike': ['{fee} de gaz pour {sum}, sérieusement ?', 'Gaz délirant depuis {span}, peut-on annuler ?'],
    'node-outage': ['Tout affiche 0, où sont mes {sum} ?', 'Connexion impossible, {error}, je ne suis pas seul'],
    'sms-outage': ["Aucun code aujourd'hui, {n} essais", "J'attends un SMS depuis {short}"],
    'phishing-wave': [
      "Un « conseiller Larkfold » m'envoie sur {site}, c'est vous ?",
      "J'ai rempli le formulaire de {site}, j'ai {sum}, que faire ?",
    ],
    'staking-campaign': ['Comment profiter des {apr} ?', "Blocage de combien pour {apr} ? J'ai {sum}"],
  },
  exchanges: exchangesFr,
  customer: customerFr,
  agent: { ...agentFr, solves: solvesFr },
  ratings: ratingsFr,
  whens: [
    'hier',
    'hier soir',
    'ce matin',
    'ce midi',
    "tout à l'heure",
    'avant-hier',
    'vendredi',
    'ce week-end',
    'hier après-midi',
    'la semaine dernière',
    'lundi',
  ],
  sinces: [
    'depuis hier',
    'depuis hier soir',
    'depuis ce matin',
    'depuis deux jours',
    'depuis vendredi',
    'depuis ce week-end',
    'depuis la semaine dernière',
    'depuis lundi',
  ],
  joiner: ' ',
};
