// French: greeting, thanks, apology, understanding, ownership, next step, expected time; curtness, blame, brush-off.
import type { LanguageSigns } from './sign.ts';

const number = '(?:\\d+|une?|deux|trois|quatre|cinq|six|dix|douze|quinze|quelques)';
const unit = '(?:minutes?|heures?|h|jours?|semaines?)';

export const frenchSigns: LanguageSigns = {
  greeting: { words: /(?<=^|\n)\s*(?:bonjour|bonsoir|salut|cher|chère|madame|monsieur)(?!\p{L})/iu },
  thanks: {
    words: /(?<!\p{L})(?:merci (?:beaucoup|pour|de votre|de vos|d['’]avoir|de nous avoir)|(?:nous|je) vous remerci)/iu,
    unless: /non,? merci/iu,
  },
  apology: {
    words:
      /(?<!\p{L})(?:(?:désolée?s?|navrée?s?)(?!\p{L})|veuillez (?:nous |m['’])?excuser|(?:nos|mes) (?:plus sincères |sincères )?excuses|pardon de|nous nous excusons|je m['’]excuse)/iu,
    unless: /(?:pas|inutile|aucun)[^,.]{0,20}(?:excuser|excuses|désolé)/iu,
  },
  understanding: {
    words:
      /(?<!\p{L})(?:(?:je comprends|nous comprenons) (?:bien |tout à fait |parfaitement )?(?:votre|vos|que|combien|la)|c['’]est (?:tout à fait )?(?:compréhensible|frustrant))/iu,
  },
  ownership: {
    words:
      /(?<!\p{L})(?:(?:c['’]est|c['’]était) (?:entièrement |bien )?(?:notre|ma) (?:faute|erreur)|(?:notre|mon) erreur|(?:l['’]|une )?erreur (?:vient|est venue|est) de (?:notre|nous|ma)|(?:nous|je) (?:nous sommes tromp\p{L}+|me suis tromp\p{L}+|avons (?:fait|commis) une erreur|assumons|assume|prenons nos responsabilités|aurions dû|aurais dû)|n['’]aurait (?:jamais |pas )?(?:jamais |pas )?dû (?:se produire|arriver)|(?:je m['’]en|nous nous en|je m['’]|nous nous) (?:occupe|occupons|charge|chargeons)|je (?:suis|suivrai|vais suivre) (?:personnellement |moi-même )?(?:votre|ce|cette) (?:dossier|demande|affaire)|personnellement|(?:nous restons|je reste) à (?:votre )?(?:entière )?(?:disposition|vos côtés)|(?:avec|ravi\p{L}* de|heureux de|heureuse de) (?:plaisir|vous aider))/iu,
    unless: /(?:pas|aucunement|en rien) (?:de )?(?:notre|ma) (?:faute|erreur)/iu,
  },
  next_step: {
    words:
      /(?<!\p{L})(?:(?:nous|je) (?:vous |le |la |les |l['’])?(?:allons|vais|reviendrons|reviendrai|répondrons|répondrai|vérifions|vérifie|transmettons|transmets|traiterons|traiterai|contacterons|contacterai|rembourserons|tiendrons|enverrons)|veuillez (?!nous excuser|m['’]excuser|excuser|ne pas|noter)\p{L}+er|veuillez (?:joindre|suivre|mettre|décrire)|merci de (?:bien vouloir |nous )?(?:fournir|joindre|préciser|patienter|envoyer|confirmer|mettre|indiquer|répondre))/iu,
    unless: /(?<!\p{L})(?:jamais|ne \p{L}+ pas|n['’]\p{L}+ pas)(?!\p{L})/iu,
  },
  expected_time: {
    words: new RegExp(
      `(?<!\\p{L})(?:sous|dans(?: les| un délai de)?|d['’]ici(?: à)?|en)\\s${number}(?:\\s?(?:à|-|–)\\s?\\d+)?(?:\\sprochaines)?\\s${unit}(?!\\p{L})|d['’]ici (?:demain|ce soir|lundi|mardi|mercredi|jeudi|vendredi|la fin de)`,
      'iu',
    ),
    needs: /(?<!\p{L})(?:sous|d['’]ici|allons|vais|va|veuillez|délai|prend|peut prendre)(?!\p{L})|\p{L}(?:rons|rez|rai|ra|ront)(?!\p{L})/iu,
    unless: /il y a|depuis|attendre|attendu|dernier/iu,
  },
  curt: {
    words:
      /(?<!\p{L})(?:comme (?:je|nous) (?:vous )?(?:l['’])?(?:ai|avons|vous l['’]avons|vous l['’]ai)?\s?(?:déjà )?(?:dit|expliqué|écrit|indiqué)|(?:je|nous) vous l['’](?:ai|avons) déjà (?:dit|expliqué|écrit)|(?:on|je|nous) (?:vous )?(?:a|ai|avons|l['’]a|l['’]ai) déjà (?:dit|répondu|expliqué)|cessez de|arrêtez de|calmez-vous|un point c['’]est tout|point final|c['’]est tout\s*[.!]|c['’]est comme ça|combien de fois|inutile (?:d['’]insister|de (?:relancer|réécrire|nous relancer|rappeler))|ne (?:nous )?(?:relancez|réécrivez|recontactez) (?:plus|pas)|patientez\s*[.!]|attendez\s*[.!]|que voulez-vous de plus|apprenez à|évidemment)/iu,
    unless: /désolé|excus|navré/iu,
  },
  blame: {
    words:
      /(?<!\p{L})(?:(?:c['’]est|de) (?:entièrement |uniquement )?(?:votre|ta) (?:propre )?(?:faute|erreur|problème|responsabilité|négligence)|votre (?:propre )?(?:faute|négligence|imprudence)|vous (?:auriez|aviez qu['’]à|n['’]aviez qu['’]à) ?(?:dû (?!recevoir|être|avoir)\p{L}*|à \p{L}+|pu (?:lire|vérifier)|\p{L}+er)|(?:parce que|puisque|car|comme) vous (?:n['’]avez pas|avez (?:ignoré|oublié|refusé|négligé)|ne (?:lisez|savez|suivez) pas)|si vous aviez (?:lu|suivi|vérifié|fait attention|écouté)|vous (?:avez manifestement|avez visiblement|n['’]avez (?:visiblement |manifestement )?(?:pas lu|rien lu|pas fait attention))|(?:il fallait|fallait) (?:lire|vérifier|y penser|faire attention|sauvegarder|réfléchir)|à vos (?:propres )?risques|prenez-vous-en à vous|la prochaine fois,? (?:lisez|vérifiez|faites attention)|personne ne vous a (?:forcé|obligé))/iu,
    unless:
      /(?:n['’]est|n['’]était|n['’]y est|ce n['’]est) (?:en rien |absolument |vraiment )?(?:pas|pour rien|aucunement) (?:du tout )?(?:de )?votre (?:faute|erreur)/iu,
  },
  brush_off: {
    words:
      /(?<!\p{L})(?:(?:on|nous|je) (?:ne |n['’]y )?(?:pouvons?|peut|peux) (?:rien|rien y) (?:faire|de plus|pour vous)?|(?:nous|on|je) n['’]y (?:pouvons|peut|peux) rien|ce n['’]est pas (?:notre|mon) (?:problème|travail|affaire|rôle|service|ressort|faute)|pas de notre ressort|(?:lisez|consultez|voir|voyez|référez-vous à|allez (?:lire|voir)) (?:la |notre |les |nos |le |l['’])?(?:faq|conditions|cgu|centre d['’]aide|aide en ligne|documentation|site|règlement)\s*[.!]|c['’]est (?:la |notre )(?:politique|règle|procédure)(?: de la maison)?\s*[.!]|c['’]est à prendre ou à laisser|le règlement,? c['’]est le règlement|aucune exception|pas d['’]exception|(?:dossier|ticket|demande|sujet) (?:est )?(?:clos|close|fermé|fermée|classé)\s*[.!]|(?:nous ne|je ne) (?:répondrons|répondrai|discuterons|commenterons|traitons) (?:plus|pas|rien)|débrouillez-vous|adressez-vous ailleurs|voyez ailleurs|rien à ajouter)/iu,
    unless: /désolé|malheureusement|regrett|excus|navré|hélas/iu,
  },
};
