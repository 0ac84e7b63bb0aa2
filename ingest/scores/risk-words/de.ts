// German words of risk.
import { harmDe } from '../harm-words/de.ts';
import type { RiskWords } from './words.ts';

const secret =
  '(seedphrase|seed|wiederherstellungsphrase|wiederherstellungswörter|geheimphrase|mnemonic|private key|privaten schlüssel|private schlüssel|privater schlüssel|12 wörter|24 wörter|zwölf wörter|sicherungswörter|phrase)';
const login = '(passwort|pin|kennwort|sms code|2fa code|bestätigungscode|tan|einmalcode|verifizierungscode)';
const your = '(ihre|ihren|deine|deinen|ihr|dein|die|den|euren|eure|ihrer)';

export const riskDe: RiskWords = {
  signals: {
    'asks-for-secret': [
      `(send*|schick*|geben|gib|teil*|nenn*|mitteil*|übermittel*|bestätig*|verifizier*|antworten|benötig*|brauch*|validier*) .. ${your} .. ${secret}`,
      `(ihre|ihren|deine|deinen|die) .. ${secret} .. (senden|schicken|mitteilen|mitzuteilen|nennen|geben|angeben|übermitteln|bestätigen|zu senden)`,
      `(senden|schicken|nennen|sende|schick|schicke|nenne|teilen) .. (ihr|ihre|ihren|dein|deine|deinen|den|das|die) .. ${login}`,
      `(foto|bild|screenshot|kopie) (ihrer|deiner|von ihrer) .. ${secret}`,
      `wir (müssen|brauchen|benötigen) .. (ihre|ihren|deine|deinen) .. ${secret}`,
      `wie lautet (ihre|ihr|dein|deine) .. ${secret}`,
    ],
    'enter-secret': [
      `(geben|tragen|gib|importieren|importiere|tippen|trage|eingeben|synchronisieren) .. (ihre|ihren|deine|deinen|die|den) .. ${secret}`,
      `(ihre|ihren|deine|deinen) .. ${secret} .. (eingeben|einzugeben|importieren|eintragen|eintippen)`,
    ],
    'told-of-asking': [
      `(fragt|fragte|verlangt|verlangte|fordert|will|wollte|wollten|wollen|gefragt|verlangen|bittet|bat|gebeten|forderte) .. ${secret}`,
      `(nach|um) (meiner|meinen|meine|meinem) .. ${secret} .. (gefragt|gebeten|fragt|fragte)`,
      `(fragt|fragte|verlangt|will|wollte|gefragt) .. (mein|meinen|meine|meinem|nach) .. ${login}`,
      `ich soll .. ${secret}`,
      `(soll|darf|muss|kann) ich .. (meine|meinen) .. ${secret} .. (geben|nennen|senden|schicken|herausgeben|mitteilen)`,
    ],
    'wallet-validation': [
      '(verifizieren|validieren|synchronisieren|entsperren|bestätigen|migrieren|verifiziere|bestätige|synchronisiere|aktivieren|authentifizieren) .. (ihre|ihr|deine|dein|die) .. (wallet|wallets|konto|brieftasche|geldbörse)',
      '(ihre|ihr|deine|dein) (wallet|konto) .. (verifizieren|validieren|synchronisieren|bestätigen|zu verifizieren|migrieren|entsperren)',
      '(wallet|konto) muss .. (verifiziert|validiert|bestätigt|synchronisiert) .. (link|klicken|sonst|portal|umgehend|sofort|innerhalb)',
      '(wallet validierung|wallet verifizierung|wallet synchronisierung|wallet migration|walletvalidierung)',
      '(konto|wallet) .. (gesperrt|eingeschränkt|deaktiviert|suspendiert) .. (24 stunden|48 stunden|24h|48h|sofern|klicken|wenn sie nicht|link)',
      '(24 stunden|48 stunden|24h) .. (gesperrt|eingeschränkt|deaktiviert)',
      '(verpflichtendes|dringendes|obligatorisches|notwendiges|wichtiges|zwingendes) (sicherheitsupdate|update|firmware update|sicherheitsaktualisierung)',
    ],
    'private-channel': [
      '(schreiben|schreib|kontaktieren|kontaktiere|melden|melde|erreichen|rufen|fügen|addet|kontaktiert|chatten) .. (whatsapp|telegram|instagram|messenger|signal|discord)',
      '(whatsapp|telegram) .. (offizieller|offiziellen|support|agent|mitarbeiter|schreiben|kontaktieren)',
      '(pn|dm|private nachricht|privatnachricht|direktnachricht) .. (helfen|lösen|hilfe|lösung|klären)',
      '(schreib|schicken sie|schick|schreiben sie) mir .. (pn|dm|privat|private nachricht)',
    ],
    'remote-control': [
      '(anydesk|teamviewer|rustdesk|quicksupport|todesk|ultraviewer|fernwartung|fernzugriff|fernsteuerung)',
      '(teilen|teile|freigeben|geben|gib) .. (ihren|deinen|meinen|den) bildschirm',
      'bildschirm .. (teilen|freigeben|freizugeben|zu teilen)',
    ],
    'unlock-payment': [
      '(überweisen|übertragen|verschieben|senden|transferieren|überweise|bewegen|sende|schicken|transferiere) .. (sichere|sicheres|temporäre|temporäres|neue|geschützte|sicheren|temporären|vorübergehende|gesicherte) (wallet|konto|adresse)',
      '(zahlen|zahle|überweisen|einzahlen|entrichten|bezahlen|hinterlegen) .. (steuer|steuern|gebühr|kaution|sicherheitsleistung|entsperrgebühr|freischaltgebühr|auszahlungsgebühr|gebühren) .. (auszahl*|freigeb*|entsperr*|freischalt*|guthaben|freigabe|erhalten)',
      '(steuer|kaution|entsperrgebühr|freischaltgebühr|sicherheitsleistung|gebühr|einzahlung) .. (zahlen|bezahlen|einzahlen|überweisen|nötig|erforderlich|leisten) .. (auszahl*|freigeb*|entsperr*|guthaben|freischalt*|gelder)',
      'nach (zahlung|einzahlung|bezahlung) .. (gebühr|steuer|kaution) .. (auszahl*|freig*|entsperr*)',
      '(rückerstattung|auszahlung|erstattung|guthaben) .. (erfordert|benötigt|erst nach|nach|erst|freizugeben) .. (einzahlung|vorauszahlung|zahlung|kaution|gebühr)',
      '(testüberweisung|testtransaktion|testzahlung) .. (bestätigen|verifizieren|prüfen)',
    ],
    'recovery-offer': [
      '(verlorene|verlorenen|gestohlene|gestohlenen|verlorenes|gestohlenes) .. (krypto*|gelder|bitcoin*|geld|coins|kryptowährung*|vermögen) .. (zurückhol*|zurück|wiederherstell*|wiederbeschaff*|zurückbekomm*|zurückgeholt|wiederbekommen)',
      '(ethischer hacker|ethischen hacker|ethical hacker|recovery experte|recovery experten|wiederherstellungsexperte|krypto recovery|recovery agentur|recovery service|rückholung|recovery dienst)',
      '(hat mir|haben mir|hilft ihnen|helfen ihnen) .. (geholfen|geld|krypto|bitcoin) .. (zurückzuholen|zurückzubekommen|zurück|wiederzubekommen)',
    ],
    drainer: [
      '(airdrop|belohnung*|bonus|token|nft) .. (abholen|beanspruchen|einfordern|sichern|claimen|erhalten) .. (verbinden|link|wallet|klick*|hier)',
      '(verbinden|verbinde|verknüpfen) .. (ihre|deine|ihr|dein) wallet .. (um|erhalten|beheben|verifizieren|airdrop|für|und)',
      '(holen|sichern|beanspruchen|hol|sichere|fordern) .. (airdrop|belohnung*|bonus|token) .. (wallet|verbinden|klick*|hier|link|an)',
      '(setapprovalforall|increaseallowance)',
      'wallet verbinden und .. (airdrop|belohnung*|bonus|token|claimen|erhalten)',
    ],
    'address-poisoning': [
      '(address poisoning|adressvergiftung|dusting|ähnliche adresse|ähnlichen adresse|fast identische adresse)',
      '(gleiche|gleichen|selben|dieselben|identische) .. (anfang|ersten|letzten|zeichen|ende) .. (adresse|zeichen)',
      'adresse .. (gleichen|selben) (anfang|ersten|letzten)',
      '(falsche|falschen) adresse .. (verlauf|historie|transaktionsverlauf) .. kopiert',
      '(0 usdt|0 euro|nullbetrag|null) (transaktion*|überweisung*|transfer*)',
    ],
    'fake-app': [
      '(gefälschte|falsche|gefakte|betrügerische|gefälschten|fake|falschen|betrügerischen) (app|anwendung|erweiterung|wallet|extension|software|apps)',
      '(lade|laden|installieren|installiere|herunterladen|downloaden) .. (apk|erweiterung|app|version) .. (link|seite|hier|telegram|website|herunter)',
    ],
    letter: [
      '(brief|post|postkarte|umschlag|schreiben|paket|briefpost) .. (qr|qr code|qr codes)',
      '(scannen|scanne) .. qr code .. (wallet|verifizieren|aktivieren|bestätigen|validieren)',
    ],
    hacked: [
      ...harmDe.reasons['funds-lost'],
      ...harmDe.reasons['account-taken-over'],
      '(unbekannte|nicht autorisierte|unautorisierte|fremde) (transaktion|überweisung|freigabe|auszahlung|abbuchung|genehmigung)',
    ],
    'gave-secret': [
      ...harmDe.reasons['secret-exposed'],
      `(ich|habe) .. ${secret} .. (eingegeben|gegeben|geschickt|gesendet|verraten|mitgeteilt|weitergegeben|geteilt)`,
    ],
  },
  warnings: [
    '(nie|niemals|nicht|keine|niemand|keinem|kein|keiner|keinen) .. (teilen|nennen|geben|senden|fragen|eingeben|herausgeben|weitergeben|verlangen|preisgeben|frag*|verlang*|brauch*|installier*|überweis*|kontaktier*|mitteilen|weiter|ein)',
    '(teilen|geben|senden|nennen|schicken|installieren|überweisen|fragen|verlangen|fragt|teile|gib) .. (nie|niemals|niemandem|keinesfalls|nicht)',
    '(app|bildschirm|gerät|ledger|trezor|metamask|software) .. (zeigt|sagt|verlangt|fragt|fordert|meldet|will)',
    '(wie|wo) (kann|verifiziere|validiere|synchronisiere|importiere|finde|sichere|stelle|ändere|verbinde|bestätige|gebe|lade|entsperre|muss|soll|aktiviere|erreiche|übertrage)',
    '(fragt|verlangt|fragen) (ihr|euer|sie|der) .. jemals',
    '(vorsicht|achtung|warnung) .. (betrug|betrüger|phishing|fake*)',
  ],
  reports: [
    '(ist|sind|seid|war) (das|ihr|dies|die|der|es|diese|sie|dieser) .. (ihr|echt|seriös|legitim|betrug|betrüger|phishing|offiziell|von euch|von ihnen|sicher|fake|sie|legit|scam)',
    '(jemand|einer|eine person|ein mann|eine frau|unbekannter|leute|er|angeblicher|anrufer|betrüger|angebliche) .. (fragt*|sagt*|ruft|rief|schrieb|schreibt|verlangt*|behauptet|gibt|kontaktiert*|will|wollte|angerufen|bot|bietet|hat|geschrieben|forderte)',
    '(habe|haben|hab) .. (mail|email|e mail|nachricht|sms|anruf|brief|link|seite|app|token|airdrop|paket|werbung|adresse|transaktion|website) .. (bekommen|erhalten|gesehen|gefunden|entdeckt)',
    '(bekam|erhielt|bekomme|erhalte) .. (mail|email|nachricht|sms|anruf|brief|link|post)',
    '(gibt|geben) .. (sich|als) .. (aus|support|mitarbeiter)',
    '(gefälschte|falscher|falsche|verdächtige|verdächtiger|betrügerische|verdächtigen|gefälschten|gefälschter) .. (mail|email|nachricht|seite|website|konto|account|support|anruf|link|brief|profil|app|mitarbeiter|erweiterung|nummer|gruppe)',
    '(melden|melde|warnen|hinweisen|informieren) .. (betrug|betrüger|phishing|seite|mail|fake*|scam)',
    '(soll|darf|muss|kann) ich .. (glauben|trauen|klicken|antworten|zahlen|vertrauen|geben|herausgeben|installieren|schicken|nennen)',
    '(von mir|mich|mir) .. (verlangt|gefragt|gebeten|gefordert|gesagt|aufgefordert)',
    '(soll|sollte) ich',
  ],
  victims: [
    '(betrogen|bestohlen|gehackt|gestohlen|geleert|leergeräumt|abgezockt|geklaut|ausgeraubt|opfer)',
    '(geld|coins|krypto|bitcoin|guthaben|wallet|alles) .. (weg|leer|verschwunden)',
    'reingefallen',
  ],
};
