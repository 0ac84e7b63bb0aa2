// What to write to customers when an issue is fixed, until somebody writes better words: `{issue}` and `{version}` are filled in.
import { baseLanguage } from '#db/model/language.ts';

const words: Readonly<Record<string, string>> = {
  en: 'Hello, you wrote to us about this: {issue}. It is fixed{version}. Please try it once more, and answer here if it still happens. Thank you for telling us.',
  zh: '您好，您曾向我们反映：{issue}。该问题已修复{version}。请再试一次，如仍出现，直接回复即可。感谢您的反馈。',
  fr: 'Bonjour, vous nous avez écrit à ce sujet : {issue}. C’est corrigé{version}. Réessayez, et répondez ici si cela se produit encore. Merci de nous l’avoir signalé.',
  de: 'Guten Tag, Sie haben uns dazu geschrieben: {issue}. Das ist behoben{version}. Bitte versuchen Sie es noch einmal und antworten Sie hier, falls es wieder auftritt. Danke für den Hinweis.',
  es: 'Hola, nos escribió sobre esto: {issue}. Ya está corregido{version}. Pruébelo otra vez y responda aquí si vuelve a ocurrir. Gracias por avisarnos.',
  ru: 'Здравствуйте! Вы писали нам: {issue}. Это исправлено{version}. Попробуйте ещё раз и ответьте здесь, если повторится. Спасибо, что сообщили.',
};

const versions: Readonly<Record<string, (version: string) => string>> = {
  en: (version) => ` in version ${version}`,
  zh: (version) => `（版本 ${version}）`,
  fr: (version) => ` dans la version ${version}`,
  de: (version) => ` mit Version ${version}`,
  es: (version) => ` en la versión ${version}`,
  ru: (version) => ` в версии ${version}`,
};

/** The house's words for a language, English for one that it has none in. */
export function usualWords(language: string): string {
  return words[baseLanguage(language.toLowerCase())] ?? words.en ?? '';
}

/** A template with its slots filled. */
export function fillWords(
  template: string,
  language: string,
  { label, fixedIn }: { readonly label: string; readonly fixedIn: string | null },
): string {
  const version = fixedIn === null ? '' : (versions[baseLanguage(language.toLowerCase())] ?? ((name: string) => ` (${name})`))(fixedIn);
  return template.replaceAll('{issue}', label).replaceAll('{version}', version);
}
