// What the page of the survey says, in the languages of customers.
import type { RatingKind } from '#db/model/conversation.ts';
import type { SurveyLanguage } from '#db/model/survey.ts';

export type PageWords = {
  readonly htmlLang: string;
  readonly title: string;
  readonly questions: Readonly<Record<RatingKind, string>>;
  /** What the ends of the scale mean. */
  readonly ends: Readonly<Record<RatingKind, readonly [low: string, high: string]>>;
  readonly comment: string;
  readonly commentHint: string;
  readonly send: string;
  readonly change: string;
  readonly thanks: string;
  readonly yours: string;
  readonly mayChange: string;
  readonly expired: string;
  readonly unknown: string;
  readonly choose: string;
  readonly busy: string;
};

export const pageWords: Readonly<Record<SurveyLanguage, PageWords>> = {
  en: {
    htmlLang: 'en',
    title: 'Your opinion',
    questions: {
      csat: 'How satisfied are you with our help?',
      nps: 'How likely are you to recommend us to others?',
      ces: 'It was easy to get help.',
    },
    ends: { csat: ['not at all', 'very'], nps: ['not at all likely', 'very likely'], ces: ['I disagree', 'I agree'] },
    comment: 'Would you like to tell us why? (optional)',
    commentHint: 'Please write no passwords, recovery phrases or keys. We never ask for them.',
    send: 'Send',
    change: 'Change my answer',
    thanks: 'Thank you. Your answer has arrived.',
    yours: 'Your answer:',
    mayChange: 'You can change it for a little while.',
    expired: 'This survey has ended. Thank you for looking in.',
    unknown: 'This link is not valid. Please open it exactly as it stands in the message.',
    choose: 'Please choose a number first.',
    busy: 'Too many tries at once. Please try again in a minute.',
  },
  'zh-Hans': {
    htmlLang: 'zh-CN',
    title: '您的意见',
    questions: { csat: '您对我们的帮助满意吗？', nps: '您有多大可能向他人推荐我们？', ces: '获得帮助的过程很轻松。' },
    ends: { csat: ['非常不满意', '非常满意'], nps: ['完全不可能', '非常可能'], ces: ['不同意', '同意'] },
    comment: '愿意告诉我们原因吗？（选填）',
    commentHint: '请勿填写密码、助记词或私钥。我们绝不会向您索取。',
    send: '提交',
    change: '修改答案',
    thanks: '谢谢，我们已收到您的回答。',
    yours: '您的回答：',
    mayChange: '短时间内您仍可修改。',
    expired: '本次调查已结束，感谢您的关注。',
    unknown: '链接无效。请完整打开消息中的链接。',
    choose: '请先选择一个数字。',
    busy: '尝试过于频繁，请一分钟后再试。',
  },
  'zh-Hant': {
    htmlLang: 'zh-TW',
    title: '您的意見',
    questions: { csat: '您對我們的協助滿意嗎？', nps: '您有多大可能向他人推薦我們？', ces: '取得協助的過程很輕鬆。' },
    ends: { csat: ['非常不滿意', '非常滿意'], nps: ['完全不可能', '非常可能'], ces: ['不同意', '同意'] },
    comment: '願意告訴我們原因嗎？（選填）',
    commentHint: '請勿填寫密碼、助記詞或私鑰。我們絕不會向您索取。',
    send: '送出',
    change: '修改答案',
    thanks: '謝謝，我們已收到您的回答。',
    yours: '您的回答：',
    mayChange: '短時間內您仍可修改。',
    expired: '本次調查已結束，感謝您的關注。',
    unknown: '連結無效。請完整開啟訊息中的連結。',
    choose: '請先選擇一個數字。',
    busy: '嘗試過於頻繁，請一分鐘後再試。',
  },
  fr: {
    htmlLang: 'fr',
    title: 'Votre avis',
    questions: {
      csat: 'Êtes-vous satisfait de notre aide ?',
      nps: 'Quelle est la probabilité que vous nous recommandiez ?',
      ces: 'Il a été facile d’obtenir de l’aide.',
    },
    ends: { csat: ['pas du tout', 'tout à fait'], nps: ['très improbable', 'très probable'], ces: ['pas d’accord', 'd’accord'] },
    comment: 'Voulez-vous nous dire pourquoi ? (facultatif)',
    commentHint: 'N’écrivez ni mot de passe, ni phrase de récupération, ni clé. Nous ne les demandons jamais.',
    send: 'Envoyer',
    change: 'Modifier ma réponse',
    thanks: 'Merci. Votre réponse est bien arrivée.',
    yours: 'Votre réponse :',
    mayChange: 'Vous pouvez encore la modifier pendant un court moment.',
    expired: 'Cette enquête est terminée. Merci de votre visite.',
    unknown: 'Ce lien n’est pas valable. Ouvrez-le tel qu’il figure dans le message.',
    choose: 'Choisissez d’abord un nombre.',
    busy: 'Trop d’essais à la fois. Réessayez dans une minute.',
  },
  de: {
    htmlLang: 'de',
    title: 'Ihre Meinung',
    questions: {
      csat: 'Wie zufrieden sind Sie mit unserer Hilfe?',
      nps: 'Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?',
      ces: 'Es war leicht, Hilfe zu bekommen.',
    },
    ends: { csat: ['gar nicht', 'sehr'], nps: ['sehr unwahrscheinlich', 'sehr wahrscheinlich'], ces: ['stimme nicht zu', 'stimme zu'] },
    comment: 'Möchten Sie uns sagen, warum? (freiwillig)',
    commentHint: 'Bitte schreiben Sie keine Passwörter, Wiederherstellungswörter oder Schlüssel. Wir fragen nie danach.',
    send: 'Absenden',
    change: 'Antwort ändern',
    thanks: 'Danke. Ihre Antwort ist angekommen.',
    yours: 'Ihre Antwort:',
    mayChange: 'Sie können sie noch eine kurze Zeit ändern.',
    expired: 'Diese Umfrage ist beendet. Danke für Ihren Besuch.',
    unknown: 'Dieser Link ist nicht gültig. Bitte öffnen Sie ihn genau so, wie er in der Nachricht steht.',
    choose: 'Bitte wählen Sie zuerst eine Zahl.',
    busy: 'Zu viele Versuche auf einmal. Bitte versuchen Sie es in einer Minute noch einmal.',
  },
  es: {
    htmlLang: 'es',
    title: 'Su opinión',
    questions: {
      csat: '¿Está satisfecho con nuestra ayuda?',
      nps: '¿Qué probabilidad hay de que nos recomiende?',
      ces: 'Fue fácil obtener ayuda.',
    },
    ends: { csat: ['nada', 'mucho'], nps: ['nada probable', 'muy probable'], ces: ['en desacuerdo', 'de acuerdo'] },
    comment: '¿Quiere decirnos por qué? (opcional)',
    commentHint: 'No escriba contraseñas, frases de recuperación ni claves. Nunca las pedimos.',
    send: 'Enviar',
    change: 'Cambiar mi respuesta',
    thanks: 'Gracias. Hemos recibido su respuesta.',
    yours: 'Su respuesta:',
    mayChange: 'Puede cambiarla durante un breve tiempo.',
    expired: 'Esta encuesta ha terminado. Gracias por su visita.',
    unknown: 'Este enlace no es válido. Ábralo tal como aparece en el mensaje.',
    choose: 'Elija primero un número.',
    busy: 'Demasiados intentos seguidos. Vuelva a probar dentro de un minuto.',
  },
  ru: {
    htmlLang: 'ru',
    title: 'Ваше мнение',
    questions: {
      csat: 'Насколько вы довольны нашей помощью?',
      nps: 'Насколько вероятно, что вы порекомендуете нас другим?',
      ces: 'Получить помощь было легко.',
    },
    ends: { csat: ['совсем не доволен', 'очень доволен'], nps: ['совсем невероятно', 'очень вероятно'], ces: ['не согласен', 'согласен'] },
    comment: 'Расскажете почему? (необязательно)',
    commentHint: 'Не пишите пароли, фразы восстановления и ключи. Мы никогда о них не спрашиваем.',
    send: 'Отправить',
    change: 'Изменить ответ',
    thanks: 'Спасибо, ваш ответ получен.',
    yours: 'Ваш ответ:',
    mayChange: 'Ещё некоторое время его можно изменить.',
    expired: 'Опрос завершён. Спасибо, что заглянули.',
    unknown: 'Ссылка недействительна. Откройте её точно так, как она указана в сообщении.',
    choose: 'Сначала выберите число.',
    busy: 'Слишком много попыток подряд. Попробуйте ещё раз через минуту.',
  },
};
