// Questions that our people ask in Spanish, each with answers that fit it.
import type { Exchanges } from '../wording.ts';

export const exchangesEs: Exchanges = {
  money: [
    {
      ask: '¿Me envías el hash de la transferencia de {asset} y la hora aproximada?',
      answers: ['{tx}', 'El hash: {tx}', '{tx}, enviado {when}'],
    },
    {
      ask: '¿Confirmas la dirección y la red: {network} o {network2}?',
      answers: ['{network}, a {address}', '{network}, la dirección está bien'],
    },
    { ask: 'Veo una transferencia de {sum}, ¿es esa?', answers: ['Sí, esa', 'Sí, los {sum}'] },
  ],
  account: [
    { ask: '¿Qué teléfono y versión del sistema usas?', answers: ['{device}, {os}', 'Un {device}'] },
    { ask: '¿Cuál es el código de error exacto? Sin contraseñas, por favor.', answers: ['{error}', 'Sigue {error}'] },
    { ask: '¿Tienes tu frase? Solo sí o no, nunca la envíes.', answers: ['Sí', 'Sí, en papel'] },
  ],
  identity: [
    { ask: '¿Subiste documento o pasaporte, por ambos lados?', answers: ['Documento, ambos lados', 'Pasaporte'] },
    { ask: '¿Aparece algún código?', answers: ['{error}', 'No, solo «rechazado»'] },
  ],
  security: [
    {
      ask: 'No envíes nada más a esta billetera por ahora. ¿Aprobaste algún contrato?',
      answers: ['Abrí {site}', 'Sí, por un airdrop', 'No'],
    },
    { ask: '¿Me pasas el hash de la operación desconocida?', answers: ['{tx}', '{tx}, se fue a {address}'] },
    { ask: '¿Escribiste tu frase en algún sitio?', answers: ['No, está en papel', 'En {site}...'] },
  ],
  app: [
    { ask: '¿Modelo, sistema y versión de la app?', answers: ['{device}, {os}, {version}', '{device}, {version}'] },
    { ask: '¿Ocurre al abrir o en una página concreta?', answers: ['Al abrir', 'En la página de activos'] },
    { ask: 'Prueba Ajustes > General > Borrar caché y reinicia.', answers: ['Listo, igual', 'Mejoró un rato y volvió'] },
  ],
  swap: [
    { ask: 'Envíame el hash y veo en qué paso quedó.', answers: ['{tx}', 'Hash {tx}'] },
    { ask: '¿Qué par y qué cadena?', answers: ['{asset} a {asset2}, {network}', '{sum} a {asset2}'] },
    { ask: '¿Qué deslizamiento pusiste?', answers: ['{n} %', 'El de siempre'] },
  ],
  staking: [
    { ask: '¿Con qué validador y desde cuándo?', answers: ['El recomendado, {when}', 'El primero de la lista'] },
    { ask: '¿Qué estado aparece?', answers: ['En proceso', '{error}'] },
  ],
  service: [
    { ask: '¿Me das el número de ticket anterior?', answers: ['{ticket}', 'Ticket {ticket}'] },
    { ask: '¿Cuándo y por dónde nos escribiste?', answers: ['{when}, por correo', 'Por chat, {when}'] },
  ],
  idea: [
    { ask: '¡Gracias por la idea! ¿En qué situación lo usarías?', answers: ['A fin de mes, para pagos', 'Cuando envío {asset}'] },
    { ask: '¿Más en teléfono o en tableta?', answers: ['Teléfono, {device}', 'Los dos'] },
  ],
};
