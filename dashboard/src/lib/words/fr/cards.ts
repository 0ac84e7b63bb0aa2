// Les fiches d’indicateurs: French metric cards, the same reading as the API's own.
import type { cards as english } from '../en/cards.ts';

export const cards = {
  arrivals: {
    formula: 'Nombre de conversations dont le premier message du client tombe dans la période.',
    reading: 'Ce qui est arrivé. Les spams et les tests sont exclus et comptés plus bas.',
  },
  'answered-within-promise': {
    formula:
      'Premières attentes ayant reçu une réponse au plus tard à l’échéance ÷ premières attentes répondues, closes sans réponse ou en retard.',
    reading:
      'Une attente ouverte et en retard compte tout de suite comme promesse rompue, pas seulement quand quelqu’un répond. Celles qui ne sont pas encore échues sont montrées à part.',
  },
  'first-response-time': {
    formula:
      'Du premier message du client à la première vraie réponse d’une personne. P50 et P90 viennent de l’estimation de Kaplan-Meier sur toutes les premières attentes.',
    reading:
      'Les clients jamais servis restent comptés : une équipe ne paraît pas plus rapide en laissant ses cas difficiles. « Pas atteint » signifie que moins de cette part a reçu une réponse.',
  },
  'next-response-time': {
    formula:
      'Comme la première réponse, pour chaque attente suivante d’une conversation : du premier message client sans réponse à la vraie réponse suivante.',
    reading: 'Chaque attente est une ligne. Les messages suivants du client ne remettent jamais l’horloge à zéro.',
  },
  'answered-by': {
    formula: 'Part des premières attentes répondues en t, pour chaque t ; les attentes ouvertes comptent jusqu’à leur âge.',
    reading: 'Là où la courbe croise la promesse se lit la part tenue ; ce qui manque au bord droit n’a jamais eu de réponse.',
  },
  'nudged-waits': {
    formula: 'Attentes où le client a réécrit avant notre réponse ÷ toutes les attentes.',
    reading: 'Un signe précoce de « le support ne répond pas ».',
  },
  'resolution-time': {
    formula: 'Du premier message du client dans un épisode jusqu’à sa résolution. Un message après la résolution ouvre un nouvel épisode.',
    reading:
      'Une conversation qui revient des mois plus tard ne compte pas comme des mois de travail. Une clôture automatique sans réponse n’est pas une résolution.',
  },
  'reopen-rate': {
    formula: 'Épisodes résolus après lesquels le client a réécrit sous 7 jours ÷ épisodes résolus.',
    reading: 'Résolu sur le papier, pas pour le client.',
  },
  backlog: {
    formula: 'Attentes de clients ouvertes à la fin de l’heure ou du jour.',
    reading: 'Ce qui reste sur la table. Pour chacune, c’est à nous de jouer.',
  },
  overdue: {
    formula: 'Attentes de clients ouvertes maintenant et dont l’échéance est passée.',
    reading: 'Toujours maintenant, quelle que soit la période choisie. Les plus anciennes d’abord.',
  },
  'never-answered': {
    formula: 'Premières attentes closes sans aucune vraie réponse ÷ premières attentes.',
    reading: 'Clore une conversation n’est pas y répondre.',
  },
  'language-match': {
    formula: 'Attentes répondues dans la langue du message du client ÷ attentes répondues dont les deux langues sont certaines.',
    reading: 'Les messages courts dont la langue ne se devine pas sont exclus et comptés plus bas.',
  },
  csat: {
    formula: 'Notes de 4 et 5 sur une échelle de 1 à 5 ÷ toutes les notes ; les bonnes parmi bonnes et mauvaises.',
    reading: 'Un 3 n’est pas satisfait. À lire avec le nombre de clients qui ont noté.',
  },
  nps: {
    formula: 'Part des 9 et 10 − part des 0 à 6, parmi toutes les réponses de 0 à 10 ; en points de −100 à 100.',
    reading: 'Les 7 et 8 ne comptent ni pour ni contre. Avec peu de réponses la valeur varie beaucoup : lisez d’abord l’intervalle.',
  },
  ces: {
    formula:
      'Réponse moyenne à « il a été facile d’obtenir de l’aide », de 1 (pas du tout) à 7 (tout à fait) ; les autres échelles y sont ramenées.',
    reading: 'Le détail dit combien ont trouvé cela facile (6 et 7), moyen ou difficile.',
  },
  'survey-response-rate': {
    formula:
      'Demandes de note suivies d’une réponse ÷ toutes les demandes : messages d’enquête de la source et liens de notre propre enquête. Une demande compte trois jours après son envoi ; d’ici là, elle figure à part, « encore ouverte ».',
    reading:
      'Les étoiles que personne n’a demandées, comme dans les magasins d’applications, n’en font pas partie. Ceux qui se taisent ressemblent rarement à ceux qui répondent : voyez la valeur pondérée à la page Satisfaction.',
  },
  sentiment: {
    formula: 'Moyenne du sentiment des conversations, de −1 (tout négatif) à 1 (tout positif).',
    reading: 'Ce dont l’évaluation n’est pas sûre est exclu, jamais compté comme neutre. Regardez à côté la part sans sentiment.',
  },
  'negative-share': {
    formula: 'Conversations au sentiment négatif ÷ conversations qui ont un sentiment.',
    reading: 'Ce dont l’évaluation n’est pas sûre est exclu, jamais compté comme neutre. Regardez à côté la part sans sentiment.',
  },
  'category-share': {
    formula: 'Arrivées des catégories choisies ÷ toutes les arrivées ; par catégorie, chacune ÷ toutes.',
    reading: 'La catégorie est celle que donne la source, sinon celle de l’évaluation.',
  },
  'urgent-share': {
    formula: 'Conversations d’urgence haute ou critique maintenant ÷ toutes celles dont le dommage est évalué.',
    reading: 'Le dommage d’abord ; une promesse rompue ou qui échoit dans l’heure et des relances répétées l’élèvent chacune d’un cran.',
  },
  'unscored-share': {
    formula: 'Arrivées sans sentiment ÷ arrivées où le client a écrit des mots.',
    reading: 'Trop incertain, langue non prise en charge et pas évalué du tout sont comptés à part.',
  },
  'notice-coverage': {
    formula:
      'Premières attentes commencées sous un avis et répondues dans sa fourchette ÷ toutes celles qui ont reçu réponse ou l’ont dépassée.',
    reading:
      'Le but est de 80 % : bien moins trompe les clients, bien plus montre une fourchette trop large. Sans réponse, l’attente compte comme manquée dès le maximum passé.',
  },
  'told-share': {
    formula: 'Conversations de problèmes corrigés dont le client a été prévenu ÷ toutes celles arrivées avant le correctif.',
    reading: 'Un message à un client vaut pour toutes ses conversations du problème.',
  },
  complaints: {
    formula:
      'Conversations qui se plaignent en public, formellement ou auprès d’un régulateur, selon l’instant où la plainte est exprimée.',
    reading: 'Chacune compte une fois, à son échelon le plus fort ; si une personne l’a fixé, c’est le sien qui compte.',
  },
  'complaint-acknowledged': {
    formula:
      'Réclamations formelles auxquelles une personne a répondu à l’échéance ou avant ÷ toutes celles qui sont accusées, échues ou closes sans réponse.',
    reading: 'Un accusé automatique ne compte jamais. Ce qui n’est pas encore échu est montré à part.',
  },
  'complaint-decided': {
    formula:
      'Réclamations formelles dont la décision est partie à l’échéance ou avant ÷ toutes celles qui sont tranchées, échues ou closes sans décision.',
    reading: 'Le second délai court à côté du premier, depuis le même message. Ce qui n’est pas encore échu est montré à part.',
  },
  'complaint-overdue': {
    formula: 'Délais de réclamations formelles encore ouverts et dépassés à cet instant.',
    reading: 'Une réclamation en retard sur les deux promesses compte deux fois, une par promesse.',
  },
  'complaint-climbs': {
    formula: 'Réclamations dont le client avait fait un pas plus discret dans les 90 jours précédents ÷ toutes les réclamations.',
    reading: 'Le même client : le même auteur, la même adresse, transaction, compte, téléphone ou courriel, ou un numéro de ticket cité.',
  },
  'no-reply-claims': {
    formula: 'Réclamations qui disent que personne ne répond, à raison ÷ toutes celles qui le disent.',
    reading:
      'Jugé à l’instant de la plainte : une de leurs demandes avait dépassé sa promesse, ou avait été close sans réponse. Les verdicts confirmés sont montrés à part de ceux de la machine.',
  },
  'quality-score': {
    formula: 'Note moyenne des réponses évaluées, pondérée par la probabilité de chaque tirage ; un manquement à la sécurité vaut 0.',
    reading:
      'La note suit les poids en vigueur lors de l’évaluation. Moins de 5 évaluations, des réponses de moins de 3 personnes ou d’une personne nommée ne sont jamais affichées.',
  },
  'quality-pass-rate': {
    formula:
      'Réponses évaluées qui atteignent le seuil sans manquement à la sécurité ÷ toutes les réponses évaluées, pondérées par la probabilité de chaque tirage.',
    reading: 'Le seuil est celui des poids en vigueur lors de l’évaluation.',
  },
  'critical-error-rate': {
    formula:
      'Réponses évaluées avec manquement à la sécurité ÷ toutes les réponses évaluées, pondérées par la probabilité de chaque tirage.',
    reading: 'Une seule de ces réponses peut tout coûter à un client : lisez-les toutes.',
  },
} satisfies typeof english;
