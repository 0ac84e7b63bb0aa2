// French words of risk.
import { harmFr } from '../harm-words/fr.ts';
import type { RiskWords } from './words.ts';

const secret = '(phrase|seed|mnémonique|clé privée|clés privées|12 mots|24 mots|douze mots)';
const login = '(mot de passe|code pin|code sms|code de vérification|code 2fa|code de validation|code reçu)';
const your = '(votre|vos|ta|tes|ton|les|la)';

export const riskFr: RiskWords = {
  signals: {
    'asks-for-secret': [
      `(envoyez|envoyer|envoie|donnez|donner|donne|partagez|partager|fournissez|fournir|communiquez|communiquer|transmettez|transmettre|indiquez|confirmez|confirmer|vérifiez|validez|valider|répondez|soumettez|écrivez) .. ${your} .. ${secret}`,
      `(envoyez|envoyer|envoie|donnez|donne|communiquez|transmettez|fournissez|indiquez|répondez) .. (votre|ton|le) .. ${login}`,
      `(quelle|quels) (est|sont) (votre|vos|ta|tes) ${secret}`,
      `(devons|devez) .. (vérifier|contrôler|valider) .. (votre|vos) .. ${secret}`,
      `nous faut (votre|vos) .. ${secret}`,
      `(besoin|avons besoin) .. (votre|vos) .. ${secret}`,
    ],
    'enter-secret': [
      `(entrez|entrer|saisissez|saisir|importez|tapez|insérez|renseignez|connectez|synchronisez|entre|saisis) .. (votre|vos|ta|tes) .. ${secret}`,
    ],
    'told-of-asking': [
      `(demande|demandé|demandent|réclame|réclament|veut|veulent|voulait|exige|exigent) .. ${secret}`,
      `(me|m|on|il|elle) .. (demande|demandé|demandent|réclame|exige) .. mon ${login}`,
      `(dois|puis|peux|faut) .. (donner|communiquer|envoyer|partager) .. (ma|mes) .. ${secret}`,
    ],
    'wallet-validation': [
      '(vérifiez|vérifier|validez|valider|synchronisez|synchroniser|déverrouillez|débloquez|migrez|migrer|réactivez|authentifiez|activez) .. (votre|vos|ton) .. (portefeuille|portefeuilles|wallet|compte|actifs)',
      '(validation|vérification|synchronisation|migration) (du|de votre) (portefeuille|wallet|compte) .. (obligatoire|requise|nécessaire|cliquez|lien|ici|immédiate|24)',
      '(compte|portefeuille|wallet) .. (suspendu|bloqué|limité|désactivé|restreint) .. (24 heures|48 heures|24h|48h|sauf si|si vous ne|cliquez)',
      '(mise à jour de sécurité|mise à jour|vérification) (obligatoire|requise|urgente) .. (portefeuille|wallet|cliquez|lien|compte|ici)',
    ],
    'private-channel': [
      '(contactez|contacter|écrivez|rejoignez|ajoutez|contacte|écris|discutez|joignez|parlez|appelez) .. (whatsapp|telegram|instagram|messenger|signal|facebook|discord)',
      '(whatsapp|telegram) .. (officiel|support|agent|conseiller|contactez|contacte)',
      '(mp|message privé|dm|inbox|privé) .. (aider|résoudre|solution|aide|débloquer)',
      '(envoyez|envoie|écrivez|écris) moi .. (mp|message privé|dm|privé)',
    ],
    'remote-control': [
      '(anydesk|teamviewer|rustdesk|quicksupport|todesk|ultraviewer|prise de contrôle à distance|prise en main à distance|contrôle à distance|accès à distance)',
      '(partagez|partager|partage) (votre|l|mon|d|ton) .. écran',
    ],
    'unlock-payment': [
      '(transférez|transférer|déplacez|envoyez|migrez|transfère|mettez) .. (fonds|cryptos|actifs|solde|argent|bitcoins|jetons) .. (portefeuille|wallet|compte|adresse|coffre) (sûr|sécurisé|temporaire|de sécurité|sécurisée|provisoire)',
      '(payez|payer|versez|verser|réglez|régler|déposez|envoyez) .. (taxe|frais|impôt|dépôt|caution|acompte|garantie) .. (déblo*|retrait|libér*|retirer|récupérer|recevoir|fonds)',
      '(dépôt|caution|taxe|garantie) .. (nécessaire|requis|requise|exigé|obligatoire) .. (retrait|déblocage|débloquer|retirer)',
      '(remboursement|retrait) .. (nécessite|exige|après|requiert) .. (dépôt|versement|paiement)',
      '(virement|transaction|transfert) (test|de test) .. (vérifier|confirmer|valider)',
    ],
    'recovery-offer': [
      '(récupér*) .. (perdu*|volé*) .. (hacker|agence|grâce|whatsapp|telegram|spécialiste)',
      '(récupérons|récupère|récupérer) .. (volé*|perdu*) .. (contact*|expert|écrivez)',
      '(hacker éthique|pirate éthique|expert en récupération|agence de récupération|agent de récupération|spécialiste de la récupération|service de récupération|société de récupération)',
      '(m a|nous a|m ont|vous) (aidé|aider|aidée) .. (récupérer) .. (fonds|argent|crypto|bitcoin*)',
    ],
    drainer: [
      '(réclamez|récupérez|obtenez|recevez) .. (airdrop|récompense*|bonus|jetons|tokens|nft) .. (connect*|cliquez|lien|portefeuille|wallet|ici)',
      '(connectez|connecter|liez) .. (votre|ton) .. (portefeuille|wallet) .. (réclamer|recevoir|corriger|vérifier|airdrop|réparer|obtenir)',
      '(setapprovalforall|increaseallowance)',
      'airdrop .. (connectez|réclamez|cliquez)',
    ],
    'address-poisoning': [
      '(empoisonnement d adresse|adresse empoisonnée|adresse similaire|adresse ressemblante|adresse presque identique|attaque par poussière)',
      '(mêmes premiers|mêmes derniers|mêmes caractères|mêmes débuts)',
      '(copié|copier) .. (mauvaise|fausse) .. adresse .. historique',
      '(transfert|transaction) .. (0 usdt|valeur nulle|montant nul|de zéro|de 0)',
    ],
    'fake-app': [
      '(fausse|faux|contrefaite|frauduleuse|fausses) (application|app|appli|extension|logiciel|portefeuille|wallet|applications)',
      '(téléchargez|télécharger|installez|installer) .. (apk|extension|application|appli|version) .. (lien|site|ici|telegram|ci dessous|whatsapp)',
    ],
    letter: [
      '(lettre|courrier|enveloppe|colis) .. (qr|qr code)',
      '(scannez|scanner) .. qr .. (portefeuille|wallet|vérifier|valider|activer|ledger|trezor)',
    ],
    hacked: [
      ...harmFr.reasons['funds-lost'],
      ...harmFr.reasons['account-taken-over'],
      '(transaction|approbation|retrait|virement) .. (inconnu*|non autorisé*|pas autorisé*|pas effectué*|pas fait*)',
    ],
    'gave-secret': [
      ...harmFr.reasons['secret-exposed'],
      `(j ai|ai) (donné|entré|saisi|communiqué|envoyé|partagé|rentré|tapé) .. ${secret}`,
    ],
  },
  warnings: [
    '(ne|n|jamais|pas|aucun|personne) .. (jamais|pas|partagez|partager|donnez|donner|communiquez|demande|demandons|demandera|envoyez|entrez|saisissez|installez|contactez|transférez|payez|besoin)',
    '(application|appli|app|écran|appareil|ledger|trezor|metamask|logiciel) .. (affiche|me demande|dit|demande|indique|réclame)',
    '(comment|où) .. (vérifier|valider|synchroniser|importer|restaurer|sauvegarder|trouver|saisir|entrer|migrer|connecter|réclamer|télécharger|retrouver|contacter|activer|transférer|débloquer|réactiver)',
    '(votre|vous) .. (demande|demandez|demandera) .. (parfois|jamais|il)',
    'différence entre',
    'demande t (il|elle) (parfois|jamais)',
    '(est ce que vous|vous arrive t il)',
    '(méfiez|attention|gare) .. (arnaque*|faux|phishing|hameçonnage)',
  ],
  reports: [
    '(est ce|c est|est ce que c) .. (vous|vrai|réel|légitime|officiel|normal|arnaque|fiable|phishing|sérieux|une arnaque|bien vous|sûr)',
    '(quelqu un|une personne|un homme|une femme|un inconnu|un type|des gens|on|il|elle|ils) .. (demande*|dit|appelé|contacté|écrit|prétend*|dit être|propose|envoyé|réclame*|proposé)',
    '(j ai|nous avons|ai) .. (reçu|vu|trouvé|remarqué) .. (mail|email|e mail|message|sms|appel|lettre|courrier|lien|site|colis|application|appli|adresse|transaction|jeton|airdrop|pub*|transfert|compte)',
    '(prétend*|se fait passer|se font passer|usurp*|soi disant|se faisant passer)',
    '(faux|fausse|suspect|suspecte|frauduleux|frauduleuse) .. (mail|email|message|site|compte|page|support|agent|appel|lien|lettre|profil|conseiller|extension|application|appli|numéro|groupe)',
    '(signale*|signaler|informe|prévenir|avertir) .. (arnaque*|phishing|site|mail|faux|compte|escro*|fraude)',
    '(me demande|m a demandé|m ont demandé|me demandent|on me demande|m a dit|me dit)',
    '(dois je|puis je|est il|faut il) .. (croire|répondre|cliquer|donner|payer|confiance|communiquer|installer|normal|sûr|envoyer|légitime)',
  ],
  victims: [
    '(arnaqué|arnaquée|escroqué|escroquée|volé|piraté|piratée|vidé|dérobé|volés|hacké|disparu|victime)',
    '(j ai) .. (donné|saisi|entré|cliqué|installé|payé|transféré|signé|partagé) .. (et|maintenant|puis|depuis)',
  ],
};
