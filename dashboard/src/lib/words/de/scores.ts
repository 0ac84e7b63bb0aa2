// German words of scores: sentiment, urgency, risks, and why the scorers say so.
import type { scores as english } from '../en/scores.ts';

const risks: Readonly<Record<string, string>> = {
  'secret-exposed': 'Geheimnis preisgegeben',
  'asks-for-secret': 'Verlangt ein Geheimnis',
  'wallet-validation': '„Wallet verifizieren“',
  'secret-form': 'Formular auf Gratis-Hoster',
  'look-alike-domain': 'Nachgeahmte Domain',
  'private-channel': 'Lockt in privaten Kanal',
  'remote-control': 'Fernsteuerung',
  'unlock-payment': '„Sichere Wallet“ oder Einzahlung zum Freischalten',
  'recovery-offer': 'Rückholbetrug',
  drainer: 'Abzug über Freigabe',
  'address-poisoning': 'Adressvergiftung',
  'fake-app': 'Gefälschte App',
  letter: 'Brief mit QR-Code',
  'subject-abuse': 'Missbrauch der Auto-Antwort',
  hacked: 'Meldet Diebstahl',
};

const reasons: Readonly<Record<string, string>> = {
  'funds-lost': 'Geld verloren',
  'funds-stuck': 'Geld hängt fest',
  'account-taken-over': 'Konto übernommen',
  'secret-exposed': 'Geheimnis preisgegeben',
  'legal-threat': 'droht mit Anwalt oder Aufsicht',
  'vulnerable-customer': 'schutzbedürftiger Kunde',
  'data-breach': 'behauptet ein Datenleck',
  'self-harm': 'spricht von Selbstverletzung',
  deadline: 'setzt eine Frist',
  'public-threat': 'droht mit Öffentlichkeit',
  overdue: 'Zusage gebrochen',
  'due-soon': 'Zusage binnen einer Stunde fällig',
  nudged: 'hat mehrfach nachgehakt',
};

const advice: Readonly<Record<string, string>> = {
  'secret-exposed':
    'Der Kunde hat einen geheimen Schlüssel oder eine Wiederherstellungsphrase geschickt. Wer sie liest, kann alles nehmen: Raten Sie, das Guthaben sofort auf eine neue Wallet zu verschieben und sie nie wieder zu senden.',
  agent: 'Eine unserer Nachrichten verlangt ein Geheimnis. Stellen Sie es beim Kunden richtig und informieren Sie die Teamleitung.',
};

export const scores = {
  sentiment: {
    neg: 'negativ',
    neu: 'neutral',
    pos: 'positiv',
    abstained: 'nicht zu sagen',
    unsupported: 'Sprache nicht unterstützt',
    no_text: 'kein Text',
    none: 'nicht bewertet',
  },
  urgency: {
    low: 'niedrig',
    normal: 'normal',
    high: 'hoch',
    critical: 'kritisch',
    none: 'nicht bewertet',
  },
  roles: {
    scammer: 'von jemandem, der stehlen will',
    victim: 'über einen Bestohlenen',
    reporter: 'vom Kunden gemeldet',
    agent: 'von unserem eigenen Agenten: Regelverstoß',
  },
  risks,
  reasons,
  advice,
  why: 'Warum dieser Wert',
  curve: 'Stimmung im Verlauf',
  opening: 'am Anfang',
  closing: 'am Ende',
  better: 'Stimmung wurde besser',
  worse: 'Stimmung wurde schlechter',
  same: 'Stimmung blieb etwa gleich',
  mixed: 'Gutes und Schlechtes zugleich',
  abstains: 'zu unsicher, um zu zählen; gezeigt wird das wahrscheinlichste Urteil',
  noEvidence: 'Keine einzelnen Wörter stechen hervor; der Text als Ganzes gab den Ausschlag.',
  evidence: 'Ausschlaggebende Wörter',
  weighs: 'Wahrscheinlichkeit',
  category: 'Kategorie',
  harm: 'Schaden',
  risk: 'Risiko',
  version: 'Bewertet von',
  fromSource: 'von der Quelle',
  fromScore: 'bewertet',
  urgent: 'Dringlichkeit',
  message: 'Bewertung dieser Nachricht',
  unscoredBeside: 'nicht zu sagen:',
  confidence: (share: string) => `zu ${share} sicher`,
  without: (abstained: string, unscored: string) => `${abstained} zu unsicher, ${unscored} nicht bewertet`,
} satisfies typeof english;
