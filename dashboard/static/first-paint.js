// Sets theme and language before the first paint; a file of its own, because inline scripts are not allowed.
(() => {
  const root = document.documentElement;
  let theme = 'system';
  let language = '';
  try {
    theme = localStorage.getItem('huiyin.theme') || 'system';
    language = localStorage.getItem('huiyin.language') || navigator.language;
  } catch {
    // A browser that forbids storage still gets a page: system theme, English.
  }
  const isDark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = isDark ? 'dark' : 'light';
  const base = language.toLowerCase().split('-')[0];
  root.lang = base === 'zh' ? 'zh-CN' : base === 'fr' || base === 'de' ? base : 'en';
})();
