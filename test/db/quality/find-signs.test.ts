// Signs of a good reply by language: what names one, and what only looks like it.
import { describe, expect, it } from 'vitest';
import { findSigns, type SignKind } from '#db/quality/find-signs.ts';

type Case = readonly [language: string, kind: SignKind, text: string];

const named: readonly Case[] = [
  ['en', 'greeting', 'Hi Ann,\nwe are on it.'],
  ['en', 'greeting', 'Good morning Mr Bell'],
  ['en', 'thanks', 'Thank you for the screenshot.'],
  ['en', 'apology', 'We’re very sorry this went wrong.'],
  ['en', 'apology', 'Sorry for the wait.'],
  ['en', 'understanding', 'I understand how worrying a missing deposit is.'],
  ['en', 'next_step', 'We will check the node and write to you.'],
  ['en', 'next_step', 'Please update the app first.'],
  ['en', 'expected_time', 'You will hear from us within 2 working days.'],
  ['en', 'expected_time', 'It should arrive by tomorrow.'],
  ['zh-Hans', 'greeting', '您好，我们来看一下。'],
  ['zh-Hans', 'thanks', '感谢您的反馈。'],
  ['zh-Hans', 'apology', '非常抱歉让您久等。'],
  ['zh-Hans', 'understanding', '我们非常理解您的心情。'],
  ['zh-Hans', 'next_step', '技术同事会马上核实这笔转账。'],
  ['zh-Hans', 'next_step', '请您先更新到最新版本。'],
  ['zh-Hans', 'expected_time', '预计 24 小时内到账，请留意。'],
  ['zh-Hant', 'apology', '很抱歉讓您久等。'],
  ['zh-Hant', 'expected_time', '我們會在 2 個工作日內回覆您。'],
  ['fr', 'greeting', 'Bonjour Inès,'],
  ['fr', 'thanks', "Merci d'avoir signalé ce problème."],
  ['fr', 'apology', 'Veuillez nous excuser pour ce délai.'],
  ['fr', 'understanding', 'Je comprends bien votre inquiétude.'],
  ['fr', 'next_step', 'Nous vérifions la transaction.'],
  ['fr', 'next_step', 'Merci de fournir le numéro de version.'],
  ['fr', 'expected_time', 'Vous aurez une réponse sous trois jours ouvrés.'],
  ['de', 'greeting', 'Guten Tag Frau Lindt,'],
  ['de', 'thanks', 'Vielen Dank für Ihre Nachricht.'],
  ['de', 'apology', 'Bitte entschuldigen Sie die Verzögerung.'],
  ['de', 'understanding', 'Das kann ich gut nachvollziehen.'],
  ['de', 'next_step', 'Wir prüfen die Buchung.'],
  ['de', 'next_step', 'Bitte aktualisieren Sie die App.'],
  ['de', 'expected_time', 'Sie hören innerhalb von zwei Werktagen von uns.'],
];

const notNamed: readonly Case[] = [
  ['en', 'greeting', 'The hi-res picture is enough.'],
  ['en', 'thanks', 'Thanks to the update the balance shows again.'],
  ['en', 'thanks', 'No thanks needed.'],
  ['en', 'apology', 'You do not have to be sorry about that, nobody could know.'],
  ['en', 'understanding', 'I do not understand what you mean.'],
  ['en', 'next_step', 'Please never share your phrase, and we will never write first.'],
  ['en', 'next_step', 'The transfer arrived.'],
  ['en', 'expected_time', 'It took 3 days, as the chain was busy.'],
  ['en', 'expected_time', 'You have been waiting for 31 hours.'],
  ['zh-Hans', 'greeting', '这个版本您好像没有装。'],
  ['zh-Hans', 'apology', '您不需要道歉，也不用说对不起。'],
  ['zh-Hans', 'understanding', '请您理解，链上转账无法撤回。'],
  ['zh-Hans', 'understanding', '我不太理解您说的情况。'],
  ['zh-Hans', 'next_step', '我们不会主动联系您，请勿转账。'],
  ['zh-Hans', 'expected_time', '您已经等了 3 天左右。'],
  ['fr', 'thanks', 'Merci de fournir le numéro de version.'],
  ['fr', 'apology', 'Vous n’avez pas à vous excuser, inutile de présenter vos excuses, nos excuses suffisent.'],
  ['fr', 'understanding', 'Je ne comprends pas votre question.'],
  ['fr', 'next_step', 'Nous ne vous contacterons jamais en premier.'],
  ['fr', 'expected_time', 'Vous avez dû attendre dans les 3 jours, c’est trop.'],
  ['de', 'thanks', 'Nein danke ist auch eine Antwort.'],
  ['de', 'apology', 'Sie müssen sich nicht entschuldigen, keine Entschuldigung nötig.'],
  ['de', 'understanding', 'Das kann ich nicht nachvollziehen.'],
  ['de', 'next_step', 'Wir werden Sie niemals nach Ihrer Wortfolge fragen.'],
  ['de', 'expected_time', 'Das hat seit Montag in drei Tagen nur gedauert.'],
];

const kindsIn = (text: string, language: string) => findSigns(text, language)?.map(({ kind }) => kind) ?? [];

describe('signs of a good reply', () => {
  it.each(named)('in %s: %s is named by %j', (language, kind, text) => {
    expect(kindsIn(text, language)).toContain(kind);
  });

  it.each(notNamed)('in %s: %s is not named by %j', (language, kind, text) => {
    expect(kindsIn(text, language)).not.toContain(kind);
  });

  it('come with their words, one of each kind', () => {
    expect(findSigns('Hi Ann, thanks, thank you! We will check 0.5 BTC within 2 hours.', 'en')).toEqual([
      { kind: 'greeting', quote: 'Hi' },
      { kind: 'thanks', quote: 'thanks' },
      { kind: 'next_step', quote: 'We will check' },
      { kind: 'expected_time', quote: 'within 2 hours' },
    ]);
  });

  it('are not looked for in languages that nobody wrote down', () => {
    expect(findSigns('Здравствуйте, спасибо!', 'ru')).toBeNull();
  });
});
