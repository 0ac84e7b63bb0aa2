// English: the words the stages need.
import { type TextLanguage, words } from './text-language.ts';

export const english = {
  id: 'en',
  name: 'English',
  negations: words(`
    not, no, never, none, nothing, nobody, nowhere, neither, nor, without, cannot, can't, don't, doesn't, didn't, won't, wouldn't, isn't,
    aren't, wasn't, weren't, haven't, hasn't, hadn't, couldn't, shouldn't, hardly, barely
  `),
  cues: words(`
    the, and, is, you, your, my, this, that, with, what, when, why, how, where, please, thanks, thank, help, good, great, bad, love, not,
    can't, don't, hello, it, have, was, but, for, withdraw, deposit, account, best, nice, very, ever, worst, easy, use, trash, works,
    still, waiting, fix, slow, refund, awesome, excellent, amazing, useful, useless, perfect, cool, sorry, yes, they, all, are, of, to,
    update, crashes, app, scam
  `),
  secrets: {
    seed: words(`
      seed, seeds, seed phrase, seedphrase, recovery phrase, recovery words, recovery seed, secret phrase, backup phrase, backup words,
      mnemonic, mnemonics, secret words, 12 words, 12-word, 12 word, 15 words, 18 words, 24 words, 24-word, 24 word, twelve words,
      twenty-four words, srp, passphrase, secret recovery
    `),
    key: words('private, private key, privatekey, priv key, privkey, key, keys, pk, secret, spend key, signing key, wif'),
    transaction: words('tx, txid, txhash, tx hash, tx id, hash, transaction, transaction id, transaction hash, txn'),
    password: words(`
      password, passwords, passcode, passwd, pass word, pwd, pin, pin code, pincode, pass code, login pass, pass, pw, psw, passphrase
    `),
    passwordLinks: words(`is, was, are, it's, its, are now, is now, used to be, equals, to`),
    passwordStops: words(`
      not, wrong, incorrect, forgotten, invalid, correct, right, fine, good, strong, weak, secure, safe, valid, expired, required,
      needed, missing, empty, blank, reset, changed, lost, gone, stolen, rejected, accepted, working, different, same, unknown,
      compromised, hacked, locked, saved, always, never, already, being, what, only, just, still, also, case, case-sensitive, stored,
      protected, asked, then, that, this, they, there, impossible, unable, login, your, mine, please, help, none, null, when, with,
      from, have, here, hidden, like, because, account, email, username, reset link, about, too, very, really, broken, old, new, sent,
      access, protect, change, create, recover, retrieve, forgot, someone, anyone, private, secret, necessary, mandatory, ignored,
      refused, denied, used, known, easy, hard, short, long, weird, ridiculous, annoying, useless, updated, working., continue, verify,
      open, unlock, enter, make, keep, pass, prevent, confirm, something, anything, nothing, everything, another, different., again,
      enough, available, failed, matching, both, going, better, sure, avoid, send, show, display, display., remember, authenticate,
      approve, complete, proceed, access., activate, encrypted, logged, registered, entered, confidential
    `),
    oneTimeCode: words(`
      authenticator, authenticator app, sign-in code, signin code, sms pin, one-time pin, verification number, 2-step code, otp, 2fa, mfa, verification code, security code, authentication code, auth code, authenticator code, one-time code, one time code,
      one-time password, one time password, one-time passcode, one time passcode, sms code, login code, confirmation code, access code,
      2fa code, verify code, verification pin, google authenticator, passcode, 6 digit code, 6-digit code
    `),
    code: words('code, codes'),
    otherCode: words(`
      error, err, status, country, zip, post, postal, promo, promotion, promotional, referral, invite, invitation, coupon, discount,
      voucher, gift, area, qr, bar, source, swift, sort, product, booking, reference, http, exit, response, reason, bank, branch,
      tracking, model, color, colour, dress, chargeback, airport, fare, tax, dial, dialing
    `),
    units: words(`
      minutes, minute, min, mins, hours, hour, hrs, days, day, weeks, months, years, year, times, seconds, sec, usd, usdt, btc, eth,
      dollars, dollar, euros, euro, eur, gbp, pounds, bucks, characters, char, digits, digit, letters, people, users, percent, points,
      tokens, coins, miles, km, am, pm, items, followers, tweets, emails, attempts, stars, songs, gwei, blocks, confirmations, rupees,
      naira, yuan, cny, rmb, sats
    `),
    phone: words(`
      phone, phone number, tel, telephone, mobile, cell, cellphone, call me, call, ring me, text me, whatsapp, sms, reach me, contact
      number, dial, my number, hotline, contact me, ph, mob
    `),
    order: words(`
      order, order number, order no, order id, ticket, case, case number, reference, ref, invoice, tracking, transaction, txid, uid, user
      id, account id, id, serial, imei, block, height, blockheight, nonce, timestamp, trade, confirmation, booking, parcel, shipment,
      amount, balance, gas, flight, pnr, isbn, sku, version, build, job, request, bug, issue, receipt
    `),
    passport: words('passport, passport number, passport no'),
    nationalId: words(`
      id no, id nr, id card number, national insurance number, national identity number, identity no, identity document, ssn, social security, social security number, national id, id number, id card, identity card, national insurance, nino, tax id, tin,
      driver license, driving licence, identity number, identification number, citizen id, personal number
    `),
    card: words(`
      card, card number, credit card, debit card, visa, mastercard, amex, cvv, cvc, bank card, pan, security code, expiry, expires, exp,
      valid thru, valid until
    `),
    address: words(`
      address, addresses, addr, wallet, deposit, withdraw, withdrawal, sent to, send to, sol, solana, phantom, recipient, receiver,
      account, token account, spl, mint
    `),
    apiSecret: words(`
      x-api-key, api-secret, api credentials, api_token, api key, apikey, api-key, api secret, api_key, api_secret, secret key, secret_key, access key, access token, auth token, bearer,
      client secret, client_secret, bot token, private token, secretkey, authenticator key, 2fa secret, 2fa key, setup key, api token,
      authenticator secret, backup key, webhook secret, refresh token, access_token, x-mbx-apikey
    `),
    email: words('email, e-mail, mail, gmail, contact, write me, reach'),
    at: words('at'),
    dot: words('dot'),
    version: words('v, ver, version, versions, build, release, firmware, fw, app, ios, android, update, updated, rev, chrome, safari'),
  },
  closing: {
    thanks: words(`
      thanks, thank you, thank u, thankyou, thx, thnx, thanx, tks, ty, tysm, tyvm, cheers, much appreciated, appreciate it, i appreciate
      it, appreciated, many thanks, i appreciate your help, i appreciate the help, really appreciate it, thank you all, thanks a lot,
      thanks a million, thanks a bunch, thanks again, thank you again
    `),
    acknowledgements: words(`
      ok, okay, okey, okie, kk, k, got it, i got it, understood, noted, all good, all set, perfect, great, awesome, cool, nice, will do,
      sounds good, excellent, wonderful, fantastic, brilliant, lovely, super, amazing, alright, all right, good, very good, it works now,
      works now, it works, it is working now, it's working now, working now, that worked, it worked, that works, that did it, that fixed
      it, problem solved, issue solved, issue resolved, solved, resolved, fixed now, no worries, never mind, nevermind, nvm, i see, makes
      sense, good to know, great news, good job, great job, well done, you are the best, you're the best, you guys are the best, you rock,
      that helps, that helped, very helpful, super helpful, so helpful, great help, great service, great support, gotcha, all sorted,
      sorted, all fixed, all good now, everything works now, that's great, that's perfect, it is solved, lol, haha
    `),
    farewells: words(`
      bye, goodbye, bye bye, have a good day, have a great day, have a nice day, have a good one, have a great one, good night, have a
      nice weekend, have a great weekend, take care, see you, best regards, kind regards, regards, you too, same to you, have a good
      weekend, good day, best wishes, have a lovely day
    `),
    fillers: words(`
      so much, very much, so very much, a lot, again, for your help, for the help, for all your help, for helping, for helping me, and,
      for the quick reply, for your quick reply, for the quick response, for your quick response, for the fast reply, for the reply, guys,
      for your reply, for the update, for letting me know, for the info, for the information, for your support, for the support, all, for
      your time, for the assistance, for your assistance, for responding, for getting back to me, for the clarification, anyway, for the
      explanation, for your patience, for the prompt reply, for your prompt reply, for the prompt response, for explaining, sir, for
      fixing it, for fixing this, for the great support, for the great service, team, support, support team, mate, man, bro, dear, madam,
      everyone, everybody, very, really, then, well, oh, ah, wow, hi, hello, hey, now, kindly, indeed, too, to you, to you all, in
      advance, for that, for this, for everything, xx, x, much, you, both, for replying, folks
    `),
  },
} satisfies TextLanguage;
