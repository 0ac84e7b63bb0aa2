// Italian: the words the stages need.
import { type TextLanguage, words } from './text-language.ts';

export const italian = {
  id: 'it',
  name: 'Italiano',
  negations: words('non, no, mai, niente, nulla, nessuno, nessuna, nessun, senza, né, neanche, nemmeno, neppure'),
  cues: words(`
    il, lo, gli, della, di, che, è, non, sono, per, con, una, molto, ma, grazie, ciao, buongiorno, buonasera, come, quando, perché, dove, aiuto, soldi,
    conto, ottima, ottimo, pessima, pessimo, funziona, app, mio, mia, più, anche, ancora, sempre, questa, questo, ho, hai, bene, male, bella, bello,
    facile, da, dal, nella, dopo, prima, tutto, niente, subito, vorrei, posso, prelievo, assistenza, servizio
  `),
  secrets: {
    seed: words(`
      frase di recupero, frase segreta, frase mnemonica, mnemonica, parole di recupero, parole segrete, frase seme, seme, seed, 12 parole, 24 parole,
      dodici parole, ventiquattro parole, frase di backup
    `),
    key: words('chiave privata, chiavi private, chiave, chiave segreta'),
    transaction: words('transazione, hash, tx, txid, id transazione, numero di transazione'),
    password: words("password, parola d'ordine, pin, codice pin, passcode, codice segreto, parola chiave, codice di accesso"),
    passwordLinks: words('è, era, sono, adesso è, ora è, sarebbe, in'),
    passwordStops: words(`
      sbagliata, errata, corretta, dimenticata, scaduta, valida, persa, cambiata, bloccata, rubata, sempre, anche, però, troppo, molto, sicura, debole, forte,
      stessa, diversa, necessaria, richiesta, sconosciuta, incorretta, giusta, grazie, aiuto, vuota, salvata, obbligatoria, mai, come, quella, questa, ancora, dimenticato
    `),
    oneTimeCode: words(`
      codice di verifica, codice di sicurezza, codice di conferma, codice sms, codice otp, codice 2fa, codice di autenticazione, codice monouso, codice temporaneo
    `),
    code: words('codice, codici'),
    otherCode: words('errore, postale, fiscale, promozionale, sconto, invito, referral, paese, stato, prodotto, promo, cliente, iban'),
    units: words(
      'minuti, minuto, min, ore, ora, giorni, giorno, settimane, mesi, anni, volte, secondi, euro, dollari, usd, usdt, caratteri, cifre, persone, punti, km',
    ),
    phone: words(`
      telefono, tel, cellulare, cell, il mio numero, chiamatemi, chiamami, chiamare, contatto, whatsapp, sms, fisso, recapito
    `),
    order: words(
      'ordine, numero ordine, ticket, riferimento, fattura, spedizione, tracking, transazione, id, serie, prenotazione, importo, saldo, blocco, pratica, volo',
    ),
    passport: words('passaporto, numero di passaporto'),
    nationalId: words("codice fiscale, carta d'identità, carta di identità, documento d'identità, patente, tessera sanitaria, cf"),
    card: words(
      'carta, numero di carta, carta di credito, carta di debito, visa, mastercard, cvv, cvc, scadenza, scade, bancomat, postepay',
    ),
    address: words('indirizzo, portafoglio, wallet, deposito, prelievo, inviato a, solana, sol, destinatario, phantom'),
    apiSecret: words('chiave api, api key, token, token di accesso, chiave segreta, segreto api, secret'),
    email: words('email, e-mail, mail, posta, posta elettronica, contatto, scrivetemi'),
    at: words('chiocciola, at'),
    dot: words('punto, dot'),
    version: words('versione, v, aggiornamento, build, ios, android, firmware, app'),
  },
  closing: {
    thanks: words(`
      grazie, grazie mille, mille grazie, molte grazie, tante grazie, vi ringrazio, la ringrazio, ti ringrazio, grazie tante, grazie infinite, thanks, grz,
      grazie di cuore, grazie ancora, gentilissimi, gentilissimo, gentilissima, molto gentile, molto gentili
    `),
    acknowledgements: words(`
      ok, okay, va bene, d'accordo, perfetto, ottimo, benissimo, bene, capito, ho capito, tutto ok, tutto a posto, risolto, problema risolto, funziona, ora funziona,
      adesso funziona, fantastico, eccellente, super, fatto tutto, tutto chiaro, chiaro, bravissimi, tutto bene, molto bene
    `),
    farewells: words(
      'ciao, arrivederci, buona giornata, buona serata, buonanotte, buon weekend, saluti, cordiali saluti, a presto, buon lavoro, altrettanto, distinti saluti',
    ),
    fillers: words(`
      per l'aiuto, per il vostro aiuto, per il tuo aiuto, per la risposta, per la vostra risposta, per la tua risposta, per tutto, per la disponibilità,
      per l'assistenza, per le informazioni, per l'informazione, e, molto, ancora, di nuovo, a voi, a tutti, in anticipo, davvero, buongiorno, per la celerità,
      per la pazienza, per il supporto, ragazzi, allora, ah, oh, a te, a lei, per la rapidità, sì, anticipatamente, per la risposta rapida, per la rapida risposta
    `),
  },
} satisfies TextLanguage;
