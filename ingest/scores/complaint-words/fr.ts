// French words of complaints.
import type { ComplaintWords } from './words.ts';

export const complaintFr: ComplaintWords = {
  kinds: {
    complains: [
      '(je|nous) .. (porte|depose|fais|formule|presente|souhaite deposer|souhaite faire|veux deposer|veux faire|tiens a deposer|adresse) .. (reclamation|plainte)',
      '(je me plains|je tiens a me plaindre|je souhaite me plaindre|je veux me plaindre)',
      '(ma|cette|presente|notre) reclamation',
      'reclamation (concernant|au sujet|pour|contre|relative)',
    ],
    formal: [
      'reclamation (formelle|officielle|ecrite)',
      '(mise en demeure|mets en demeure|mettons en demeure|met en demeure|lettre recommandee|courrier recommande|recommande avec accuse)',
      '(traiter|considerer|prendre|enregistrer|considerez|traitez) .. (comme|en tant que) .. (reclamation|plainte)',
      '(plainte) (formelle|officielle)',
      '(conteste|contestons) .. decision .. (reexamen|recours|revision)',
      '(exige|exigeons|demande|attends) .. (reponse|explication|justification) (officielle|ecrite|formelle)',
      '(service|procedure|traitement) (des|de) reclamation*',
    ],
    notice: [
      '(sous|dans un delai de|dans les|d ici) .. (jours|heures|h) .. (ou|sinon|faute de quoi|a defaut|sans quoi) .. (saisi*|avocat|tribunal|justice|regulateur|mediateur|plainte|amf|autorites)',
      '(reponse|remboursement|solution) .. (sous|dans un delai de|dans les) .. (jours|heures) ouvres',
      '(dernier|ultime) (rappel|avertissement|delai|relance) .. (justice|tribunal|avocat|plainte|juridique|judiciaire)',
      '(sans reponse|a defaut|faute de reponse|sinon) .. (saisi*|porterai plainte|avocat|tribunal|poursuites|mediateur|regulateur|amf)',
    ],
    legal: [
      '(mon|notre|un) avocat*',
      '(action|poursuites|procedure|voie|demarches) (en justice|judiciaire*|juridique*)',
      '(porte|porter|porterai|porterons|depose|deposer|deposerai) plainte contre (vous|votre)',
      '(saisir|saisirai|saisis|devant) .. (tribunal|justice|juge)',
    ],
    regulators: [
      '(amf|acpr|dgccrf|regulateur|autorite des marches|autorite de controle|mediateur|mediation|signalconso|signal conso|repression des fraudes|que choisir|ufc|banque de france|cnil|bafin|fca|finma|60 millions de consommateurs|autorites|association de consommateurs|defenseur des droits)',
    ],
    goes: [
      '(saisir|saisirai|saisis|saisirons|saisine|alerter|alerterai|contacter|contacterai|signaler|signalerai|signale|signalement|informer|informerai|avertir|avertirai|prevenir|adresser|adresserai|plainte|reclamation|tourner|recours)',
    ],
    went: [
      '(ai|avons|j ai) .. (saisi|signale|alerte|depose|contacte|transmis|informe|envoye)',
      '(a ete|est|deja|viens de) .. (saisi|saisie|saisir|signale|deposee|depose|deposer|transmis|transmise)',
      '(dossier|numero|reference) (n|numero|de|du|aupres)',
    ],
    noReply: [
      '(aucune|pas de|sans|jamais de|toujours pas de|zero|pas une|pas une seule|toujours aucune|aucun) (reponse*|retour|nouvelle*|reaction)',
      '(personne) .. (repond*|ne repond|n a repondu|ouvert|ne m a|ne me|n est la|reagit|donne suite|ne rappelle|rappelle*)',
      '(support|service client|sav|ils|vous|service|equipe|assistance) .. (ne repond*|repond* pas|repond* jamais|ne repondez|repondez pas|ignore*|silencieux|aux abonnes absents|injoignable|muet|fait le mort|n a jamais repondu|n ont jamais repondu|inexistant)',
      '(reste*|restent|laisse*) .. sans reponse',
      '(toujours|encore) rien .. (recu|reponse)',
      '(mails|messages|relances|tickets|demandes|emails|e mails) .. (sans reponse|dans le vide|ignores|ignorees|restes|restees|lettre morte|sans suite)',
      '(silence radio|silence total|lettre morte|aucun accuse de reception|on m ignore|plus aucune nouvelle|attends toujours une reponse|attends une reponse depuis)',
      '(que des|seulement des|uniquement des) reponses automatiques',
      '(n ai|n avons) (jamais|pas|toujours pas) .. (recu|eu|obtenu) .. (reponse|retour|nouvelle*)',
    ],
  },
  excused: [
    '(aucune|pas de|sans|jamais de|jamais eu de|nulle) (plainte|reclamation)',
    '(rien|pas|jamais) .. (a redire|me plaindre|a reclamer|de quoi se plaindre|se plaindre)',
    '(n est|ce n est|est) pas (une|un) .. (reclamation|plainte|reproche)',
    '(pas|aucun) besoin (de|d) .. (reponse|repondre|avocat)',
    '(pas de|sans) reponse (necessaire|attendue|requise)',
    '(retire|annule|clore|cloturer) .. (ma|la|cette) .. (plainte|reclamation)',
    '(merci|remercie) .. (reponse|retour)',
    '(reclamation|plainte) .. (resolue|reglee|traitee avec succes|close)',
    '(recevoir|reclamer|obtenir) .. (reponse automatique)',
  ],
  elsewhere: [
    '(etes vous|est ce que|est il|est elle|sont ils) .. (regule*|agree*|enregistre*|licencie*)',
    '(regule*|agree*|enregistre*|autorise*|supervise*) .. (par|aupres)',
    '(comment|ou) .. (deposer|faire|porter|adresser) .. (reclamation|plainte)',
    '(lu|entendu|vu|article|actualite*|parait) .. (amf|regulateur|tribunal|justice|proces)',
  ],
};
