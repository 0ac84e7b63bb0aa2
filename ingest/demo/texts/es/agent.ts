// What our people and machines say in Spanish, answers and subjects included.
import type { AgentWords, Openers } from '../wording.ts';

const solvesEs: Openers = {
  'deposit.late': [
    'Ya lo encontré: {sum} se demoraron por la congestión de {chain}. Actualiza y los verás.',
    'En la cadena está hecho, nuestro índice iba atrasado. Tus {asset} ya deberían verse.',
  ],
  'deposit.failed': [
    'Faltó gas. La cadena se queda {fee}, tus {sum} volvieron. Recarga un poco y reintenta.',
    '{error} fue un nodo lento, ya cambiamos. Un nuevo intento debería funcionar.',
  ],
  'deposit.wrong-amount': [
    'La diferencia es la comisión de {chain}, {fee}, más la de la otra plataforma.',
    'Faltaba una dirección en la suma, ahora deberían ser {sum}.',
  ],
  'deposit.wrong-network': [
    'La dirección es la misma en {network2}: agrega la red y verás {sum}.',
    'La recuperación manual está en curso, unos cinco días hábiles, se descuentan {fee}.',
  ],
  fees: [
    'Los {fee} van a los validadores de {chain}, nosotros no cobramos. Elige «económica».',
    '{chain} está cargada hoy, esta noche será más barato.',
  ],
  'account.login': [
    'Ya quité el bloqueo. Restaura una vez con tu frase y define contraseña nueva.',
    '{error} era por el reloj, veo que ya entraste.',
  ],
  'account.2fa': [
    'Los SMS funcionan de nuevo, pide otro código.',
    'Identidad confirmada, número anterior eliminado. Retiros en pausa 24 horas.',
  ],
  verification: [
    'Tu verificación fue aprobada a mano, el límite se activa en diez minutos.',
    'El comprobante tenía más de tres meses, sube uno reciente por favor.',
  ],
  'security.theft': [
    'Lo lamento mucho, en la cadena no se puede revertir. Marcamos la dirección y te enviamos los documentos para la policía.',
    'Hubo un permiso ilimitado {when}. Revócalo y usa una billetera nueva.',
  ],
  'security.phishing': [
    '{site} no es nuestro, pedimos que lo cierren. Hiciste bien en preguntar.',
    'Nunca escribimos primero. Bloquea a esa persona.',
  ],
  'security.suspicious-transaction': [
    'Es envenenamiento de direcciones, no falta nada. Compara siempre la dirección completa.',
    'El dispositivo extraño es tu nuevo {device}, todo en orden.',
  ],
  'app.crash': [
    'Fallo conocido de {version} en {device}, la corrección sale en dos días.',
    'La caché estaba dañada, bórrala, tus fondos no se ven afectados.',
  ],
  'app.connection': [
    'El nodo de {chain} falló y ya cambiamos. Actualiza por favor.',
    'Saldo 0 solo era falta de conexión, todo sigue en la cadena.',
  ],
  'app.performance': [
    'Activa el «modo ligero», corregiremos el consumo de {version}.',
    'Es sobre todo caché de gráficos, puedes borrarla.',
  ],
  'trade.swap': ['El deslizamiento era bajo, tus {sum} están intactos. Con 1 % funciona.', '{asset2} está ahí, toca «Agregar token».'],
  'trade.staking': ['Las recompensas de {asset} llegan por época, será mañana.', 'Tras el bloqueo, tus {sum} quedan libres mañana.'],
  'support.no-reply': [
    'Esperaste {waited} en vano y es culpa nuestra. Ya resolví {ticket} personalmente.',
    'Disculpa, estábamos atrasados. Ya está, revisa tus {asset}.',
  ],
  'support.rude': ['Leí la conversación y no estuvo bien, te pedimos disculpas. Yo me encargo.'],
  'support.wrong-language': ['Disculpa, estabas en el grupo equivocado. Desde ahora en español. Sobre {asset}: todo en orden.'],
  'feature-request': ['Más de {n}0 personas lo pidieron, está en la lista.', 'Ya existe: Ajustes > Pantalla.'],
  praise: ['¡Gracias, se lo paso al equipo!', '¡Qué alegría leerlo, gracias!'],
  'complaint-regulator': ['Nuestra respuesta escrita sobre {sum} está en tu correo, puedes objetar en quince días hábiles.'],
  other: ['Está en Yo > Cuenta, te envié capturas.', 'Se puede, completa el formulario del centro de ayuda.'],
};

