// French: greeting, thanks, apology, understanding, next step, expected time.
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
      /(?<!\p{L})(?:désolée?s?(?!\p{L})|veuillez (?:nous |m['’])?excuser|(?:nos|mes) (?:plus sincères |sincères )?excuses|pardon de|nous nous excusons|je m['’]excuse)/iu,
    unless: /(?:pas|inutile|aucun)[^,.]{0,20}(?:excuser|excuses|désolé)/iu,
  },
  understanding: {
    words:
      /(?<!\p{L})(?:(?:je comprends|nous comprenons) (?:bien |tout à fait |parfaitement )?(?:votre|vos|que|combien|la)|c['’]est (?:tout à fait )?(?:compréhensible|frustrant))/iu,
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
};
