// French: the words the stages need.
import { type TextLanguage, words } from './text-language.ts';

export const french = {
  id: 'fr',
  name: 'Français',
  negations: words(`ne, n', pas, jamais, rien, aucun, aucune, personne, sans, ni, non, plus, nulle part, guère, impossible`),
  cues: words(`
    le, la, les, des, une, est, et, je, vous, mon, ma, mes, pas, bonjour, merci, très, trop, bien, bon, bonne, super, avec, pour, dans, sur,
    que, qui, c'est, j'ai, ne, plus, nul, nulle, mauvais, mauvaise, marche, application, appli, impossible, problème, argent, compte, retrait,
    depuis, mise à jour, pourquoi, comment, quand, où, sympa, parfait, génial, facile, utile, aide, svp, salut, toujours, rien, cette, ça
  `),
  secrets: {
    seed: words(`
      phrase de récupération, phrase secrète, phrase mnémonique, mnémonique, mots de récupération, phrase de sauvegarde, 12 mots, 24 mots,
      douze mots, vingt-quatre mots, phrase de restauration, seed, graine, mots secrets, phrase seed, phrase de 12, phrase de 24
    `),
    key: words('clé privée, cle privee, clé, clés, clef, clef privée, clés privées, clé secrète'),
    transaction: words('transaction, hash, tx, txid, id de transaction, numéro de transaction, hachage, identifiant de transaction'),
    password: words(`
      code d'accès, mot de passe d'accès, mot de passe provisoire, codes d'accès, mot de passe, mots de passe, mdp, code pin, pin, code secret, code confidentiel, mot de pass, phrase de passe, code de
      déverrouillage
    `),
    passwordLinks: words(`est, c'est, était, etait, sont, est maintenant, en, par, étant`),
    passwordStops: words(`
      oublié, oubliée, perdu, perdue, incorrect, incorrecte, faux, fausse, invalide, erroné, erronée, correct, bon, bonne, mauvais, refusé,
      expiré, bloqué, changé, modifié, toujours, jamais, pourtant, aussi, encore, celui, dans, pour, avec, mais, sans, toujours., trop, très,
      différent, identique, même, valide, juste, inconnu, volé, vide, demandé, requis, obligatoire, impossible, réinitialisé, merci, aide,
      aucun, rejeté, accepté, enregistré, sécurisé, fort, faible, bien, plus, déjà, cassé, protégé, piraté, nécessaire, ignoré, quand, cela
    `),
    oneTimeCode: words(`
      code d'accès temporaire, code à 6 chiffres, code google, code temporaire, code de vérification, code de validation, code de sécurité, code de confirmation, code sms, code à usage unique, code d'authentification,
      code reçu, double authentification, code otp, code 2fa, code de connexion
    `),
    code: words('code, codes'),
    otherCode: words(`
      erreur, d'erreur, code postal, postal, promo, parrainage, parrain, pays, barre, statut, réduction, indicatif, cadeau, code de réduction,
      invitation, d'invitation, produit, avantage, affiliation
    `),
    units: words(`
      minutes, minute, min, heures, heure, jours, jour, semaines, mois, ans, fois, secondes, euros, euro, eur, dollars, usd, usdt, caractères,
      chiffres, chiffre, personnes, points, km, francs, lettres, tentatives, étoiles, titres
    `),
    phone: words(`
      téléphone, tél, tel, portable, mobile, mon numéro, appelez-moi, appelez moi, appeler, rappelez-moi, rappeler, joindre, joignable,
      whatsapp, sms, fixe, gsm
    `),
    order: words(`
      commande, numéro de commande, ticket, référence, réf, dossier, facture, suivi, colis, transaction, identifiant, id, série, réservation, montant,
      solde, bloc, billet, vol, contrat, client
    `),
    passport: words('passeport, numéro de passeport'),
    nationalId: words(`
      numéro national, numéro d'identification, numéro de carte d'identité, n° de sécu, numéro de sécurité sociale, sécurité sociale, sécu, nir, carte d'identité, cni, pièce d'identité, numéro fiscal, numéro d'identité,
      carte vitale, numéro de sécu, identité, permis de conduire
    `),
    card: words(`
      carte, carte bancaire, carte bleue, cb, numéro de carte, carte de crédit, carte visa, cryptogramme, cvv, cvc, date d'expiration, expire, visa,
      mastercard
    `),
    address: words('adresse, portefeuille, wallet, dépôt, retrait, envoyé à, solana, sol, destinataire, phantom'),
    apiSecret: words(
      `clé d’api, clés api, secret client, secret d'api, api secret, clé api, clé d'api, clef api, api key, clé secrète, jeton, jeton d'accès, token, secret api, secret`,
    ),
    email: words('e-mail, email, mail, courriel, adresse mail, contact, écrivez'),
    at: words('arobase, arrobase'),
    dot: words('point, dot'),
    version: words('version, v, mise à jour, build, ios, android, firmware, appli'),
  },
  closing: {
    thanks: words(`
      merci, merci beaucoup, merci bien, merci infiniment, mille mercis, grand merci, un grand merci, je vous remercie, je te remercie, mercii,
      merciii, mci, thx, thanks, remerciements, merci à vous, merci d'avance, encore merci, tous mes remerciements, merci encore, milles merci
    `),
    acknowledgements: words(`
      ok, okay, d'accord, dac, parfait, super, génial, très bien, c'est bon, c'est parfait, c'est noté, noté, bien reçu, compris, j'ai compris,
      entendu, nickel, impeccable, top, cool, bien, c'est réglé, réglé, problème résolu, résolu, problème réglé, c'est résolu, ça marche,
      ça fonctionne, ça marche maintenant, tout est bon, tout est ok, excellent, formidable, bravo, génial., c'est super, tout fonctionne,
      ça refonctionne, ça remarche, tout marche, je comprends, pas de souci, tout va bien, c'est fait
    `),
    farewells: words(`
      au revoir, bonne journée, bonne soirée, bonne nuit, bon week-end, bon weekend, à bientôt, cordialement, bien cordialement, bonne continuation,
      salutations, bien à vous, bonne fin de journée, à plus, belle journée, bonnes fêtes, belle soirée, bon dimanche, sincères salutations
    `),
    fillers: words(`
      beaucoup, bien, infiniment, encore, à vous, à toute l'équipe, à l'équipe, l'équipe, pour votre aide, pour l'aide, pour ton aide,
      pour votre réponse, pour la réponse, pour votre réponse rapide, pour la réponse rapide, pour votre réactivité, pour tout, et, très, vraiment,
      pour votre retour, pour le retour, pour l'info, pour les infos, pour l'information, pour votre patience, de votre aide, de votre réponse, madame,
      pour votre soutien, pour votre rapidité, pour la rapidité, pour ces informations, pour les explications, à toi, à tous, bonjour, monsieur, alors,
      d'avance, par avance, pour vos explications, les gars, ah, oh, oui, quand même, pour votre gentillesse, tout le monde, de votre retour, pour ça
    `),
  },
} satisfies TextLanguage;
