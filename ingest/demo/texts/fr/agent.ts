// What our people and machines say in French.
import type { AgentWords } from '../wording.ts';

export const agentFr: Omit<AgentWords, 'solves'> = {
  greets: [
    'Bonjour, {agent} à votre écoute, je regarde tout de suite.',
    'Bonjour, un instant, je consulte votre dossier.',
    "Bonjour, merci d'avoir patienté, je m'en occupe.",
    'Bonjour, je vérifie vos {asset}.',
  ],
  kindnesses: [
    "Je comprends votre inquiétude et je m'en occupe personnellement.",
    "Je comprends que c'est frustrant, je suis votre dossier moi-même jusqu'au bout.",
  ],
  sorries: [
    'Toutes mes excuses pour cette longue attente.',
    'Toutes nos excuses pour le retard, nous recevons beaucoup de messages.',
    'Pardon de vous avoir fait attendre {waited}.',
    'Veuillez nous excuser pour ce délai.',
  ],
  macros: {
    ask: [
      "Bonjour, merci de fournir le hash de la transaction, le modèle et la version de l'application.",
      "Bonjour, merci d'avoir contacté Larkfold Wallet. Veuillez joindre une capture d'écran.",
    ],
    solve: {
      money: ['Bonjour, un transfert peut être retardé lorsque le réseau est chargé. Merci de patienter.'],
      account: ["Bonjour, veuillez suivre l'article « Connexion impossible » du centre d'aide."],
      security: ['Bonjour, ne communiquez jamais votre phrase. Une opération sur la chaîne est irréversible, veuillez porter plainte.'],
      app: ['Bonjour, veuillez installer la dernière version et réessayer.'],
      swap: ["Bonjour, le résultat dépend du règlement sur la chaîne et peut différer de l'estimation."],
      service: ["Bonjour, nous vous prions d'excuser la gêne occasionnée."],
      idea: ['Bonjour, merci pour votre suggestion, nous la transmettons.'],
      identity: ['Bonjour, une vérification prend un à trois jours ouvrés, merci de patienter.'],
      staking: ['Bonjour, le retrait du staking demande un délai, merci de patienter.'],
    },
  },
  escalates: [
    'Il faut que nos développeurs consultent les journaux, je leur ai transmis. Comptez un à deux jours ouvrés, je reviens vers vous.',
    "J'ai fait remonter le dossier sous {ticket}, surveillez vos mails.",
    "Vos fonds sont en sécurité, merci de ne pas renvoyer. L'équipe spécialisée analyse le transfert {asset}.",
    "Vous n'y êtes pour rien, c'est un défaut chez nous, signalé sous {ticket}.",
  ],
  holds: {
    live: ["Je vérifie encore, quelques minutes s'il vous plaît.", 'Je compare avec la chaîne, un instant.'],
    letter: [
      'Les développeurs analysent les journaux, pas encore de résultat.',
      'Votre dossier est toujours en cours, nous ne vous oublions pas.',
    ],
  },
  goodbyes: ['Avec plaisir, bonne journée !', 'Je vous en prie, à bientôt.', "De rien, gardez bien votre phrase à l'abri."],
  callBacks: ['Bonjour, {agent} de Larkfold, je vous ai rappelé et nous avons réglé la question {asset}.'],
  complaintAcks: [
    "Votre réclamation est enregistrée sous {ticket}. Je suis {agent}, j'en suis responsable, réponse écrite sous trois jours ouvrés.",
    "J'accuse réception de votre réclamation {ticket} et vous présente nos excuses. Je vous tiendrai informé.",
  ],
  complaintDecisions: [
    'Réclamation {ticket} : notre nœud avait du retard, {sum} sont crédités et les frais de {fee} remboursés. Toutes nos excuses.',
    'Réclamation {ticket} : nous avons répondu trop tard, nous compensons {fee}. Vous pouvez demander un réexamen sous quinze jours ouvrés.',
  ],
  reviewReplies: {
    good: ['Merci pour ce gentil commentaire !', 'Merci de votre fidélité, {long} déjà !', 'Ravis que {version} vous plaise.'],
    bad: [
      'Nous sommes désolés. Écrivez-nous via Aide > Contact avec {ticket}, nous traiterons en priorité.',
      'Désolés ! Le souci de {version} est en cours de correction.',
      "Merci du signalement, c'est transmis aux développeurs.",
    ],
  },
  warnings: [
    "Important : n'envoyez jamais votre phrase ni votre clé, même à nous. Créez un nouveau portefeuille et transférez vos fonds sans attendre.",
    "Vous venez d'envoyer une donnée sensible, elle a été masquée. Merci de ne plus le faire.",
  ],
  hellos: ['Bonjour,\n\n', 'Bonjour {customer},\n\n', 'Bonjour, merci de votre message.\n\n'],
  signoffs: ['\n\nCordialement,\n{agent}\nSupport Larkfold Wallet', '\n\nBien à vous,\n{agent}', '\n\n{agent}, Larkfold', ''],
  botHellos: [
    "Bonjour, je suis Lark, l'assistant. Je vous mets en relation avec un collègue.",
    "Lark à votre service. Votre question est bien reçue, quelqu'un arrive.",
  ],
  botWaits: ["L'attente est plus longue que d'habitude. Laissez un message, nous répondrons par e-mail."],
  autoAcks: [
    '[Réponse automatique] Message bien reçu, numéro {ticket}. Nous répondons sous 24 heures.',
    '[Automatique] Ticket {ticket} créé. Ne communiquez jamais votre phrase de récupération.',
  ],
  surveys: ["Comment s'est passé cet échange ? Notez-le de 1 à 5.", "Êtes-vous satisfait de l'aide de {agent} ? Notez de 1 à 5."],
  campaigns: ["Saison du staking : jusqu'à {apr} sur {asset} cette semaine."],
};
