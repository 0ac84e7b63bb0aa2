// German words of the conversations behind figures of accuracy.
import type { Words } from '../words.ts';

export const labelled: Words['labelled'] = {
  title: 'Konversationen hinter der Zahl',
  back: 'Zurück',
  all: 'Alles, was Menschen etikettiert haben',
  bin: (place: string) => `Punkt ${place} der Kalibrierung, gezählt vom unsichersten`,
  least: (share: string) => `die Maschine ist sich zu mindestens ${share} sicher`,
  doubles: 'Von zwei Personen unabhängig beschriftet',
  doublesNote:
    'Was jede Person für sich gesagt hat, gleich was später entschieden wurde: das zählt die Übereinstimmung. Tests sind nicht dabei.',
  heldOut: (version) => `Zurückgehaltene Konversationen, an denen gemessen wurde: ${version}`,
  labelledOnly: 'die Maschine gibt ein Etikett',
  silentOnly: 'die Maschine lässt es offen',
  machine: (label) => `Maschine: ${label}`,
  people: (label) => `Menschen: ${label}`,
  either: (label) => `Maschine oder Menschen: ${label}`,
  said: 'Maschine',
  saidBy: 'Menschen',
  old: 'Alt',
  next: 'Neu',
  nothing: 'nichts',
  note: 'Etiketten aus den Warteschlangen; wo sie sich widersprechen, zählt jedes seinen Anteil, bis entschieden ist.',
  none: 'Hinter dieser Zahl steht keine Konversation mehr: Inzwischen hat jemand etikettiert.',
  notKept: 'Die Konversationen, an denen diese Version gemessen wurde, sind nicht aufbewahrt: Ein früheres Programm hat sie gelehrt.',
  more: (left) => `Mehr zeigen (noch ${left})`,
  open: (n) => `${n}: Konversationen öffnen`,
};
