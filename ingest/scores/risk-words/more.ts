// Spanish, Russian and Japanese words of risk: the plain cases, no more.
import { harmMore } from '../harm-words/more.ts';
import type { RiskWords } from './words.ts';

export const riskMore: RiskWords = {
  signals: {
    'asks-for-secret': [
      '(envíe|envía|envíenos|comparta|comparte|proporcione|confirme|verifique|dígame|facilite|envíeme|mándame) .. (su|tu|la) .. (frase semilla|frase de recuperación|clave privada|12 palabras|24 palabras|contraseña|seed|semilla)',
      '(отправьте|пришлите|сообщите|назовите|скиньте|подтвердите|укажите|отправь) .. (фразу|сид фразу|сид|приватный ключ|12 слов|24 слова|мнемонику|пароль|код из смс)',
      '(リカバリーフレーズ|シードフレーズ|秘密鍵|復元フレーズ|秘密の復元フレーズ) .. (送ってください|教えてください|お送りください|提供してください|ご提供)',
    ],
    'enter-secret': [
      '(introduzca|ingrese|introduce|ingresa|importe) .. (su|tu) .. (frase|semilla|clave privada|12 palabras|24 palabras)',
      '(введите|импортируйте) .. (вашу|ваш|свою|свой|сид) .. (фразу|сид|ключ|фраза)',
      '(リカバリーフレーズ|シードフレーズ|秘密鍵) .. (入力してください|ご入力)',
    ],
    'told-of-asking': [
      '(me pide|me piden|me pidió|pidiendo|me pidieron) .. (frase|semilla|clave privada|palabras|contraseña)',
      '(просит|просят|требует|требуют|попросил*) .. (фразу|сид|ключ|пароль)',
      '(リカバリーフレーズ|シードフレーズ|秘密鍵) .. (聞かれ|求められ|要求され)',
    ],
    'wallet-validation': [
      '(verifique|valide|sincronice|desbloquee|verifica|valida) .. (su|tu) .. (billetera|monedero|wallet|cuenta)',
      '(подтвердите|верифицируйте|синхронизируйте|разблокируйте) .. (ваш|свой|кошелек|аккаунт)',
      'ウォレット .. (検証|同期|認証) .. (してください|必要)',
    ],
    'private-channel': [
      '(escríbame|contacte|contacta|escribe|escríbeme) .. (whatsapp|telegram)',
      '(пишите|напишите|свяжитесь|обратитесь|пиши) .. (телеграм*|telegram|whatsapp|ватсап|вотсап|в личку|лс|личные)',
      '(line|telegram|whatsapp|テレグラム) .. (連絡|追加|ご連絡)',
    ],
    'remote-control': [
      '(anydesk|teamviewer|rustdesk|acceso remoto|control remoto|удаленный доступ|энидеск|リモート操作|遠隔操作|画面共有)',
    ],
    'unlock-payment': [
      '(transfiera|mueva|envíe) .. (fondos|activos|dinero) .. (billetera|cuenta|wallet) (segura|temporal)',
      '(pagar|pague|depositar|deposite) .. (impuesto|tasa|comisión|fianza|depósito) .. (retir*|desbloque*|liberar)',
      '(переведите|отправьте) .. (безопасный|временный|резервный) (кошелек|счет)',
      '(оплатите|внесите|заплатить) .. (налог|комиссию|депозит|залог) .. (вывод*|вывести|разблок*)',
      '(税金|保証金|手数料|解除料) .. (支払|振込|入金) .. (出金|引き出し|解除)',
    ],
    'recovery-offer': [
      '(recuperar|recuperó|recuperaron) .. (fondos|criptomonedas|dinero|bitcoin) .. (perdid*|robad*) .. (contact*|hacker|experto)',
      '(вернуть|вернем|вернул|возврат) .. (украденн*|потерянн*) .. (крипт*|средств*|деньги|биткоин*)',
    ],
    drainer: [
      '(conecte|conecta) .. (su|tu) (billetera|wallet) .. (reclamar|recibir|airdrop)',
      '(подключите|подключи) .. кошелек .. (получ*|аирдроп|airdrop)',
    ],
    'address-poisoning': ['(dirección|direccion) (similar|parecida)', '(похожий|похожего) адрес*'],
    'fake-app': ['(aplicación|app) (falsa|fraudulenta)', '(поддельн*|фейков*) (приложени*|сайт*)', '(偽アプリ|偽のアプリ)'],
    letter: ['(carta|sobre) .. (qr|código qr)', '(письмо|конверт) .. qr'],
    hacked: [...harmMore.reasons['funds-lost'], ...harmMore.reasons['account-taken-over']],
    'gave-secret': [...harmMore.reasons['secret-exposed']],
  },
  warnings: [
    '(nunca|no|jamás) .. (comparta|comparte|pedimos|pide|envíe|dé|pedirá|pediremos|introduzca)',
    '(никогда|не|никому) .. (сообщайте|просим|просит|отправляйте|передавайте|вводите|говорите|запрашива*)',
    '(教えないで|共有しないで|求めません|お聞きしません|絶対に)',
    '(cómo|dónde|как|где) .. (verificar|importar|encontrar|подтвердить|импортировать|найти)',
  ],
  reports: [
    '(es|esto es|son) .. (real|ustedes|legítimo|estafa|oficial|verdad|seguro)',
    '(alguien|una persona) .. (pide|dice|llamó|escribió|pidió|contactó)',
    '(recibí|me llegó|he recibido) .. (correo|mensaje|sms|llamada|carta|email)',
    '(это|они) .. (вы|мошенник*|обман|правда|официальн*|развод)',
    '(кто то|человек|мне) .. (написал*|просит|пишет|звонит|позвонил*|пришло|пришел)',
    '(本物ですか|詐欺ですか|公式ですか|という|メールが来|届きました)',
    '(me pide|me piden|me pidió|просит|просят|требуют)',
  ],
  victims: ['(estafaron|estafado|robaron|robado|hackearon|hackeado|украли|взломали|обманули|мошенники украли|盗まれ|騙され|だまされ)'],
};
