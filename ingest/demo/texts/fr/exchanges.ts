// Questions that our people ask in French, each with answers that fit it.
import type { Exchanges } from '../wording.ts';

export const exchangesFr: Exchanges = {
  money: [
    {
      ask: "Pourriez-vous m'envoyer le hash du transfert {asset} et l'heure approximative ?",
      answers: ['{tx}', 'Le hash : {tx}', '{tx}, envoyé {when}'],
    },
    {
      ask: "Pouvez-vous confirmer l'adresse et le réseau : {network} ou {network2} ?",
      answers: ['{network}, vers {address}', "{network}, l'adresse est bonne", "C'est bien {network}"],
    },
    { ask: 'Je vois un transfert de {sum}, est-ce bien celui-ci ?', answers: ["Oui, c'est ça", 'Oui, celui de {sum}', 'Exactement'] },
    {
      ask: "Le transfert vient-il d'une plateforme ou d'un autre portefeuille ?",
      answers: ["D'une plateforme, marqué terminé", "D'un autre portefeuille", "D'un ami"],
    },
    {
      ask: "Pourriez-vous rafraîchir la page des actifs et me dire si {asset} s'affiche ?",
      answers: ["J'ai rafraîchi, toujours rien", '{n} fois, rien ne change', 'Non, toujours pas'],
    },
  ],
  account: [
    {
      ask: 'Quel téléphone et quelle version du système utilisez-vous ?',
      answers: ['{device}, {os}', 'Un {device}', '{os}, appli {version}'],
    },
    {
      ask: "Quel est le code d'erreur exact ? Une capture suffit, sans mot de passe.",
      answers: ['{error}', 'Toujours {error}', "C'est écrit {error}"],
    },
    {
      ask: "Avez-vous votre phrase de récupération ? Oui ou non seulement, ne l'envoyez à personne.",
      answers: ['Oui', 'Oui, sur papier', 'Oui, les 12 mots'],
    },
    { ask: 'Avez-vous changé de téléphone récemment ?', answers: ['Non', 'Oui, un {device}', 'Une fois'] },
  ],
  identity: [
    {
      ask: "Avez-vous envoyé une carte d'identité ou un passeport, recto et verso ?",
      answers: ["Carte d'identité, les deux côtés", 'Passeport', 'La carte, déjà {n} fois'],
    },
    {
      ask: 'Y a-t-il un reflet ou un coin coupé sur la photo ?',
      answers: ['Non, elle est nette', 'Un petit reflet peut-être, je la refais'],
    },
    { ask: 'Le message affiche-t-il un code ?', answers: ['{error}', 'Non, seulement « refusé »'] },
    {
      ask: 'De quel mois date le justificatif de domicile ?',
      answers: ['Du mois dernier', 'Deux mois environ', "Il est plus ancien, j'en cherche un autre"],
    },
  ],
  security: [
    {
      ask: 'Ne transférez plus rien vers ce portefeuille pour le moment. Avez-vous autorisé un contrat récemment ?',
      answers: ["J'ai cliqué sur {site}", 'Oui, pour un airdrop', 'Non', 'Je crois, {when}'],
    },
    {
      ask: "Pouvez-vous m'envoyer le hash de l'opération inconnue ?",
      answers: ['{tx}', '{tx}, parti vers {address}', '{n} transferts, le plus gros {sum} : {tx}'],
    },
    { ask: 'Avez-vous saisi votre phrase quelque part ?', answers: ['Non, elle est sur papier', 'Non', 'Sur {site}...'] },
    {
      ask: 'Comment cette personne vous a-t-elle contacté ?',
      answers: ['Par SMS, {site}', 'Par téléphone', 'Dans un groupe, avec votre logo'],
    },
  ],
  app: [
    { ask: "Quel modèle, quel système et quelle version de l'appli ?", answers: ['{device}, {os}, {version}', '{device}, {version}'] },
    { ask: 'Est-ce au démarrage ou sur une page précise ?', answers: ['Au démarrage', 'Sur la page des actifs', 'Surtout en envoyant'] },
    {
      ask: 'Essayez Réglages > Général > Vider le cache, puis redémarrez.',
      answers: ['Fait, pareil', 'Un peu mieux puis ça recommence', 'Fait, toujours {error}'],
    },
    { ask: 'Pouvez-vous essayer sur un autre réseau ?', answers: ['Pareil en 4G', 'Pas de VPN, pareil', 'Un peu mieux en wifi'] },
  ],
  swap: [
    { ask: "Envoyez-moi le hash, je verrai si c'est l'autorisation ou l'échange qui bloque.", answers: ['{tx}', 'Hash {tx}'] },
    { ask: 'Quelle paire et quelle chaîne ?', answers: ['{asset} vers {asset2}, {network}', '{sum} vers {asset2}'] },
    { ask: 'Quel glissement avez-vous réglé ?', answers: ['{n} %', 'Celui par défaut'] },
    { ask: 'Vous reste-t-il un peu de la monnaie de {chain} pour les frais ?', answers: ['Oui, {fee}', 'Non, il en faut ?'] },
  ],
  staking: [
    { ask: 'Quel validateur, et depuis quand ?', answers: ['Celui que vous conseillez, {when}', 'Le premier de la liste'] },
    { ask: "S'agit-il bien des {sum} ?", answers: ['Oui', 'Oui, {sum}'] },
    { ask: "Quel statut s'affiche ?", answers: ['En cours', 'Terminé', '{error}'] },
  ],
  service: [
    { ask: 'Pouvez-vous me donner le numéro du ticket précédent ?', answers: ['{ticket}', 'Ticket {ticket}'] },
    { ask: 'Quand et où nous avez-vous contactés ?', answers: ['{when}, par mail', 'Par chat, {when}', "J'ai appelé {n} fois"] },
    { ask: "C'est noté. Il s'agit bien des {sum} ?", answers: ['Oui', "C'est pour les {sum}", 'Tout est plus haut'] },
  ],
  idea: [
    {
      ask: "Merci pour l'idée ! Dans quelle situation l'utiliseriez-vous ?",
      answers: ['En fin de mois pour les paiements', "Quand j'envoie des {asset}"],
    },
    { ask: 'Plutôt sur téléphone ou sur tablette ?', answers: ['Téléphone, {device}', 'Les deux'] },
    { ask: 'Quelle chaîne utilisez-vous le plus ?', answers: ['{network}', '{network} et {network2}'] },
  ],
};
