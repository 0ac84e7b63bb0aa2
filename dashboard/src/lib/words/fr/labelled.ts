// French words of the conversations behind figures of accuracy.
import type { Words } from '../words.ts';

export const labelled: Words['labelled'] = {
  title: 'Conversations derrière le chiffre',
  back: 'Retour',
  all: 'Tout ce que des personnes ont étiqueté',
  bin: (place: string) => `point ${place} de la calibration, compté depuis le moins sûr`,
  least: (share: string) => `la machine est sûre à ${share} au moins`,
  doubles: 'Étiquetées par deux personnes, chacune de son côté',
  doublesNote:
    'Ce que chacun a dit de son côté, quoi qu’on ait tranché ensuite : c’est ce que compte l’accord. Les tests n’en font pas partie.',
  heldOut: (version) => `Conversations mises de côté, sur lesquelles a été mesuré : ${version}`,
  labelledOnly: 'la machine donne une étiquette',
  silentOnly: 'la machine ne se prononce pas',
  machine: (label) => `machine : ${label}`,
  people: (label) => `personnes : ${label}`,
  either: (label) => `machine ou personnes : ${label}`,
  said: 'Machine',
  saidBy: 'Personnes',
  old: 'Ancien',
  next: 'Nouveau',
  nothing: 'rien',
  note: 'Étiquettes des files d’annotation ; en cas de désaccord, chacune compte pour sa part tant que rien n’est tranché.',
  none: 'Plus aucune conversation derrière ce chiffre : quelqu’un a étiqueté entre-temps.',
  notKept: 'Les conversations sur lesquelles cette version a été mesurée n’ont pas été gardées : un programme antérieur l’a formée.',
  more: (left) => `Afficher plus (encore ${left})`,
  open: (n) => `${n} : ouvrir les conversations`,
};
