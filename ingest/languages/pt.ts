// Portuguese: the words the stages need.
import { type TextLanguage, words } from './text-language.ts';

export const portuguese = {
  id: 'pt',
  name: 'Português',
  negations: words('não, nao, nunca, jamais, nada, ninguém, nenhum, nenhuma, sem, nem, tampouco'),
  cues: words(`
    o, os, um, uma, é, e, não, nao, eu, meu, minha, muito, mas, obrigado, obrigada, olá, oi, bom, boa, dia, tarde, por, para, com, que, como, quando,
    onde, porque, favor, ajuda, dinheiro, conta, está, estou, tenho, posso, consigo, funciona, ótimo, otimo, ótima, péssimo, pessimo, excelente, aplicativo,
    do, da, no, na, mais, melhor, pior, você, voces, vocês, sempre, agora, fazer, só, já, até, também, gostei, saque, demora, tudo, ruim, são, app, top
  `),
  secrets: {
    seed: words(`
      frase semente, semente, frase de recuperação, frase secreta, frase mnemônica, mnemônica, mnemônico, palavras de recuperação, palavras secretas, 12 palavras,
      24 palavras, doze palavras, vinte e quatro palavras, frase de backup, seed, frase-semente
    `),
    key: words('chave privada, chaves privadas, chave, chave secreta'),
    transaction: words('transação, hash, tx, txid, id da transação, número da transação, transferência'),
    password: words('senha, senhas, palavra-passe, palavra passe, pin, código pin, senha de acesso, senha de pagamento, contrassenha'),
    passwordLinks: words('é, era, são, agora é, seria, para, foi'),
    passwordStops: words(`
      incorreta, errada, inválida, esquecida, correta, válida, perdida, trocada, alterada, bloqueada, expirada, sempre, também, para, como, muito, mesma, segura,
      fraca, forte, roubada, necessária, exigida, desconhecida, diferente, recusada, obrigado, obrigada, ajuda, nunca, outra, acessar, entrar, obrigatória, mudar, esqueci
    `),
    oneTimeCode: words(`
      código de verificação, código de segurança, código de confirmação, código sms, código de autenticação, código de acesso, código otp, código 2fa, token sms,
      código recebido, código único
    `),
    code: words('código, codigo, códigos'),
    otherCode: words('erro, postal, país, promocional, desconto, indicação, convite, barras, área, estado, produto, cupom, qr, cep'),
    units: words(
      'minutos, minuto, min, horas, hora, dias, dia, semanas, meses, anos, vezes, segundos, euros, euro, reais, real, dólares, usd, usdt, caracteres, dígitos, pessoas, pontos, km',
    ),
    phone: words(`
      telefone, tel, celular, telemóvel, meu número, me liga, me ligue, ligar, ligue, contato, contacto, whatsapp, zap, sms, fone, cel
    `),
    order: words(
      'pedido, número do pedido, ticket, referência, ref, fatura, rastreio, envio, transação, id, série, reserva, valor, saldo, bloco, protocolo, chamado, ordem, caso',
    ),
    passport: words('passaporte, número do passaporte'),
    nationalId: words('cpf, rg, cnh, nif, identidade, documento, cartão de cidadão, cnpj, número de identidade'),
    card: words(
      'cartão, número do cartão, cartão de crédito, cartão de débito, visa, mastercard, cvv, cvc, validade, vencimento, código de segurança',
    ),
    address: words('endereço, carteira, wallet, depósito, saque, enviado para, solana, sol, destinatário, phantom'),
    apiSecret: words('chave api, chave de api, chave da api, api key, token, token de acesso, chave secreta, segredo api, secret'),
    email: words('email, e-mail, mail, correio, contato, contacto, escreva'),
    at: words('arroba, at'),
    dot: words('ponto, dot'),
    version: words('versão, v, atualização, build, ios, android, firmware, app'),
  },
  closing: {
    thanks: words(`
      obrigado, obrigada, muito obrigado, muito obrigada, obg, obgd, brigado, brigada, valeu, vlw, agradeço, agradecido, agradecida, grato, grata, muito grato,
      muito grata, obrigadão, thanks, obrigado mesmo, gratidão, obrigado de novo
    `),
    acknowledgements: words(`
      ok, okay, certo, tá bom, ta bom, tá certo, beleza, blz, perfeito, ótimo, otimo, excelente, entendi, entendido, combinado, show, top, maravilha, resolvido,
      problema resolvido, já funciona, funcionou, já está funcionando, tudo certo, deu certo, bom, muito bom, legal, show de bola, está resolvido, já resolvi, compreendo
    `),
    farewells: words(
      'tchau, até logo, até mais, bom dia, boa tarde, boa noite, tenha um bom dia, bom fim de semana, abraço, abraços, atenciosamente, igualmente, cumprimentos, até breve',
    ),
    fillers: words(`
      pela ajuda, pela sua ajuda, por tudo, pela resposta, pela sua resposta, pelo retorno, pela atenção, pela informação, pelas informações, pelo apoio, pelo suporte,
      pela rapidez, pela paciência, e, muito, mesmo, de novo, novamente, a todos, a você, a vocês, desde já, olá, oi, pessoal, equipe, então, ah, oh, viu, amigo, sim,
      pela resposta rápida, por responder, pelo esclarecimento, pelo contato, pela agilidade, de coração
    `),
  },
} satisfies TextLanguage;