export const subjectsEs: Openers = {
  'deposit.late': ['{sum} no llegan', 'Retiro pendiente hace {span}'],
  'deposit.failed': ['Transferencia fallida {error}', 'Retiro rechazado'],
  'deposit.wrong-amount': ['Monto incorrecto', 'Falta dinero'],
  'deposit.wrong-network': ['Red equivocada, {sum}', 'Recuperar {network2}'],
  fees: ['Comisión de {fee}', 'Duda sobre comisiones'],
  'account.login': ['No puedo entrar', 'Bloqueado, {error}'],
  'account.2fa': ['No llega el código', 'Restablecer 2FA'],
  verification: ['Verificación pendiente', 'Verificación rechazada'],
  'security.theft': ['URGENTE robo de {sum}', 'Billetera vaciada'],
  'security.phishing': ['Sitio falso', '¿Son ustedes?'],
  'security.suspicious-transaction': ['Transacción desconocida', 'Movimiento sospechoso'],
  'app.crash': ['{version} se cierra', 'Falla en {device}'],
  'app.connection': ['Sin conexión', 'Saldo en 0'],
  'app.performance': ['App lenta', 'Batería'],
  'trade.swap': ['Cambio fallido', '{asset} a {asset2}'],
  'trade.staking': ['Recompensas', 'Staking de {asset}'],
  'support.no-reply': ['Sin respuesta', '{ticket} ignorado'],
  'support.rude': ['Mal trato'],
  'support.wrong-language': ['En español por favor'],
  'feature-request': ['Sugerencia', 'Agregar {network2}'],
  praise: ['Gracias', 'Felicitaciones'],
  'complaint-regulator': ['Reclamo formal {ticket}', 'Último aviso'],
  other: ['Consulta', 'Pregunta'],
};

export const agentEs: AgentWords = {
  greets: ['Hola, soy {agent}, enseguida lo reviso.', 'Hola, un momento, abro tu caso.', 'Hola, gracias por esperar, yo me encargo.'],
  kindnesses: [
    'Entiendo que preocupa mucho y me ocupo yo de principio a fin.',
    'Comprendo la molestia; lo sigo yo hasta que quede resuelto.',
  ],
  sorries: ['Lamento la larga espera.', 'Disculpa la demora, estamos recibiendo muchos mensajes.', 'Siento que hayas esperado {waited}.'],
  macros: {
    ask: ['Hola, por favor indica el hash, el modelo y la versión de la aplicación.'],
    solve: {
      money: ['Hola, las transferencias pueden demorar cuando la red está cargada. Ten paciencia por favor.'],
      account: ['Hola, sigue el artículo «No puedo entrar» del centro de ayuda.'],
      security: ['Hola, nunca compartas tu frase. Las operaciones son irreversibles, denuncia por favor.'],
      app: ['Hola, instala la última versión y reintenta por favor.'],
      swap: ['Hola, el resultado depende de la cadena y puede variar.'],
      service: ['Hola, lamentamos las molestias.'],
      idea: ['Hola, gracias por tu sugerencia.'],
      identity: ['Hola, la verificación tarda de uno a tres días hábiles.'],
      staking: ['Hola, el retiro del staking tiene un plazo, ten paciencia por favor.'],
    },
  },
  escalates: [
    'Los desarrolladores deben ver los registros, ya se lo pasé. Calcula uno o dos días hábiles, te aviso.',
    'Lo escalé con el número {ticket}, atento a tu correo.',
    'Es un defecto nuestro, reportado como {ticket}.',
  ],
  holds: {
    live: ['Sigo revisando, unos minutos por favor.', 'Lo comparo con la cadena, un momento.'],
    letter: ['Los desarrolladores analizan los registros, aún sin resultado.', 'Tu caso sigue en curso, no te olvidamos.'],
  },
  goodbyes: ['¡De nada, buen día!', '¡Con gusto!', 'De nada, cuida bien tu frase.'],
  callBacks: ['Hola, {agent} de Larkfold, te devolví la llamada y resolvimos lo de {asset}.'],
  complaintAcks: ['Tu reclamo quedó registrado como {ticket}. Soy {agent}, me encargo; respuesta escrita en tres días hábiles.'],
  complaintDecisions: [
    'Sobre {ticket}: nuestro nodo iba atrasado, {sum} ya están acreditados y devolvemos {fee}. Disculpas.',
    'Sobre {ticket}: respondimos tarde y compensamos {fee}. Puedes pedir revisión en quince días hábiles.',
  ],
  reviewReplies: {
    good: ['¡Gracias por tus palabras!', '¡Gracias por estos {long}!'],
    bad: ['Lo sentimos. Escríbenos en Ayuda > Contacto con {ticket} y lo vemos primero.', 'Estamos corrigiendo el fallo de {version}.'],
  },
  warnings: ['Importante: nunca envíes tu frase ni tu clave, tampoco a nosotros. Crea una billetera nueva y mueve tus fondos ya.'],
  solves: solvesEs,
  hellos: ['Hola,\n\n', 'Hola {customer},\n\n'],
  signoffs: ['\n\nSaludos,\n{agent}\nSoporte de Larkfold Wallet', '\n\n{agent}, Larkfold', ''],
  botHellos: ['Hola, soy Lark, el asistente. Te paso con una persona.'],
  botWaits: ['La espera es mayor de lo normal. Deja un mensaje y te respondemos por correo.'],
  autoAcks: ['[Respuesta automática] Recibimos tu mensaje, número {ticket}. Respondemos en 24 horas.'],
  surveys: ['¿Cómo estuvo la atención? Califícala del 1 al 5.'],
  campaigns: ['Temporada de staking: hasta {apr} en {asset} esta semana.'],
};
