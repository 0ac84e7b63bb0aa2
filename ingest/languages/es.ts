// Spanish: the words the stages need.
import { type TextLanguage, words } from './text-language.ts';

export const spanish = {
  id: 'es',
  name: 'Español',
  negations: words('no, nunca, jamás, nada, nadie, ningún, ninguno, ninguna, sin, ni, tampoco, apenas'),
  cues: words(`
    el, los, las, una, es, y, yo, mi, mis, no, muy, pero, gracias, hola, buenos, buenas, días, tardes, por, para, con, qué, cómo, cuándo, dónde,
    porque, favor, ayuda, dinero, cuenta, está, tengo, puedo, funciona, mala, malo, buena, bueno, excelente, mucho, todo, más, desde, hace, aplicación,
    hasta, ahora, siempre, fácil, retirar, ustedes, señores, mejor, peor, son, del, quiero, necesito, lo, se, al, nada, estafa
  `),
  secrets: {
    seed: words(`
      frase semilla, semilla, frase de recuperación, frase secreta, frase mnemónica, mnemónica, mnemónico, palabras de recuperación, 12 palabras, 24 palabras,
      doce palabras, veinticuatro palabras, palabras semilla, frase de respaldo, seed, palabras secretas, palabras clave
    `),
    key: words('clave privada, llave privada, claves privadas, llave, clave secreta, clave'),
    transaction: words('transacción, hash, tx, txid, id de transacción, número de transacción, transferencia'),
    password: words(`
      pass, clave secreta de acceso, contraseña provisional, contraseña, contrasena, contraseñas, clave, clave de acceso, pin, código pin, contraseña de acceso, clave de pago
    `),
    passwordLinks: words('es, era, son, ahora es, sería, a, por, fue'),
    passwordStops: words(`
      incorrecta, incorrecto, inválida, inválido, errónea, olvidada, correcta, correcto, válida, perdida, cambiada, bloqueada, vencida, expirada, siempre, nunca,
      también, pero, para, como, muy, misma, mismo, segura, débil, fuerte, robada, necesaria, requerida, desconocida, distinta, diferente, rechazada,
      olvidé, gracias, ayuda, falsa, mala, buena, obligatoria, otra, demasiado, larga, corta, privada, todo, todos, porque, cuando, esta, esto, donde, igual
    `),
    oneTimeCode: words(`
      código de inicio de sesión, código temporal, código de ingreso, código de verificación, código de seguridad, código de confirmación, código sms, código de autenticación, código de un solo uso, código de acceso,
      código otp, código 2fa, clave dinámica, código recibido
    `),
    code: words('código, codigo, códigos'),
    otherCode: words('error, postal, país, promocional, descuento, referido, invitación, barras, área, estado, producto, cupón, qr'),
    units: words(`
      minutos, minuto, min, horas, hora, días, día, semanas, meses, años, veces, segundos, euros, euro, dólares, usd, usdt, pesos, caracteres, dígitos,
      personas, puntos, km, letras, intentos, soles, bolívares
    `),
    phone: words(`
      teléfono, tel, móvil, celular, mi número, llámame, llámenme, llamar, llamarme, contacto, whatsapp, sms, fono, cel, contactarme
    `),
    order: words(`
      pedido, número de pedido, ticket, referencia, ref, factura, seguimiento, envío, transacción, id, serie, reserva, monto, saldo, bloque, orden, caso,
      expediente, cliente, operación
    `),
    passport: words('pasaporte, número de pasaporte'),
    nationalId: words(`
      número de identidad, documento nacional, número de documento, dni nº, número de dni, dni, nie, nif, cédula, curp, rfc, rut, documento de identidad, número de identificación, seguridad social, carnet de identidad, identificación, documento
    `),
    card: words(`
      tarjeta, número de tarjeta, tarjeta de crédito, tarjeta de débito, visa, mastercard, cvv, cvc, caducidad, vencimiento, vence, código de seguridad
    `),
    address: words('dirección, billetera, monedero, cartera, depósito, retiro, enviado a, solana, sol, destinatario, phantom'),
    apiSecret: words(
      'clave de la api, api secret, secreto de api, secreto de cliente, secreto, clave api, clave de api, api key, clave secreta, token, token de acceso, secreto api, llave api, secret',
    ),
    email: words('correo, correo electrónico, email, e-mail, mail, contacto, escríbeme'),
    at: words('arroba, at'),
    dot: words('punto, dot'),
    version: words('versión, v, actualización, build, ios, android, firmware, app'),
  },
  closing: {
    thanks: words(`
      gracias, muchas gracias, mil gracias, muchísimas gracias, muchisimas gracias, se agradece, te agradezco, le agradezco, les agradezco, grcs, thx, thanks,
      gracias de nuevo, agradecido, agradecida, muy agradecido, muy agradecida, muy amable, muy amables, gracias mil
    `),
    acknowledgements: words(`
      ok, okay, vale, de acuerdo, perfecto, genial, excelente, listo, entendido, muy bien, bien, bueno, súper, estupendo, ya funciona, ya está, ya quedó, solucionado,
      resuelto, problema resuelto, problema solucionado, todo bien, todo correcto, entiendo, comprendo, de lujo, buenísimo, fantástico, ya funciona todo,
      ya está solucionado, ya está resuelto, ya lo solucioné, funciona, ahora funciona, ya me funciona, qué bien, maravilloso, recibido
    `),
    farewells: words(`
      adiós, adios, hasta luego, hasta pronto, buen día, buenas noches, que tenga buen día, que tengan buen día, que tengas buen día, saludos, un saludo,
      saludos cordiales, igualmente, chao, feliz día, buen fin de semana, que estén bien, feliz tarde
    `),
    fillers: words(`
      por su ayuda, por la ayuda, por tu ayuda, por vuestra ayuda, por todo, por su respuesta, por la respuesta, por tu respuesta, por responder, por contestar,
      por la información, por la info, por la rapidez, por su atención, por la atención, por su tiempo, por su apoyo, por la rápida respuesta, y, muy, de nuevo,
      otra vez, a todos, a ustedes, de antemano, hola, señor, señora, amigos, amigo, equipo, a usted, a ti, de verdad, por la aclaración, ah, oh, entonces,
      por su pronta respuesta, por la pronta respuesta, por avisar, por su paciencia, sí, todos, de todas formas, de todos modos, por ayudarme
    `),
  },
} satisfies TextLanguage;
