// Answers in German that settle a matter, and subjects of letters.
import type { Openers } from '../wording.ts';

export const solvesDe: Openers = {
  'deposit.late': [
    'Gefunden: {sum} wurden durch die Auslastung von {chain} aufgehalten. Es sind genug Bestätigungen da, bitte aktualisieren.',
    'Auf der Chain erledigt, unser Index hing hinterher. Ihre {asset} sollten jetzt sichtbar sein.',
    'In {version} gibt es einen Anzeigefehler: das Geld ist angekommen, nur der Status stimmt nicht.',
  ],
  'deposit.failed': [
    'Es fehlte Gas. Die Chain behält {fee}, Ihre {sum} sind zurück. Bitte etwas aufladen und erneut senden.',
    '{error} war ein Knoten mit Zeitüberschreitung, wir haben gewechselt. Ein neuer Versuch sollte klappen.',
  ],
  'deposit.wrong-amount': [
    'Die Differenz ist die {chain}-Gebühr von {fee} plus die der anderen Plattform.',
    'Eine Adresse fehlte in der Summe, nach dem Abgleich sollten es {sum} sein.',
  ],
  'deposit.wrong-network': [
    'Die Adresse ist auf {network2} dieselbe. Netzwerk hinzufügen, dann sehen Sie {sum}.',
    'Die manuelle Rückholung läuft, etwa fünf Werktage, {fee} werden abgezogen.',
  ],
  fees: [
    'Die {fee} gehen an die Validatoren von {chain}, wir nehmen nichts. Wählen Sie „sparsam“.',
    '{chain} ist heute ausgelastet, heute Abend wird es günstiger.',
  ],
  'account.login': [
    'Die Sperre ist aufgehoben. Einmal mit der Phrase wiederherstellen, dann Passwort neu setzen.',
    '{error} kam von einer falschen Uhr, ich sehe, dass Sie drin sind.',
  ],
  'account.2fa': [
    'SMS geht wieder, bitte neuen Code anfordern.',
    'Identität bestätigt, alte Nummer entfernt. Auszahlungen pausieren 24 Stunden.',
  ],
  verification: [
    'Ihre Verifizierung wurde von Hand bestätigt, das Limit gilt in zehn Minuten.',
    'Der Adressnachweis war älter als drei Monate, bitte einen neueren hochladen.',
  ],
  'security.theft': [
    'Es tut mir sehr leid, auf der Chain lässt sich nichts zurückholen. Wir haben die Adresse gemeldet, die Unterlagen für die Polizei sind in Ihrem Postfach.',
    '{when} wurde eine unbegrenzte Freigabe erteilt. Bitte widerrufen und ein neues Wallet nutzen.',
  ],
  'security.phishing': [
    '{site} gehört nicht zu uns, die Abschaltung ist beantragt. Gut, dass Sie gefragt haben.',
    'Wir melden uns nie von uns aus. Bitte blockieren Sie die Person.',
  ],
  'security.suspicious-transaction': [
    'Das ist Address Poisoning, es fehlt nichts. Vergleichen Sie immer die ganze Adresse.',
    'Das fremde Gerät ist Ihr neues {device}, alles in Ordnung.',
  ],
  'app.crash': [
    'Bekannter Absturz von {version} auf {device}, die Korrektur kommt in zwei Tagen.',
    'Der Cache ist beschädigt, bitte leeren, Ihr Guthaben ist nicht betroffen.',
  ],
  'app.connection': [
    'Der {chain}-Knoten war gestört, wir haben umgeschaltet. Bitte aktualisieren.',
    'Guthaben 0 hieß nur keine Verbindung, alles liegt auf der Chain.',
  ],
  'app.performance': [
    'Bitte den „Sparmodus“ einschalten, den Akkuverbrauch von {version} beheben wir.',
    'Das ist vor allem der Chart-Cache, den können Sie löschen.',
  ],
  'trade.swap': [
    'Slippage zu niedrig, Ihre {sum} sind unberührt. Mit 1 % klappt es.',
    '{asset2} ist da, bitte „Token hinzufügen“ antippen.',
  ],
  'trade.staking': ['Erträge für {asset} kommen je Epoche, morgen ist es so weit.', 'Nach der Sperrfrist sind Ihre {sum} morgen frei.'],
  'support.no-reply': [
    'Sie haben {waited} umsonst gewartet, das ist unser Fehler. {ticket} habe ich selbst erledigt.',
    'Entschuldigung, wir waren im Rückstand. Es ist erledigt, bitte prüfen Sie Ihre {asset}.',
  ],
  'support.rude': ['Ich habe den Verlauf gelesen, das war nicht in Ordnung, wir bitten um Entschuldigung. Ich kümmere mich.'],
  'support.wrong-language': ['Entschuldigung, Sie waren in der falschen Gruppe. Ab jetzt auf Deutsch. Zu {asset}: alles in Ordnung.'],
  'feature-request': ['Über {n}0 Kunden wünschen sich das, es steht auf der Liste.', 'Gibt es schon: Einstellungen > Anzeige.'],
  praise: ['Danke, das gebe ich dem Team weiter!', 'Das freut uns sehr, danke!'],
  'complaint-regulator': ['Unsere schriftliche Antwort zu {sum} ist in Ihrem Postfach, Einspruch ist binnen fünfzehn Werktagen möglich.'],
  other: ['Das finden Sie unter Ich > Konto, Screenshots sind unterwegs.', 'Das geht, bitte das Formular im Hilfebereich ausfüllen.'],
};

export const subjectsDe: Openers = {
  'deposit.late': ['{sum} nicht angekommen', 'Auszahlung hängt seit {span}', 'Einzahlung fehlt'],
  'deposit.failed': ['Überweisung fehlgeschlagen {error}', 'Auszahlung abgelehnt'],
  'deposit.wrong-amount': ['Falscher Betrag', 'Guthaben fehlt'],
  'deposit.wrong-network': ['Falsches Netzwerk, {sum}', 'Rückholung {network2}'],
  fees: ['Gebühr von {fee}', 'Frage zu Gebühren'],
  'account.login': ['Anmeldung nicht möglich', 'Ausgesperrt, {error}'],
  'account.2fa': ['Kein SMS-Code', '2FA zurücksetzen'],
  verification: ['Verifizierung hängt', 'Verifizierung abgelehnt'],
  'security.theft': ['DRINGEND {sum} gestohlen', 'Wallet leergeräumt'],
  'security.phishing': ['Phishing-Seite', 'Sind Sie das?'],
  'security.suspicious-transaction': ['Unbekannte Transaktion', 'Verdächtige Überweisung'],
  'app.crash': ['{version} stürzt ab', 'Absturz auf {device}'],
  'app.connection': ['Keine Verbindung', 'Guthaben 0'],
  'app.performance': ['App langsam', 'Akkuverbrauch'],
  'trade.swap': ['Tausch fehlgeschlagen', '{asset} in {asset2}'],
  'trade.staking': ['Staking-Erträge', 'Staking {asset}'],
  'support.no-reply': ['Keine Antwort', '{ticket} ignoriert'],
  'support.rude': ['Unfreundlicher Mitarbeiter'],
  'support.wrong-language': ['Bitte auf Deutsch'],
  'feature-request': ['Vorschlag', '{network2} unterstützen'],
  praise: ['Danke', 'Lob'],
  'complaint-regulator': ['Formelle Beschwerde {ticket}', 'Letzte Frist'],
  other: ['Frage', 'Anfrage'],
};
