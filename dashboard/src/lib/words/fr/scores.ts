// French words of scores: sentiment, urgency, risks, and why the scorers say so.
import type { scores as english } from '../en/scores.ts';

const risks: Readonly<Record<string, string>> = {
  'secret-exposed': 'Secret exposé',
  'asks-for-secret': 'Demande un secret',
  'wallet-validation': '« Vérifiez votre portefeuille »',
  'secret-form': 'Formulaire sur un hébergement gratuit',
  'look-alike-domain': 'Domaine imité',
  'private-channel': 'Attire vers un canal privé',
  'remote-control': 'Prise de contrôle à distance',
  'unlock-payment': '« Portefeuille sûr » ou dépôt de déblocage',
  'recovery-offer': 'Arnaque à la récupération',
  drainer: 'Siphonnage par autorisation',
  'address-poisoning': 'Empoisonnement d’adresse',
  'fake-app': 'Fausse application',
  letter: 'Lettre à code QR',
  'subject-abuse': 'Abus de réponse automatique',
  hacked: 'Signale un vol',
};

const reasons: Readonly<Record<string, string>> = {
  'funds-lost': 'fonds perdus',
  'funds-stuck': 'fonds bloqués',
  'account-taken-over': 'compte piraté',
  'secret-exposed': 'secret exposé',
  'legal-threat': 'menace de la loi ou du régulateur',
  'vulnerable-customer': 'client vulnérable',
  'data-breach': 'affirme une fuite de données',
  'self-harm': 'parle de se faire du mal',
  deadline: 'fixe un délai',
  'public-threat': 'menace de rendre public',
  overdue: 'promesse rompue',
  'due-soon': 'promesse à tenir dans l’heure',
  nudged: 'a relancé plusieurs fois',
};

const advice: Readonly<Record<string, string>> = {
  'secret-exposed':
    'Le client a envoyé une clé secrète ou une phrase de récupération. Qui la lit peut tout prendre : conseillez de transférer aussitôt les fonds vers un nouveau portefeuille et de ne plus jamais l’envoyer.',
  agent: 'Un de nos messages demande un secret. Corrigez-le auprès du client et prévenez le responsable.',
};

export const scores = {
  sentiment: {
    neg: 'négatif',
    neu: 'neutre',
    pos: 'positif',
    abstained: 'indécidable',
    unsupported: 'langue non prise en charge',
    no_text: 'aucun mot',
    none: 'non évalué',
  },
  urgency: {
    low: 'faible',
    normal: 'normale',
    high: 'haute',
    critical: 'critique',
    none: 'non évaluée',
  },
  roles: {
    scammer: 'de quelqu’un qui tente de voler',
    victim: 'au sujet d’une victime',
    reporter: 'signalé par le client',
    agent: 'de notre propre agent : contraire aux règles',
  },
  risks,
  reasons,
  advice,
  why: 'Pourquoi cette note',
  curve: 'Humeur au fil de la conversation',
  opening: 'au début',
  closing: 'à la fin',
  better: 'l’humeur s’est améliorée',
  worse: 'l’humeur s’est dégradée',
  same: 'l’humeur est restée à peu près la même',
  mixed: 'du bon et du mauvais',
  abstains: 'trop incertain pour compter ; l’étiquette la plus probable est montrée',
  noEvidence: 'Aucun mot ne ressort ; c’est l’ensemble du texte qui a décidé.',
  evidence: 'Mots décisifs',
  weighs: 'Probabilité',
  category: 'Catégorie',
  harm: 'Dommage',
  risk: 'Risque',
  version: 'Évalué par',
  fromSource: 'de la source',
  fromScore: 'évaluée',
  urgent: 'Urgence',
  message: 'Évaluation de ce message',
  unscoredBeside: 'indécidable :',
  confidence: (share: string) => `sûr à ${share}`,
  without: (abstained: string, unscored: string) => `${abstained} trop incertain, ${unscored} non évalué`,
} satisfies typeof english;
