// Answers in French that settle a matter, and subjects of letters.
import type { Openers } from '../wording.ts';

export const solvesFr: Openers = {
  'deposit.late': [
    "C'est retrouvé : {sum} étaient retardés par l'encombrement de {chain}. Il y a assez de confirmations, rafraîchissez et vous les verrez.",
    "La transaction a réussi, notre index avait du retard. Vos {asset} devraient s'afficher.",
    "Il y a un défaut d'affichage dans {version} : l'argent est bien arrivé, seul le statut est faux.",
  ],
  'deposit.failed': [
    'Il manquait du gaz. La chaîne garde {fee}, vos {sum} sont revenus. Ajoutez-en un peu et renvoyez.',
    "{error} vient d'un nœud trop lent, nous en avons changé. Réessayez, cela devrait passer.",
  ],
  'deposit.wrong-amount': [
    "La différence correspond aux frais {chain} de {fee} et à ceux de l'autre plateforme.",
    "Il manquait une adresse, j'ai resynchronisé : vous devriez voir {sum}.",
  ],
  'deposit.wrong-network': [
    "L'adresse est la même sur {network2}. Ajoutez ce réseau et vous verrez {sum}.",
    'La récupération manuelle est lancée, comptez cinq jours ouvrés, {fee} de frais.',
  ],
  fees: [
    'Les {fee} vont aux validateurs de {chain}, nous ne prenons rien. Choisissez « économique ».',
    "{chain} est chargé aujourd'hui, ce soir ce sera moins cher.",
  ],
  'account.login': [
    'Le blocage est levé. Restaurez une fois avec votre phrase puis redéfinissez le mot de passe.',
    "{error} vient d'une horloge décalée, je vois que vous êtes bien entré.",
  ],
  'account.2fa': [
    'Les SMS fonctionnent de nouveau, demandez un nouveau code.',
    "Identité confirmée, l'ancien numéro est retiré. Retraits suspendus 24 heures.",
  ],
  verification: [
    'Votre vérification est validée à la main, plafond actif dans dix minutes.',
    "Justificatif de plus de trois mois, merci d'en fournir un récent.",
  ],
  'security.theft': [
    "C'est une très mauvaise nouvelle et nous en sommes navrés : une opération sur la chaîne est irréversible. Nous avons signalé l'adresse, les documents pour la police sont dans votre boîte.",
    'Une autorisation illimitée a été signée {when}. Révoquez-la et changez de portefeuille.',
  ],
  'security.phishing': [
    "{site} n'est pas à nous, nous avons demandé sa fermeture. Vous avez bien fait.",
    'Nous ne contactons jamais en premier. Bloquez cette personne.',
  ],
  'security.suspicious-transaction': [
    "C'est un empoisonnement d'adresse, rien n'est perdu. Comparez toujours l'adresse entière.",
    "L'appareil inconnu est votre nouveau {device}, rien d'anormal.",
  ],
  'app.crash': [
    'Plantage connu de {version} sur {device}, correctif sous deux jours.',
    'Le cache est endommagé, videz-le, vos actifs ne risquent rien.',
  ],
  'app.connection': [
    'Le nœud {chain} était en panne, nous avons basculé. Rafraîchissez.',
    'Un solde à 0 signifiait seulement pas de connexion, vos actifs sont sur la chaîne.',
  ],
  'app.performance': [
    'Activez le « mode léger », la consommation de {version} sera corrigée.',
    "C'est surtout le cache des graphiques, vous pouvez vider.",
  ],
  'trade.swap': [
    "Glissement trop faible, vos {sum} n'ont pas bougé. Mettez 1 % et ça passera.",
    '{asset2} est bien là, touchez « Ajouter un jeton ».',
  ],
  'trade.staking': ['Les récompenses {asset} tombent par période, ce sera demain.', 'Après le délai, vos {sum} seront libres demain.'],
  'support.no-reply': [
    "Vous avez attendu {waited} pour rien, c'est notre faute. J'ai réglé {ticket} moi-même.",
    "Désolé, nous étions débordés. C'est fait, vérifiez vos {asset}.",
  ],
  'support.rude': ["J'ai lu l'échange, ce n'était pas correct, toutes nos excuses. Je m'occupe de vous."],
  'support.wrong-language': ['Désolé, vous étiez dans le mauvais groupe. Désormais en français. Pour {asset} : tout est en ordre.'],
  'feature-request': ["Plus de {n}0 personnes l'ont demandé, c'est sur la liste.", 'Cela existe : Réglages > Affichage.'],
  praise: ["Merci, je transmets à l'équipe !", 'Ça fait plaisir, merci !'],
  'complaint-regulator': ['Notre réponse écrite concernant {sum} est dans votre boîte, vous avez quinze jours ouvrés pour la contester.'],
  other: ["C'est sous Moi > Compte, captures envoyées.", "C'est possible, remplissez le formulaire du centre d'aide."],
};

export const subjectsFr: Openers = {
  'deposit.late': ['{sum} non reçus', 'Retrait en attente depuis {span}', 'Dépôt manquant'],
  'deposit.failed': ['Transfert échoué {error}', 'Retrait refusé'],
  'deposit.wrong-amount': ['Montant incorrect', "Il manque de l'argent"],
  'deposit.wrong-network': ['Mauvais réseau, {sum}', 'Récupération {network2}'],
  fees: ['Frais de {fee}', 'Question sur les frais'],
  'account.login': ['Connexion impossible', 'Bloqué, erreur {error}'],
  'account.2fa': ['Pas de code SMS', 'Réinitialisation 2FA'],
  verification: ['Vérification en attente', 'Vérification refusée'],
  'security.theft': ['URGENT vol de {sum}', 'Portefeuille vidé'],
  'security.phishing': ['Site frauduleux', 'Est-ce vous ?'],
  'security.suspicious-transaction': ['Opération inconnue', 'Transfert suspect'],
  'app.crash': ['{version} plante', 'Plantage sur {device}'],
  'app.connection': ['Pas de connexion', 'Solde à 0'],
  'app.performance': ['Appli lente', 'Batterie'],
  'trade.swap': ['Échange échoué', '{asset} vers {asset2}'],
  'trade.staking': ['Récompenses de staking', 'Staking {asset}'],
  'support.no-reply': ['Aucune réponse', '{ticket} ignoré'],
  'support.rude': ['Conseiller impoli'],
  'support.wrong-language': ['En français SVP'],
  'feature-request': ['Suggestion', 'Ajout de {network2}'],
  praise: ['Merci', 'Bravo'],
  'complaint-regulator': ['Réclamation formelle {ticket}', 'Mise en demeure'],
  other: ['Question', 'Renseignement'],
};
