// Clauses of customers in the four Romance languages that the house reads well: what each says in its own way, so that the short ones are told apart.
import { words } from '#ingest/languages/text-language.ts';

export const kindredPhrases: Readonly<Record<string, readonly string[]>> = {
  fr: words(`
    je ne peux pas me connecter, impossible de me connecter, mon compte est bloqué, j'ai oublié mon mot de passe, je n'ai rien reçu, mon retrait est en attente, mon argent a disparu, où est mon argent, ça fait trois jours, depuis hier soir,
    depuis la mise à jour, l'application plante, l'appli ne s'ouvre plus, ça bug tout le temps, ne se synchronise plus, la montre ne se connecte pas, plus aucune notification, le virement n'est pas arrivé, toujours pas reçu, toujours aucune réponse,
    personne ne répond, service client injoignable, je veux être remboursé, remboursez-moi, les frais sont trop élevés, c'est beaucoup trop cher, trop de publicité, à fuir absolument, je suis très déçue, très déçu, très satisfaite, très satisfait,
    rien à dire, rien à redire, bonne appli, très bonne application, facile à utiliser, simple et efficace, je recommande vivement, ça marche bien, fonctionne très bien, j'aime beaucoup, merci beaucoup, merci d'avance, merci pour votre aide,
    pouvez-vous m'aider, pourriez-vous vérifier, pourquoi ma carte est refusée, comment faire pour, comment changer mon adresse, je souhaite fermer mon compte, je me suis trompé de réseau, j'ai envoyé à la mauvaise adresse, on m'a volé mes fonds,
    le code n'arrive pas, je ne reçois pas le code, le lien ne marche pas, la page reste blanche, écran noir, que dois-je faire, c'est urgent, quelqu'un peut m'aider, il manque de l'argent, mon solde est faux, le montant est incorrect,
    deux fois le même paiement, payé en double, j'attends toujours, encore une fois, à chaque fois, du jour au lendemain, n'importe quoi, c'est nul, c'est de pire en pire, une vraie catastrophe, ça ne sert à rien, inutile et lent, il faudrait pouvoir,
    dommage que, serait bien de pouvoir, manque une option, la traduction est mauvaise, en français svp, ma demande d'hier, ma pièce d'identité est refusée, la vérification échoue, photo refusée, trop long à charger, batterie vide en une heure,
    plus rien ne s'affiche, données effacées, perdu toutes mes données, avec mon nouveau téléphone, sur mon téléphone, de la part de, est-ce normal, c'est réglé, problème résolu, tout est rentré dans l'ordre, bravo à l'équipe, continuez comme ça
  `),
  es: words(`
    no puedo entrar, no puedo iniciar sesión, no me deja entrar, mi cuenta está bloqueada, olvidé mi contraseña, no me ha llegado nada, el retiro sigue pendiente, mi dinero desapareció, dónde está mi dinero, ya van tres días, desde ayer,
    desde la última actualización, la aplicación se cierra sola, se queda colgada, no abre, no carga, no se sincroniza, no llegan las notificaciones, la transferencia no ha llegado, todavía no lo recibo, aún sin respuesta, nadie responde,
    nadie me contesta, quiero mi dinero, devuélvanme el dinero, quiero un reembolso, las comisiones son muy altas, es demasiado caro, mucha publicidad, no la recomiendo, muy decepcionado, muy decepcionada, muy contento, muy contenta,
    todo bien, todo perfecto, muy buena aplicación, excelente aplicación, fácil de usar, sencilla y rápida, la recomiendo, funciona muy bien, me gusta mucho, me encanta, muchas gracias, gracias de antemano, gracias por la ayuda, buenas tardes,
    me pueden ayudar, podrían revisar, por qué rechazan mi tarjeta, cómo hago para, cómo cambio mi correo, quiero cerrar mi cuenta, me equivoqué de red, lo envié a otra dirección, me robaron los fondos, el código no llega, no recibo el código,
    el enlace no funciona, la pantalla se queda en blanco, pantalla negra, qué hago ahora, es urgente, alguien que me ayude, falta dinero en mi cuenta, el saldo no es correcto, el monto está mal, me cobraron dos veces, cobro doble, sigo esperando,
    otra vez lo mismo, cada vez que, de un día para otro, qué vergüenza, es una estafa, cada vez peor, un desastre, no sirve para nada, muy lenta, debería poder, sería bueno que, falta una opción, en español por favor, mi solicitud de ayer,
    rechazaron mi documento, la verificación falla, tarda mucho en cargar, perdí todos mis datos, con mi nuevo celular, en mi teléfono, de parte de, es normal eso, ya está resuelto, problema solucionado, sigan así,
    quiero saber cuándo, hasta cuándo, desde hace dos semanas, hay que esperar, no entiendo nada, muy mala atención, ojalá lo arreglen, ¿hay alguien ahí?, ¿cuánto tarda?
  `),
  it: words(`
    non riesco ad accedere, non riesco a entrare, il mio conto è bloccato, ho dimenticato la password, non ho ricevuto nulla, il prelievo è in attesa, i miei soldi sono spariti, dove sono i miei soldi, sono passati tre giorni, da ieri sera,
    dopo l'aggiornamento, l'applicazione si chiude da sola, si blocca sempre, non si apre più, non si sincronizza, non arrivano le notifiche, il bonifico non è arrivato, non è ancora arrivato, ancora nessuna risposta, nessuno risponde,
    nessuno mi aiuta, rivoglio i miei soldi, voglio il rimborso, le commissioni sono alte, costa troppo, troppa pubblicità, non la consiglio, molto delusa, molto deluso, molto soddisfatta, molto soddisfatto, tutto bene, tutto perfetto,
    ottima applicazione, bella app, facile da usare, semplice e veloce, la consiglio a tutti, funziona benissimo, mi piace molto, mi piace tanto, grazie mille, grazie in anticipo, grazie per l'aiuto, buon pomeriggio, potete aiutarmi,
    potreste controllare, perché la carta viene rifiutata, come faccio a, come cambio indirizzo, vorrei chiudere il conto, ho sbagliato rete, ho inviato all'indirizzo sbagliato, mi hanno rubato i fondi, il codice non arriva, non ricevo il codice,
    il collegamento non va, la pagina resta bianca, schermo nero, cosa posso fare, è urgente, qualcuno mi aiuti, mancano dei soldi, il saldo è sbagliato, l'importo non è corretto, pagato due volte, addebito doppio, sto ancora aspettando,
    sempre la stessa storia, ogni volta che, da un giorno all'altro, che vergogna, è una truffa, sempre peggio, un disastro, non serve a niente, troppo lenta, sarebbe bello poter, manca un'opzione, in italiano per favore, la mia richiesta di ieri,
    documento rifiutato, la verifica non va a buon fine, ci mette troppo a caricare, ho perso tutti i dati, con il nuovo telefono, sul mio telefono, da parte di, è normale, tutto risolto, problema risolto, continuate così, quanto costa, quanto ci vuole, fino a quando, da due settimane, bisogna aspettare, non capisco niente, pessima assistenza, speriamo che,
    ci penso io, se lo sapevo, per le spese, gli ho scritto, ne ho due, ce l'ho, anch'io, dell'azienda, nell'applicazione, sull'account, dall'altra parte, quest'anno, c'era, dov'è, com'è possibile
  `),
  pt: words(`
    não consigo entrar, não consigo acessar, não consigo fazer login, minha conta está bloqueada, esqueci minha senha, não recebi nada, o saque está pendente, meu dinheiro sumiu, cadê meu dinheiro, já faz três dias, desde ontem,
    depois da atualização, o aplicativo fecha sozinho, fica travando, não abre, não carrega, não sincroniza, não chegam as notificações, a transferência não caiu, ainda não recebi, até agora nada, ninguém responde, ninguém me ajuda,
    quero meu dinheiro de volta, quero reembolso, as taxas são muito altas, é muito caro, muita propaganda, não recomendo, muito decepcionado, muito decepcionada, muito satisfeito, muito satisfeita, tudo certo, tudo perfeito, muito bom,
    muito boa, ótimo aplicativo, excelente aplicativo, fácil de usar, simples e rápido, recomendo a todos, funciona muito bem, gosto muito, gostei muito, adorei, muito obrigado, muito obrigada, obrigado pela ajuda, boa tarde, bom dia,
    podem me ajudar, poderiam verificar, por que meu cartão foi recusado, como faço para, como mudo meu endereço, quero encerrar minha conta, errei a rede, enviei para o endereço errado, roubaram meus fundos, o código não chega,
    não recebo o código, o link não funciona, a tela fica branca, tela preta, o que eu faço, é urgente, alguém me ajuda, falta dinheiro na conta, o saldo está errado, o valor está errado, cobraram duas vezes, cobrança dupla,
    continuo esperando, de novo a mesma coisa, toda vez que, de um dia para o outro, que vergonha, é um golpe, cada vez pior, um lixo, não serve para nada, muito lento, deveria ter, seria bom se, falta uma opção, em português por favor,
    meu pedido de ontem, recusaram meu documento, a verificação falha, demora muito para carregar, perdi todos os meus dados, com meu celular novo, no meu celular, da parte de, isso é normal, já foi resolvido, problema resolvido,
    continuem assim,
    quanto tempo demora, até quando, há duas semanas, tem que esperar, não entendo nada, péssimo atendimento, tomara que, se não me engano, aos poucos, pelos dados, nas configurações, à vista,
    estou tentando, vocês podem, a gente, pra mim, tô esperando, né, são muitas, vão arrumar, então, lá, aí, só isso
  `),
};
