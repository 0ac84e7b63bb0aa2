// Words and short phrases of customers in the Latin-script languages that the house reads well; each is a text to learn from.
import { words } from '#ingest/languages/text-language.ts';

export const greatPhrases: Readonly<Record<string, readonly string[]>> = {
  en: words(`
    the, a, an, and, or, but, if, of, to, in, on, at, by, for, with, from, about, into, after, before, since, until, because, so, than, then, there, here, this, that, these, those, it, its, he, she, we, they, them, his, her, our, their,
    i, me, my, mine, you, your, yours, who, which, what, when, where, why, how, is, are, was, were, be, been, being, am, do, does, did, done, has, have, had, can, could, will, would, shall, should, may, might, must, not, no, yes, never,
    always, again, still, just, only, also, too, very, more, most, much, many, some, any, every, each, all, both, other, another, same, now, today, tomorrow, yesterday, week, month, year, day, days, hour, hours, ago, please, thanks, help,
    hi there, good evening, dear team, kind regards, thank you for your help, could you please, i would like to, i am trying to, it does not, this is not, there is no, i have been, how long does it, what should i do, who can help, let me know,
    as soon as possible, please check, please fix, please respond, nobody answers, money is missing, account, locked, blocked, banned, password, forgot, wrong, missing, stuck, lost, stolen, late, slow, fast, easy, cheap, expensive, useless,
    awful, horrible, wonderful, happy, angry, disappointed, refund, withdraw, withdrawal, deposit, transfer, send, sent, received, receive, pay, paid, payment, fee, fees, balance, amount, rate, card, bank, address, network, transaction, order,
    ticket, issue, problem, error, question, answer, reply, support, service, customer, screen, button, phone, device, update, version, feature, setting, language, market, price, buy, sell, trade, open, close, click, load, show, works, working,
    broken, verify, verification, identity, document, proof, passport, confirm, confirmation, code, message, mailbox, sign in, sign up, log out, keep getting, cannot find, unable to, would not, five stars, highly recommended, waste of time,
    trash, garbage, nice, cool, great, good, bad, worst, better, best, love it, hate it, like, want, need, get, got, give, take, make, know, think, see, look, find, use, try, wait, ask, tell, call, come, go, went, back, out, up, down, off, over
  `),
  fr: words(`
    le, la, les, l', un, une, des, du, de, d', au, aux, et, ou, mais, si, que, qui, quoi, dont, où, quand, comment, pourquoi, combien, ce, cet, cette, ces, ça, c'est, il, elle, on, nous, vous, ils, elles, je, j'ai, tu, me, te, se, mon, ma,
    mes, ton, ta, tes, son, sa, ses, notre, nos, votre, vos, leur, leurs, dans, sur, sous, avec, sans, pour, par, chez, vers, entre, depuis, pendant, après, avant, contre, est, sont, était, été, être, suis, êtes, sommes, ai, as, a, avons,
    avez, ont, avoir, fait, faire, peut, peux, pouvez, doit, dois, veux, veut, voudrais, va, vais, allez, ne, pas, plus, jamais, rien, personne, aucun, aucune, non, oui, toujours, encore, déjà, très, trop, peu, beaucoup, assez, bien, mal,
    mieux, tout, tous, toute, toutes, même, autre, autres, aujourd'hui, demain, hier, semaine, mois, an, jour, jours, heure, heures, il y a, s'il vous plaît, merci, bonsoir, cordialement, aide, bonjour à tous, cher service client,
    pouvez-vous m'aider, je voudrais savoir, j'essaie de, je n'arrive pas à, ça ne marche pas, il n'y a pas, qu'est-ce que, est-ce que, combien de temps, que dois-je faire, dès que possible, veuillez vérifier, compte, bloqué, verrouillé, banni,
    mot de passe, oublié, faux, manquant, coincé, perdu, volé, retard, lent, rapide, simple, pas cher, cher, inutile, affreux, horrible, magnifique, content, énervé, déçu, remboursement, retirer, retrait, dépôt, virement, envoyer, envoyé, reçu,
    recevoir, payer, payé, paiement, frais, solde, montant, taux, carte, banque, adresse, réseau, transaction, commande, ticket, souci, problème, erreur, question, réponse, assistance, service, client, écran, bouton, téléphone, appareil, mise
    à jour, version, fonctionnalité, réglage, langue, marché, prix, acheter, vendre, échanger, ouvrir, fermer, cliquer, charger, afficher, fonctionne, marche, cassé, vérifier, vérification, identité, document, justificatif, passeport,
    confirmer, confirmation, code, message, connexion, se connecter, inscription, déconnecter, impossible de, je ne trouve pas, cinq étoiles, je recommande, perte de temps, poubelle, nul, génial, super appli, bon, bonne, mauvais, meilleur,
    pire, j'adore, je déteste, aimer, besoin, obtenir, donner, prendre, savoir, penser, voir, regarder, trouver, utiliser, essayer, attendre, demander, dire, appeler, venir, aller, retour, application, données, montre, données perdues
  `),
  de: words(`
    der, die, das, den, dem, des, ein, eine, einen, einem, einer, eines, und, oder, aber, wenn, ob, dass, weil, als, wie, was, wer, wen, wem, wo, wann, warum, wieso, welche, welcher, dieser, diese, dieses, jede, jeder, ich, mich, mir, mein,
    meine, meinen, meinem, meiner, du, dich, dir, dein, deine, er, sie, es, ihn, ihm, ihr, ihre, ihren, wir, uns, unser, unsere, euch, euer, sich, man, in, im, ins, an, am, auf, aus, bei, beim, mit, nach, von, vom, vor, zu, zum, zur, über,
    unter, durch, für, gegen, ohne, seit, bis, um, ist, sind, war, waren, bin, bist, sein, gewesen, hat, habe, haben, hatte, hätte, wird, werde, werden, wurde, worden, würde, kann, können, könnte, muss, müssen, soll, sollte, will, wollen,
    möchte, darf, mag, nicht, kein, keine, keinen, nie, nichts, niemand, nein, ja, doch, noch, schon, immer, wieder, nur, auch, sehr, zu viel, mehr, meisten, viel, viele, wenig, etwas, alle, alles, beide, andere, gleiche, jetzt, heute, morgen,
    gestern, woche, monat, jahr, tag, tage, stunde, stunden, bitte, danke, hilfe, guten abend, liebes team, mit freundlichen grüßen, vielen dank für die hilfe, können sie bitte, ich hätte gerne, ich versuche, es geht nicht, das ist nicht,
    es gibt keine, ich habe, wie lange dauert, was soll ich tun, wer kann helfen, so schnell wie möglich, bitte prüfen, keiner antwortet, geld fehlt, konto, gesperrt, blockiert, passwort, vergessen, falsch, fehlt, hängt, verloren, gestohlen,
    spät, langsam, schnell, einfach, günstig, teuer, nutzlos, furchtbar, schrecklich, wunderbar, zufrieden, wütend, enttäuscht, erstattung, auszahlen, auszahlung, einzahlung, überweisung, senden, gesendet, erhalten, empfangen, bezahlen,
    bezahlt, zahlung, gebühr, gebühren, guthaben, betrag, kurs, karte, bank, adresse, netzwerk, transaktion, bestellung, anliegen, problem, fehler, frage, antwort, dienst, kunde, bildschirm, knopf, handy, gerät, aktualisierung, version,
    funktion, einstellung, sprache, markt, preis, kaufen, verkaufen, tauschen, öffnen, schließen, klicken, laden, zeigen, funktioniert, läuft, kaputt, prüfen, bestätigen, bestätigung, identität, ausweis, nachweis, code, nachricht, anmelden,
    abmelden, registrieren, finde ich nicht, unmöglich, fünf sterne, sehr zu empfehlen, zeitverschwendung, müll, schrott, toll, klasse, gut, schlecht, besser, beste, schlimmste, liebe, hasse, brauche, bekomme, geben, nehmen, machen, wissen,
    denken, sehen, schauen, finden, benutzen, versuchen, warten, fragen, sagen, anrufen, kommen, gehen, zurück, leider, endlich, mal, halt, eben, gerade, gar, ganz, so, dann, dort, hier, daten, uhr
  `),
  es: words(`
    el, la, los, las, lo, un, una, unos, unas, y, e, o, u, pero, sino, si, sí, que, qué, quien, quién, cual, cuál, cuando, cuándo, donde, dónde, como, cómo, cuánto, por qué, porque, este, esta, estos, estas, esto, ese, esa, eso, aquel, yo,
    tú, él, ella, ello, nosotros, ustedes, vosotros, ellos, ellas, me, te, se, nos, os, le, les, mi, mis, tu, tus, su, sus, nuestro, nuestra, de, del, a, al, en, con, sin, por, para, sobre, entre, hasta, desde, hacia, según, contra, tras, es,
    son, era, fue, fueron, ser, sido, soy, eres, somos, está, están, estoy, estaba, estar, estado, he, has, ha, hemos, han, había, hay, tengo, tiene, tienen, tener, puedo, puede, pueden, poder, debo, debe, quiero, quiere, quisiera, voy, va,
    van, hacer, hace, hacen, hago, hecho, no, ni, nunca, nada, nadie, ningún, ninguna, siempre, otra vez, todavía, aún, ya, solo, también, muy, más, menos, mucho, mucha, muchos, poco, algo, algún, cada, todo, toda, todos, ambos, otro, otra,
    mismo, ahora, hoy, mañana, ayer, semana, mes, año, día, días, hora, horas, por favor, gracias, ayuda, buenas noches, estimado equipo, saludos cordiales, gracias por su ayuda, podrían ayudarme, me gustaría, estoy intentando, no funciona,
    no sirve, no hay, llevo esperando, cuánto tiempo tarda, qué debo hacer, lo antes posible, por favor revisen, nadie contesta, falta dinero, cuenta, bloqueada, bloqueado, contraseña, olvidé, equivocado, faltante, atascado, perdido, robado,
    tarde, lento, rápido, fácil, barato, caro, inútil, horrible, maravilloso, contento, enojado, decepcionado, reembolso, retirar, retiro, depósito, transferencia, enviar, enviado, recibido, recibir, pagar, pagado, pago, comisión,
    comisiones, saldo, monto, tasa, tarjeta, banco, dirección, red, transacción, pedido, asunto, problema, error, pregunta, respuesta, soporte, servicio, cliente, pantalla, botón, teléfono, celular, móvil, dispositivo, actualización, versión,
    función, ajuste, idioma, mercado, precio, comprar, vender, cambiar, abrir, cerrar, cargar, mostrar, funciona, sirve, roto, verificar, verificación, identidad, documento, comprobante, pasaporte, confirmar, confirmación, código, mensaje,
    iniciar sesión, registrarse, cerrar sesión, no encuentro, imposible, cinco estrellas, muy recomendable, pérdida de tiempo, basura, estafa, genial, bueno, buena, malo, mala, mejor, peor, me encanta, odio, gusta, quiero, necesito, obtener,
    dar, tomar, saber, pensar, ver, mirar, encontrar, usar, probar, esperar, preguntar, decir, llamar, venir, ir, atrás, aplicación, dinero, señores, datos, así, entonces, aquí, allí, bastante, casi
  `),
  it: words(`
    il, lo, la, i, gli, le, l', un, uno, una, un', e, ed, o, ma, se, che, chi, cui, cosa, quale, quali, quando, dove, come, perché, quanto, questo, questa, questi, queste, quello, quella, quelli, io, tu, lui, lei, noi, voi, loro, mi, ti, si,
    ci, vi, me, te, mio, mia, miei, mie, tuo, tua, suo, sua, nostro, nostra, vostro, vostra, di, del, dello, della, dei, degli, delle, a, al, allo, alla, ai, agli, alle, da, dal, dalla, dai, in, nel, nella, nei, nelle, con, col, su, sul,
    sulla, per, tra, fra, senza, verso, dopo, prima, contro, è, sono, era, erano, essere, stato, stata, sei, siamo, siete, ho, hai, ha, abbiamo, avete, hanno, avere, avuto, c'è, ci sono, posso, può, puoi, possono, devo, deve, voglio, vuole,
    vorrei, vado, va, vanno, fare, fa, fanno, faccio, fatto, non, né, mai, niente, nulla, nessuno, nessuna, no, sì, sempre, ancora, di nuovo, già, solo, anche, molto, molta, molti, più, meno, troppo, poco, qualcosa, qualche, ogni, tutto,
    tutta, tutti, tutte, altro, altra, stesso, adesso, ora, oggi, domani, ieri, settimana, mese, anno, giorno, giorni, ore, fa, per favore, grazie, aiuto, buonasera, gentile assistenza, cordiali saluti, grazie per l'aiuto, potete aiutarmi,
    sto cercando di, non funziona, non va, non ci sono, quanto tempo ci vuole, cosa devo fare, il prima possibile, controllate per favore, non risponde nessuno, mancano soldi, conto, bloccato, password, dimenticato, sbagliato, mancante,
    perso, rubato, tardi, lento, veloce, facile, economico, caro, inutile, orribile, meraviglioso, contento, arrabbiato, deluso, rimborso, prelevare, prelievo, deposito, bonifico, inviare, inviato, ricevuto, ricevere, pagare, pagato,
    pagamento, commissione, commissioni, saldo, importo, tasso, carta, banca, indirizzo, rete, transazione, ordine, problema, errore, domanda, risposta, assistenza, servizio, cliente, schermo, pulsante, telefono, cellulare, dispositivo,
    aggiornamento, versione, funzione, impostazione, lingua, mercato, prezzo, comprare, vendere, scambiare, aprire, chiudere, cliccare, caricare, mostrare, funziona, rotto, verificare, verifica, identità, documento, passaporto, confermare,
    conferma, codice, messaggio, accedere, accesso, registrarsi, uscire, non trovo, impossibile, cinque stelle, consigliatissimo, perdita di tempo, spazzatura, truffa, bello, bella, buono, buona, brutto, pessimo, ottimo, migliore, peggiore,
    adoro, odio, piace, bisogno, ottenere, dare, prendere, sapere, pensare, vedere, guardare, trovare, usare, provare, aspettare, chiedere, dire, chiamare, venire, andare, indietro, applicazione, soldi, dati, così, allora, qui, quindi, quasi, bene
  `),
  pt: words(`
    o, a, os, as, um, uma, uns, umas, e, ou, mas, se, que, quem, qual, quais, quando, onde, como, por que, porque, quanto, este, esta, estes, isso, isto, esse, essa, aquele, aquela, eu, tu, você, vocês, ele, ela, eles, elas, nós, a gente,
    me, te, lhe, nos, meu, minha, meus, minhas, teu, seu, sua, seus, suas, nosso, nossa, de, do, da, dos, das, em, no, na, nos, nas, num, numa, ao, à, aos, às, com, sem, por, pelo, pela, para, pra, pro, sobre, entre, até, desde, contra, após,
    é, são, era, foi, foram, ser, sido, sou, somos, está, estão, estou, estava, estar, tá, tô, tem, têm, tenho, tinha, ter, há, posso, pode, podem, poder, devo, deve, quero, quer, queria, gostaria, vou, vai, vão, fazer, faz, fazem, faço,
    feito, não, nem, nunca, nada, ninguém, nenhum, nenhuma, sim, sempre, de novo, ainda, já, só, apenas, também, muito, muita, muitos, mais, menos, pouco, algo, algum, cada, tudo, todo, toda, todos, outro, outra, mesmo, agora, hoje, amanhã,
    ontem, semana, mês, ano, dia, dias, hora, horas, por favor, obrigado, obrigada, ajuda, boa noite, boa tarde, prezados, atenciosamente, obrigado pela ajuda, podem me ajudar, estou tentando, não funciona, não dá, não tem, quanto tempo
    demora, o que devo fazer, o mais rápido possível, verifiquem por favor, ninguém responde, falta dinheiro, conta, bloqueada, bloqueado, senha, esqueci, errado, faltando, travado, perdido, roubado, tarde, lento, rápido, fácil, barato, caro,
    inútil, horrível, maravilhoso, feliz, bravo, decepcionado, reembolso, sacar, saque, depósito, transferência, enviar, enviado, enviei, recebido, recebi, receber, pagar, pago, pagamento, taxa, taxas, saldo, valor, cotação, cartão, banco,
    endereço, rede, transação, pedido, chamado, problema, erro, pergunta, resposta, suporte, atendimento, serviço, cliente, tela, ecrã, botão, telefone, telemóvel, aparelho, atualização, versão, função, configuração, idioma, mercado, preço,
    comprar, vender, trocar, abrir, fechar, clicar, carregar, mostrar, funciona, quebrado, verificar, verificação, identidade, documento, comprovante, passaporte, confirmar, confirmação, código, mensagem, entrar, cadastro, sair, não acho,
    impossível, cinco estrelas, recomendo, perda de tempo, lixo, golpe, legal, bom, boa, ruim, mau, melhor, pior, amei, odeio, gosto, preciso, conseguir, consigo, dar, pegar, saber, pensar, ver, olhar, achar, usar, tentar, esperar, perguntar,
    dizer, ligar, vir, ir, voltar, aplicativo, dinheiro, dados, então, aqui, ali, bastante, quase, assim
  `),
  hi: words(`
    kya, kyu, kyun, kyon, kaise, kab, kahan, kaha, kaun, kitna, kitne, hai, hain, he, ho, hu, hoon, hun, tha, the, thi, hoga, hogi, ka, ki, ke, ko, se, me, mein, par, pe, aur, ya, lekin, magar, agar, to, toh, bhi, hi, na, nahi, nahin, nhi,
    mat, mera, meri, mere, mujhe, mujhko, main, hum, humein, hamara, tum, aap, apka, aapka, apna, apne, apni, uska, unka, yeh, ye, woh, wo, iska, is, us, koi, kuch, kuchh, sab, sabhi, bahut, bohot, bhut, zyada, kam, accha, acha, achha, bura, kharab, bekar,
    paisa, paise, rupaye, khata, kar, karo, karna, karne, karta, karte, raha, rahe, rahi, rha, rhe, rhi, gaya, gayi, gaye, gya, hua, hui, liya, diya, do, de, lo, le, chahiye, sakta, sakte, sakti, milega, mila, mil, aaya, aayega, ab, abhi, kal, aaj,
    din, mahine, bhai, yaar, bhaiya, dost, ji, sahab, jaldi, dhanyavad, shukriya, madad, kripya, batao, bataiye, bata, samajh, samasya, wapas, fir, phir, jab, tab, wala, wale, wali, log, logon, ghar, kaam, baat, mere paise kab milenge, kuch nahi ho raha hai,
    mujhe madad chahiye, aap kya kar rahe ho, bahut accha hai, koi jawab nahi de raha, kaise karu, kya problem hai, paise kat gaye, abhi tak nahi aaya
  `),
};
