// French words of harm.
import type { HarmWords } from './words.ts';

export const harmFr: HarmWords = {
  reasons: {
    'funds-lost': [
      '(argent|fonds|cryptos|crypto|bitcoin*|btc|eth|usdt|economies|solde|tout|coins|jetons) .. (vole|voles|volee|volees|disparu*|envole*|vide|vides|derobe*|a zero|perdu)',
      '(on m a|ils m ont|ils ont|il m a|quelqu un m a|m ont|m a) (vole|tout pris|pris|derobe|escroque|arnaque|depouille)',
      '(fait|ete|suis) .. (arnaque*|arnaquer|voler|escroque*|escroquer|depouille*|vole)',
      '(perdu) (tout|toutes|tous|mon argent|mes fonds|mes cryptos|mes economies)',
      '(portefeuille|wallet|compte) .. (vide|vides|siphonne*)',
      '(vole|vide|siphonne|pille) (mon|mes|tout|le) .. (portefeuille|compte|argent|cryptos|wallet|fonds)',
    ],
    'account-taken-over': [
      '(compte|portefeuille|wallet|telephone|mail|adresse) .. (pirate*|hacke*|compromis|usurpe*)',
      '(pirate|hacke|compromis|usurpe) .. (mon|ma) .. (compte|portefeuille|mail)',
      '(fait|ete|suis) .. (pirate*|pirater|hacke*|hacker)',
      '(mot de passe|mail|numero) .. (a ete|ont ete) (change*|modifie*)',
      '(quelqu un|un inconnu|un pirate) .. (connecte|acces|accede|change mon)',
      '(connexion) .. (pas moi)',
    ],
    'secret-exposed': [
      '(donne|envoye|communique|partage|saisi|entre|tape|poste|divulgue) .. (phrase|seed|cle privee|12 mots|24 mots|mots de recuperation)',
      '(phrase|seed|cle privee) .. (divulgue*|compromise|volee|exposee|fuite)',
    ],
    'self-harm': [
      '(suicide*|suicider|me tuer|en finir|mettre fin a mes jours|plus envie de vivre|envie de mourir|veux mourir|foutre en l air)',
    ],
    'vulnerable-customer': [
      '(economies d une vie|toutes mes economies|economies de toute une vie|argent de ma retraite|ma retraite|tout ce que j ai|tout ce que j avais)',
      '(mere|pere|grand mere|grand pere|parents|dame|personne) (agee|age|ages)',
      '(grand mere|grand pere|mamie|papi)',
      '(plus|pas|peux) .. (payer|acheter) .. (loyer|manger|nourriture|medicaments|hopital|factures|courses)',
      '(operation|chirurgie|hopital|cancer|handicape*|veuve|enceinte|desespere*|ruine*|a la rue|obseques)',
    ],
    'funds-stuck': [
      '(argent|fonds|retrait*|depot*|virement*|transfert*|usdt|btc|eth|cryptos|transaction|compte) .. (bloque*|gele*|attente|suspendu*|coince*|retenu*)',
      '(retrait|depot|virement|transfert|argent|fonds|usdt|btc|eth) .. (pas|jamais|rien|toujours pas) .. (arrive*|recu*|credite*|la)',
      '(impossible|peux pas|arrive pas|peux plus|parviens pas|n arrive plus) .. (retirer|recuperer mon|acceder a mon argent|acceder a mes fonds)',
      '(bloque*|gele*|retenez|gardez) .. (mon|mes) .. (argent|fonds|compte|cryptos|economies)',
      '(ou est|ou sont) .. (argent|virement|retrait|depot|fonds)',
      '(rendez|rembours*|veux) .. (mon argent|mes fonds)',
    ],
    'legal-threat': [
      '(avocat*|tribunal|justice|mise en demeure|poursuites|action en justice|huissier)',
      '(porte|porter|depose|deposer|deposerai|porterai) plainte',
      '(amf|acpr|dgccrf|regulateur|mediateur|a la police|commissariat|gendarmerie|repression des fraudes|que choisir|autorites)',
    ],
    'data-breach': [
      '(fuite|vol|violation|piratage) (de|des) (donnees|mes donnees)',
      '(donnees|informations|passeport|documents|coordonnees) .. (fuite|vole*|vendu*|divulgue*|expose*|pirate*)',
      '(cnil|rgpd) .. (plainte|violation|signal*)',
      'compte d (un autre|quelqu un d autre)',
    ],
    'public-threat': [
      '(publier|poster|partager|raconter|alerter|dire|diffuser|publierai|posterai|mettrai|balance*) .. (partout|twitter|reseaux|facebook|presse|medias|journalistes|trustpilot|reddit|youtube|tout le monde|avis)',
      '(presse|medias|journaliste*|reseaux sociaux|rendre public)',
    ],
    deadline: [
      '(avant|d ici|jusqu a|au plus tard) (ce soir|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|midi|la fin)',
      '(sous|dans les|d ici) (24|48|72|8|15) (h|heures|jours)',
      '(loyer|facture|echeance|salaire*|credit) .. (demain|vendredi|lundi|du|due|tombe|aujourd hui)',
      '(dernier delai|date limite|ultimatum|delai)',
    ],
  },
  solved: [
    '(c est|tout est|probleme|ca y est|est) (regle|resolu|arrive|bon|arrivee|resolue)',
    '(recupere|recu|retrouve) .. (argent|fonds|enfin|tout)',
    '(enfin|finalement|bien) (recu|arrive|regle|recupere)',
    '(plus besoin|ca remarche|refonctionne)',
  ],
  calm: [
    '(merci|super|bravo|genial|parfait|excellent|adore|top) ',
    '(juste|simple|petite) question',
    '(juste|simple|petite) une question',
    '(suggestion|ce serait bien|ce serait super|pourriez vous ajouter|idee|j aimerais)',
    'comment (faire|puis je|on|je|ca|fonctionne|changer|activer)',
    '(pas urgent|rien d urgent|pas presse)',
  ],
  imagined: [
    '(si|s il|s ils|au cas ou|en cas de|supposons|imaginons|admettons)',
    '(peur|crains|inquiet|inquiete|craindre) .. (que|de|d)',
    '(comment) .. (eviter|proteger|empecher|prevenir|securiser)',
    '(pourrait|pourraient|risque|risquent|peut on|peut il|puisse)',
    '(lu|entendu|vu|article|parait|rumeur*|actualite*) .. (que|des|sur|dire)',
    '(failli|presque)',
  ],
  negations: ['pas', 'jamais', 'rien', 'aucun', 'aucune', 'sans', 'ni'],
  noNegations: [
    '(sais pas|comprends pas|crois pas|pas seulement|pas possible)',
    'sans (raison|reponse|mon|explication|prevenir|rien)',
    '(aucune reponse|aucune nouvelle|pas de reponse|rien fait|plus rien|rien compris|aucun retour|aucune aide)',
  ],
};
