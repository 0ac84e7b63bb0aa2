import { openBrowser } from '#test/support/browser.ts';
const browser = await openBrowser();
const looks = process.argv[2] === 'all'
  ? (['light', 'dark'] as const).flatMap((theme) => [[1440, 900], [390, 844]].flatMap(([w, h]) => (['en', 'zh', 'fr', 'de'] as const).map((language) => ({ w: w!, h: h!, theme, language }))))
  : [{ w: 1440, h: 900, theme: 'light', language: 'en' }, { w: 390, h: 844, theme: 'dark', language: 'zh' }];
for (const { w, h, theme, language } of looks) {
  const context = await browser.newContext({ viewport: { width: w, height: h }, reducedMotion: 'reduce', colorScheme: theme as 'light' });
  await context.addInitScript(([t, l]) => { localStorage.setItem('huiyin.theme', t!); localStorage.setItem('huiyin.language', l!); }, [theme, language]);
  const page = await context.newPage();
  page.on('pageerror', (e) => console.log('ERR', e.message));
  page.on('console', (m) => m.type() === 'error' && console.log('CONSOLE', m.text()));
  await page.goto('http://127.0.0.1:4104/peak-load/notice');
  await page.waitForTimeout(3500);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  console.log(w, theme, language, 'overflow', overflow);
  await page.screenshot({ path: `/tmp/shots/notice-${w}-${theme}-${language}.png`, fullPage: true });
  await context.close();
}
await browser.close();
