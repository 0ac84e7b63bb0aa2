// Deutsche Kennzahlenkarten: German metric cards, the same reading as the API's own.
import type { cards as english } from '../en/cards.ts';

export const cards = {
  arrivals: {
    formula: 'Anzahl der Konversationen, deren erste Kundennachricht in den Zeitraum fällt.',
    reading: 'Was hereinkam. Spam und Tests bleiben außen vor und werden unten gezählt.',
  },
  'answered-within-promise': {
    formula:
      'Erste Wartezeiten, die bis zum Fälligkeitszeitpunkt beantwortet wurden ÷ erste Wartezeiten, die beantwortet, ohne Antwort geschlossen oder überfällig sind.',
    reading:
      'Eine offene, überfällige Wartezeit zählt sofort als gebrochen, nicht erst, wenn jemand antwortet. Noch nicht Fälliges wird getrennt ausgewiesen.',
  },
  'first-response-time': {
    formula:
      'Von der ersten Kundennachricht bis zur ersten inhaltlichen Antwort eines Menschen. P50 und P90 stammen aus der Kaplan-Meier-Schätzung über alle ersten Wartezeiten.',
    reading:
      'Nie beantwortete Kunden bleiben enthalten: Ein Team wirkt nicht schneller, wenn es die schwersten Fälle liegen lässt. „Nicht erreicht“ heißt, dass weniger als dieser Anteil beantwortet ist.',
  },
  'next-response-time': {
    formula:
      'Wie die Erstantwort, für jede weitere Wartezeit einer Konversation: von der ersten unbeantworteten Kundennachricht bis zur nächsten inhaltlichen Antwort.',
    reading: 'Jede Wartezeit ist eine Zeile. Weitere Nachrichten des Kunden setzen die Uhr nie zurück.',
  },
  'answered-by': {
    formula: 'Anteil der ersten Wartezeiten, die binnen t beantwortet wurden, für jedes t; offene zählen bis zu ihrem Alter.',
    reading: 'Wo die Kurve die Zusage kreuzt, liest man den gehaltenen Anteil ab; was am rechten Rand fehlt, wurde nie beantwortet.',
  },
  'nudged-waits': {
    formula: 'Wartezeiten, in denen der Kunde vor unserer Antwort noch einmal schrieb ÷ alle Wartezeiten.',
    reading: 'Ein frühes Zeichen für „der Support antwortet nicht“.',
  },
  'resolution-time': {
    formula:
      'Von der ersten Kundennachricht eines Vorgangs bis zu seiner Lösung. Eine Nachricht nach der Lösung beginnt einen neuen Vorgang.',
    reading:
      'Eine Konversation, die nach Monaten wieder auflebt, zählt nicht als monatelange Arbeit. Ein automatisches Schließen ohne Antwort ist keine Lösung.',
  },
  'reopen-rate': {
    formula: 'Gelöste Vorgänge, nach denen der Kunde binnen 7 Tagen wieder schrieb ÷ gelöste Vorgänge.',
    reading: 'Auf dem Papier gelöst, für den Kunden nicht.',
  },
  backlog: {
    formula: 'Wartezeiten von Kunden, die am Ende der Stunde oder des Tages offen sind.',
    reading: 'Was auf dem Tisch liegt. Bei jeder einzelnen sind wir am Zug.',
  },
  overdue: {
    formula: 'Wartezeiten von Kunden, die jetzt offen und über ihren Fälligkeitszeitpunkt hinaus sind.',
    reading: 'Immer jetzt, unabhängig vom gewählten Zeitraum. Die ältesten zuerst.',
  },
  'never-answered': {
    formula: 'Erste Wartezeiten, die ohne inhaltliche Antwort geschlossen wurden ÷ erste Wartezeiten.',
    reading: 'Eine Konversation zu schließen heißt nicht, sie zu beantworten.',
  },
  'language-match': {
    formula:
      'Beantwortete Wartezeiten mit Antwort in der Sprache der Kundennachricht ÷ beantwortete Wartezeiten, bei denen beide Sprachen feststehen.',
    reading: 'Kurze Nachrichten, deren Sprache nicht erkennbar ist, bleiben außen vor und werden unten gezählt.',
  },
  csat: {
    formula: 'Bewertungen von 4 und 5 auf einer Skala von 1 bis 5 ÷ alle Bewertungen; bei gut/schlecht die guten.',
    reading: 'Eine 3 ist nicht zufrieden. Lesen Sie den Wert zusammen damit, wie viele Kunden überhaupt bewertet haben.',
  },
  nps: {
    formula: 'Anteil der 9 und 10 − Anteil der 0 bis 6, von allen Antworten von 0 bis 10; in Punkten von −100 bis 100.',
    reading: '7 und 8 zählen weder dafür noch dagegen. Bei wenigen Antworten schwankt der Wert stark: zuerst das Intervall lesen.',
  },
  ces: {
    formula:
      'Mittlere Antwort auf „Es war leicht, Hilfe zu bekommen“, von 1 (gar nicht) bis 7 (sehr); andere Skalen werden darauf gestreckt.',
    reading: 'Darunter steht, wie viele es leicht (6 und 7), mittel und mühsam fanden.',
  },
  'survey-response-rate': {
    formula:
      'Bitten um eine Bewertung, die beantwortet wurden ÷ alle Bitten: Umfrage-Nachrichten der Quelle und Links unserer eigenen Umfrage. Eine Bitte zählt drei Tage nach ihrem Versand; bis dahin steht sie als „noch offen“ daneben.',
    reading:
      'Sterne, um die niemand gebeten hat, wie in App-Stores, gehören nicht dazu. Wer schweigt, gleicht selten dem, der antwortet: siehe den gewichteten Wert auf der Seite Zufriedenheit.',
  },
  sentiment: {
    formula: 'Mittelwert der Stimmung der Konversationen, von −1 (alles negativ) bis 1 (alles positiv).',
    reading:
      'Was die Bewertung nicht sicher sagen kann, bleibt außen vor und zählt nie als neutral. Der Anteil ohne Stimmungswert steht daneben.',
  },
  'negative-share': {
    formula: 'Konversationen mit negativer Stimmung ÷ Konversationen mit Stimmungswert.',
    reading:
      'Was die Bewertung nicht sicher sagen kann, bleibt außen vor und zählt nie als neutral. Der Anteil ohne Stimmungswert steht daneben.',
  },
  'category-share': {
    formula: 'Eingänge der gewählten Kategorien ÷ alle Eingänge; nach Kategorie jede ÷ alle.',
    reading: 'Die Kategorie ist die der Quelle, sonst die bewertete.',
  },
  'urgent-share': {
    formula: 'Konversationen mit jetzt hoher oder kritischer Dringlichkeit ÷ alle mit bewertetem Schaden.',
    reading:
      'Der Schaden zuerst; eine gebrochene oder binnen einer Stunde fällige Zusage und wiederholtes Nachhaken heben sie um je eine Stufe.',
  },
  'unscored-share': {
    formula: 'Eingänge ohne Stimmungswert ÷ Eingänge, in denen der Kunde etwas geschrieben hat.',
    reading: 'Zu unsicher, nicht unterstützte Sprache und gar nicht bewertet werden getrennt gezählt.',
  },
  'notice-coverage': {
    formula:
      'Erste Wartezeiten, die unter einem Hinweis begannen und in seiner Spanne beantwortet wurden ÷ alle davon, die beantwortet sind oder sie überdauert haben.',
    reading:
      'Ziel sind 80 %: Viel weniger führt Kunden irre, viel mehr heißt, dass die Spanne weiter ist als nötig. Wer ohne Antwort ist, zählt ab dem angekündigten Höchstwert als verfehlt.',
  },
  'told-share': {
    formula: 'Konversationen behobener Probleme, deren Kunde informiert wurde ÷ alle, die vor der Behebung eingingen.',
    reading: 'Eine Nachricht an einen Kunden gilt für alle seine Konversationen zum Problem.',
  },
  complaints: {
    formula: 'Konversationen, die sich öffentlich, förmlich oder bei einer Behörde beschweren, nach dem Zeitpunkt der Beschwerde.',
    reading: 'Jede zählt einmal, auf ihrer lautesten Stufe; hat jemand die Stufe gesetzt, gilt diese.',
  },
  'complaint-acknowledged': {
    formula:
      'Förmliche Beschwerden, auf die ein Mensch bis zum Fristende geantwortet hat ÷ alle, die bestätigt, überfällig oder ohne Antwort geschlossen sind.',
    reading: 'Eine automatische Bestätigung zählt nie. Was noch nicht fällig ist, steht daneben.',
  },
  'complaint-decided': {
    formula:
      'Förmliche Beschwerden, deren Entscheidung bis zum Fristende gesendet wurde ÷ alle, die entschieden, überfällig oder ohne Entscheidung geschlossen sind.',
    reading: 'Die zweite Frist läuft neben der ersten, ab derselben Nachricht. Was noch nicht fällig ist, steht daneben.',
  },
  'complaint-overdue': {
    formula: 'Offene Fristen förmlicher Beschwerden, die jetzt abgelaufen sind.',
    reading: 'Eine Beschwerde, die beide Versprechen bricht, zählt zweimal, je Versprechen einmal.',
  },
  'complaint-climbs': {
    formula: 'Beschwerden, deren Kunde in den 90 Tagen davor einen leiseren Schritt getan hat ÷ alle Beschwerden.',
    reading:
      'Derselbe Kunde: derselbe Verfasser, dieselbe Adresse, Transaktion, Kontonummer, Telefonnummer oder Mailadresse, oder eine genannte Ticketnummer.',
  },
  'no-reply-claims': {
    formula: 'Beschwerden, die sagen, dass niemand antwortet, und recht haben ÷ alle, die es sagen.',
    reading:
      'Beurteilt im Augenblick der Behauptung: eine ihrer Anfragen war über ihr Versprechen hinaus offen oder ohne Antwort geschlossen. Bestätigte Urteile stehen getrennt von denen der Maschine.',
  },
  'quality-score': {
    formula: 'Mittlere Punktzahl geprüfter Antworten, gewichtet nach der Wahrscheinlichkeit jeder Ziehung; ein Sicherheitsverstoß zählt 0.',
    reading:
      'Es gelten die Gewichte zur Zeit der Prüfung. Weniger als 5 Prüfungen, Antworten von weniger als 3 Personen und einzelne Personen werden nie gezeigt.',
  },
  'quality-pass-rate': {
    formula:
      'Geprüfte Antworten, die die Bestehensgrenze erreichen und nicht gegen die Sicherheit verstoßen ÷ alle geprüften Antworten, gewichtet nach der Wahrscheinlichkeit jeder Ziehung.',
    reading: 'Es gilt die Grenze zur Zeit der Prüfung.',
  },
  'critical-error-rate': {
    formula: 'Geprüfte Antworten mit Sicherheitsverstoß ÷ alle geprüften Antworten, gewichtet nach der Wahrscheinlichkeit jeder Ziehung.',
    reading: 'Eine einzige davon kann einen Kunden alles kosten: Lesen Sie jede.',
  },
} satisfies typeof english;
