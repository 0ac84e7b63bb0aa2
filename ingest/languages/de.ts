// German: the words the stages need.
import { type TextLanguage, words } from './text-language.ts';

export const german = {
  id: 'de',
  name: 'Deutsch',
  negations: words(
    `nicht, nichts, kein, keine, keinen, keinem, keiner, keines, nie, niemals, niemand, nirgends, weder, noch, ohne, nein, kaum`,
  ),
  cues: words(`
    der, die, das, und, ist, ich, nicht, ein, eine, mit, für, auf, wie, was, warum, wann, wo, bitte, danke, hallo, gut, schlecht, super, sehr, zu,
    funktioniert, geht, leider, kein, keine, mein, meine, mir, mich, sie, wir, euch, auch, aber, noch, schon, nur, wieder, immer, einfach, geld,
    konto, hilfe, guten, tag, vielen, dank, schnell, langsam, toll, schön, seit, kann, habe, hat, sind, oder, wenn, beim, zum, zur, über
  `),
  secrets: {
    seed: words(`
      wiederherstellungsphrase, wiederherstellungswörter, wiederherstellungs-phrase, seed, seed-phrase, seedphrase, geheime phrase, geheimphrase,
      mnemonik, mnemonic, backup-phrase, sicherungswörter, 12 wörter, 24 wörter, zwölf wörter, 24 worte, 12 worte, wortliste, merkphrase
    `),
    key: words('private key, privater schlüssel, privaten schlüssel, schlüssel, privatschlüssel, geheimschlüssel, private schlüssel'),
    transaction: words('transaktion, transaktions-id, transaktionshash, hash, tx, txid, transaktionsnummer, überweisung'),
    password: words(`
      passwort, zugangspasswort, zugangsdaten, passphrase, passwort, passwörter, kennwort, pin, pincode, pin-code, zugangscode, geheimzahl, passphrase, pw, losungswort, passwd, login-passwort
    `),
    passwordLinks: words('ist, lautet, war, wäre, heißt, heisst, ist jetzt, lautete, auf, sei'),
    passwordStops: words(`
      falsch, vergessen, ungültig, richtig, korrekt, gültig, abgelaufen, gesperrt, verloren, geändert, zurückgesetzt, nicht, nötig, notwendig,
      erforderlich, unbekannt, sicher, unsicher, gleich, dasselbe, immer, aber, auch, noch, schon, leer, weg, gestohlen, gehackt, akzeptiert,
      abgelehnt, gespeichert, geschützt, stark, schwach, leider, bitte, danke, hilfe, inkorrekt, ein, eine, kein, keine, meine, mein, mehr, aktuell,
      neu, alt, kaputt, jedes, dass, oder, wenn, damit, verschlüsselt, einfach, kompliziert, lang, kurz, wird, wurde, eingegeben, bekannt, dort,
      zurücksetzen, ändern, eingeben, identisch, anders, offenbar, verlangt, gefordert
    `),
    oneTimeCode: words(`
      authentifikator, authentifizierungs-app, einmal-passwort, bestätigungsnummer, anmelde-code, login-code, 2fa-code, einmal-code, authenticator-code, tan-code, bestätigungscode, verifizierungscode, sicherheitscode, einmalcode, einmalpasswort, tan, sms-code, sms code, authentifizierungscode,
      freischaltcode, bestätigungs-code, prüfcode, mtan, smstan, zwei-faktor, anmeldecode
    `),
    code: words('code, codes'),
    otherCode: words(`
      fehler, fehlercode, postleitzahl, plz, gutschein, gutscheincode, rabatt, rabattcode, vorwahl, einladungs, empfehlungs, status, länder, qr,
      einladungscode, barcode, statuscode, aktionscode, promo
    `),
    units: words(`
      minuten, minute, min, stunden, stunde, std, tage, tagen, tag, wochen, monate, monaten, jahre, jahren, mal, sekunden, euro, eur, dollar, usd, usdt,
      zeichen, ziffern, stellen, personen, punkte, km, uhr, franken, chf, leute, buchstaben, versuche, prozent
    `),
    phone: words(`
      telefon, telefonnummer, tel, handy, handynummer, mobil, mobilnummer, rufnummer, anrufen, ruft mich, rufen sie, erreichbar,
      erreichen, festnetz, whatsapp, sms, rückruf, meine nummer, durchwahl
    `),
    order: words(`
      bestellung, bestellnummer, bestell-nr, auftrag, auftragsnummer, ticket, ticketnummer, vorgang, vorgangsnummer, referenz, rechnung, rechnungsnummer,
      sendung, sendungsnummer, kundennummer, id, seriennummer, betrag, kontostand, block, buchung, buchungsnummer, zug, ice, aktenzeichen, vertragsnummer,
      artikelnummer
    `),
    passport: words('reisepass, passnummer, reisepassnummer, reisepass-nr'),
    nationalId: words(`
      steuer id, steuer-identifikationsnummer, steuer-identnummer, ausweis-nr, perso, personalausweis-nr, steuer-id, steuerid, steueridentifikationsnummer, steuernummer, idnr, identifikationsnummer, sozialversicherungsnummer, personalausweis, ausweisnummer,
      personalausweisnummer, ausweis, rentenversicherungsnummer, svnr, führerschein
    `),
    card: words(`
      karte, kartennummer, kreditkarte, kreditkartennummer, visa, mastercard, bankkarte, ec-karte, prüfziffer, cvv, cvc, gültig bis, ablaufdatum, kreditkarten,
      debitkarte, girokarte
    `),
    address: words('adresse, wallet, wallet-adresse, geldbörse, einzahlung, auszahlung, gesendet an, solana, sol, empfänger, phantom'),
    apiSecret: words(
      'api token, client secret, api-token, zugangsschlüssel, geheimschlüssel, api-schlüssel, api schlüssel, api-key, api key, zugriffstoken, token, geheimer schlüssel, api-secret, zugangstoken, secret',
    ),
    email: words('e-mail, email, mail, mailadresse, kontakt, schreiben, schreibt'),
    at: words('at, ät, klammeraffe'),
    dot: words('punkt, dot'),
    version: words('version, v, ver, update, build, ios, android, firmware, app'),
  },
  closing: {
    thanks: words(`
      danke, dankeschön, danke schön, danke sehr, vielen dank, besten dank, herzlichen dank, lieben dank, tausend dank, ich danke, ich danke ihnen,
      ich danke euch, danke dir, danke ihnen, danke euch, dankee, thx, thanks, merci, 1000 dank, recht herzlichen dank, schönen dank, dank, vielen lieben dank,
      danke vielmals, ich bedanke mich
    `),
    acknowledgements: words(`
      ok, okay, okey, alles klar, alles gut, perfekt, super, prima, klasse, toll, wunderbar, top, in ordnung, verstanden, habe verstanden, geht klar,
      passt, passt so, gut, sehr gut, hat geklappt, es hat geklappt, hat funktioniert, funktioniert, funktioniert jetzt, es funktioniert, es geht wieder, geht wieder,
      es funktioniert jetzt, es funktioniert wieder, funktioniert wieder, geht jetzt, problem gelöst, gelöst, erledigt, hat sich erledigt, hat sich geklärt,
      alles bestens, bestens, genial, spitze, großartig, ausgezeichnet, läuft, läuft wieder, jetzt geht es, jetzt geht's, jetzt funktioniert es, ach so, achso,
      hat sich schon erledigt, jetzt klappt es, klappt, klappt jetzt, toller service, guter service, das war's
    `),
    farewells: words(`
      tschüss, auf wiedersehen, schönen tag, schönen tag noch, einen schönen tag, einen schönen tag noch, schönes wochenende, gute nacht, mit freundlichen grüßen,
      viele grüße, liebe grüße, beste grüße, mfg, lg, vg, schönen abend, schönen abend noch, einen schönen abend, bis bald, bis dann, ebenso, gleichfalls,
      ihnen auch, euch auch, dir auch, freundliche grüße, schönen feierabend, ein schönes wochenende
    `),
    fillers: words(`
      für die hilfe, für ihre hilfe, für eure hilfe, für deine hilfe, für die schnelle hilfe, für die schnelle antwort, für die antwort, für ihre antwort,
      für die info, für die information, für die informationen, für die rückmeldung, für ihre rückmeldung, für die schnelle rückmeldung, für eure antwort,
      für den support, für den tollen support, für alles, für die mühe, für ihre mühe, für die geduld, für ihre geduld, für die auskunft, sehr, nochmal, nochmals,
      noch, und, dann, na, ja, vielmals, im voraus, hallo, ihnen, euch, dir, liebes team, team, an das team, ans team, allen, alle, jetzt, für die unterstützung,
      für ihre unterstützung, wirklich, echt, herzlich, ah, oh, dafür, für deine antwort, für die erklärung, lieber support, ganz, für ihre schnelle antwort, sehr geehrte damen und herren
    `),
  },
} satisfies TextLanguage;
