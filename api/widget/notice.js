// Huiyin's wait-time notice for any page: <huiyin-notice notice-key="..." channel="chat" lang="fr" theme="dark"></huiyin-notice>.
// Shows numbers and times as the server gives them, and texts as plain text; sets no cookie and knows nothing of the visitor.
(() => {
  const script = document.currentScript;
  const home = script instanceof HTMLScriptElement ? new URL(script.src).origin : location.origin;

  const languages = {
    en: {
      wait: 'Expected wait',
      upTo: 'up to {b}',
      range: '{a} to {b}',
      whom: 'About 8 in 10 customers are answered within this time.',
      peak: 'Busier than usual right now',
      closed: 'Closed now, opens {b}',
      shut: 'Closed now',
      open: 'Open until {b}',
      always: 'Open around the clock',
      quiet: 'Quieter times',
      hours: 'Opening hours',
      none: 'No estimate at the moment',
      zone: 'Times are in your time zone.',
      names: { chat: 'Chat', email: 'E-mail', phone: 'Phone', web_form: 'Contact form', forum: 'Forum' },
    },
    zh: {
      wait: '预计等待',
      upTo: '最多 {b}',
      range: '{a}至{b}',
      whom: '约八成客户会在此时间内得到答复。',
      peak: '目前比平时繁忙',
      closed: '现已下班，{b} 开始服务',
      shut: '现已下班',
      open: '服务至 {b}',
      always: '全天候服务',
      quiet: '较空闲的时段',
      hours: '服务时间',
      none: '暂时无法预计',
      zone: '以上为您所在时区的时间。',
      names: { chat: '在线聊天', email: '邮件', phone: '电话', web_form: '联系表单', forum: '论坛' },
    },
    fr: {
      wait: 'Attente prévue',
      upTo: 'jusqu’à {b}',
      range: 'de {a} à {b}',
      whom: 'Environ 8 clients sur 10 reçoivent une réponse dans ce délai.',
      peak: 'Plus d’affluence que d’habitude',
      closed: 'Fermé, ouvre {b}',
      shut: 'Fermé pour le moment',
      open: 'Ouvert jusqu’à {b}',
      always: 'Ouvert jour et nuit',
      quiet: 'Moments plus calmes',
      hours: 'Horaires',
      none: 'Pas d’estimation pour le moment',
      zone: 'Les heures sont celles de votre fuseau.',
      names: { chat: 'Chat', email: 'E-mail', phone: 'Téléphone', web_form: 'Formulaire de contact', forum: 'Forum' },
    },
    de: {
      wait: 'Voraussichtliche Wartezeit',
      upTo: 'bis zu {b}',
      range: '{a} bis {b}',
      whom: 'Etwa 8 von 10 Anfragen sind in dieser Zeit beantwortet.',
      peak: 'Gerade mehr los als sonst',
      closed: 'Geschlossen, öffnet {b}',
      shut: 'Zurzeit geschlossen',
      open: 'Geöffnet bis {b}',
      always: 'Rund um die Uhr geöffnet',
      quiet: 'Ruhigere Zeiten',
      hours: 'Öffnungszeiten',
      none: 'Zurzeit keine Schätzung möglich',
      zone: 'Alle Zeiten in Ihrer Zeitzone.',
      names: { chat: 'Chat', email: 'E-Mail', phone: 'Telefon', web_form: 'Kontaktformular', forum: 'Forum' },
    },
    es: {
      wait: 'Espera prevista',
      upTo: 'hasta {b}',
      range: 'de {a} a {b}',
      whom: 'Unos 8 de cada 10 clientes reciben respuesta en este plazo.',
      peak: 'Más demanda de lo habitual',
      closed: 'Cerrado, abre {b}',
      shut: 'Cerrado por ahora',
      open: 'Abierto hasta {b}',
      always: 'Abierto las 24 horas',
      quiet: 'Momentos más tranquilos',
      hours: 'Horario',
      none: 'Sin estimación por ahora',
      zone: 'Las horas son las de su zona horaria.',
      names: { chat: 'Chat', email: 'Correo', phone: 'Teléfono', web_form: 'Formulario de contacto', forum: 'Foro' },
    },
    ru: {
      wait: 'Ожидаемое время ответа',
      upTo: 'не более {b}',
      range: 'от {a} до {b}',
      whom: 'Примерно 8 из 10 клиентов получают ответ за это время.',
      peak: 'Сейчас обращений больше обычного',
      closed: 'Сейчас закрыто, начало работы: {b}',
      shut: 'Сейчас закрыто',
      open: 'Работаем до {b}',
      always: 'Работаем круглосуточно',
      quiet: 'Более спокойное время',
      hours: 'Часы работы',
      none: 'Сейчас оценить нельзя',
      zone: 'Время указано в вашем часовом поясе.',
      names: { chat: 'Чат', email: 'Эл. почта', phone: 'Телефон', web_form: 'Форма обращения', forum: 'Форум' },
    },
    ja: {
      wait: '待ち時間の目安',
      upTo: '{b}以内',
      range: '{a}～{b}',
      whom: '約8割のお客様にこの時間内に回答しています。',
      peak: 'ただいま通常より混み合っています',
      closed: '受付時間外（{b} から受付）',
      shut: '受付時間外',
      open: '{b} まで受付',
      always: '24時間受付',
      quiet: '比較的空いている時間',
      hours: '受付時間',
      none: '現在、目安を表示できません',
      zone: '時刻はお客様のタイムゾーンで表示しています。',
      names: { chat: 'チャット', email: 'メール', phone: '電話', web_form: 'お問い合わせフォーム', forum: 'フォーラム' },
    },
    pt: {
      wait: 'Espera prevista',
      upTo: 'até {b}',
      range: 'de {a} a {b}',
      whom: 'Cerca de 8 em cada 10 clientes recebem resposta neste prazo.',
      peak: 'Mais procura do que o habitual',
      closed: 'Fechado, abre {b}',
      shut: 'Fechado de momento',
      open: 'Aberto até {b}',
      always: 'Aberto 24 horas por dia',
      quiet: 'Horas mais calmas',
      hours: 'Horário',
      none: 'Sem estimativa de momento',
      zone: 'As horas são as do seu fuso horário.',
      names: { chat: 'Chat', email: 'E-mail', phone: 'Telefone', web_form: 'Formulário de contacto', forum: 'Fórum' },
    },
  };

  /** App reviews, in the order of the languages above. */
  const reviews = ['App reviews', '应用商店评价', 'Avis', 'App-Bewertungen', 'Reseñas', 'Отзывы', 'アプリのレビュー', 'Avaliações'];

  const dark = '--b:#15181d;--t:#eceef1;--m:#a9b0ba;--l:#333a44;--a:#8ab4f8;--p:#ffc46b';
  const style = new CSSStyleSheet();
  style.replaceSync(`
:host{display:block;--b:#fff;--t:#1b1f24;--m:#59626e;--l:#d5d9df;--a:#0b57d0;--p:#8a4b00}
:host([hidden]){display:none}
:host([theme=dark]){${dark}}
@media (prefers-color-scheme:dark){:host(:not([theme=light])){${dark}}}
.c{font:var(--huiyin-font,15px/1.5 system-ui,"PingFang SC","Hiragino Sans","Microsoft YaHei","Noto Sans CJK SC",sans-serif);
color:var(--huiyin-text,var(--t));background:var(--huiyin-background,var(--b));border:1px solid var(--huiyin-border,var(--l));
border-radius:var(--huiyin-radius,6px);padding:var(--huiyin-padding,12px 16px);overflow-wrap:anywhere}
.c+.c{margin-top:8px}
p,h2,ul{margin:0;padding:0;font:inherit}
h2{font-weight:600}
.w{font-size:1.2em;font-weight:600;font-variant-numeric:tabular-nums}
.m{color:var(--huiyin-muted,var(--m));font-size:.9em}
.p{color:var(--huiyin-peak,var(--p));font-weight:600}
.s{margin:6px 0;white-space:pre-line}
summary{color:var(--huiyin-accent,var(--a));cursor:pointer;width:fit-content}
summary:focus-visible{outline:2px solid var(--huiyin-accent,var(--a));outline-offset:2px;border-radius:2px}
li{list-style:none;font-variant-numeric:tabular-nums}
details{margin-top:4px;font-size:.9em}`);

  /** @param {string} tag @param {string} name @param {...(string|Node)} inside */
  const make = (tag, name, ...inside) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...inside);
    return element;
  };

  const fill = (text, a, b) => text.replace('{a}', a).replace('{b}', b);

  /** Minutes in the words of the language: at most two units, the larger first. */
  const spoken = (minutes, lang) => {
    const units = [
      ['day', 1440],
      ['hour', 60],
      ['minute', 1],
    ];
    const first = units.findIndex(([, size]) => minutes >= size);
    if (first < 0) return new Intl.NumberFormat(lang, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(0);
    let rest = minutes;
    const parts = [];
    for (const [unit, size] of units.slice(first, first + 2)) {
      const count = Math.floor(rest / size);
      rest -= count * size;
      if (count > 0) parts.push(new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(count));
    }
    return parts.join(/^(zh|ja)/.test(lang) ? '' : ' ');
  };

  const clockOf = (lang) => new Intl.DateTimeFormat(lang, { weekday: 'short', hour: '2-digit', minute: '2-digit' });
  const spanOf = (lang, { from, to }) => clockOf(lang).formatRange(new Date(from), new Date(to));

  const listOf = (title, spans, lang) => {
    const words = languages[lang];
    const list = make('ul', '', ...spans.map((span) => make('li', '', spanOf(lang, span))));
    const details = make('details', '', make('summary', '', title), list, make('p', 'm', words.zone));
    return details;
  };

  /** One sentence about opening hours; nothing where the channel has none. */
  const hoursLine = ({ isOpen, open }, lang) => {
    const words = languages[lang];
    if (isOpen === null || open === null) return null;
    const [first] = open;
    // A stretch that fills the week has no end worth telling.
    if (isOpen && first && new Date(first.to) - new Date(first.from) > 6 * 864e5) return words.always;
    const at = (instant) => clockOf(lang).format(new Date(instant));
    if (isOpen) return first ? fill(words.open, '', at(first.to)) : null;
    return first ? fill(words.closed, '', at(first.from)) : words.shut;
  };

  const cardOf = (channel, lang, title) => {
    const words = languages[lang];
    const { waitMinutes: wait, texts, quiet, open, isPeak } = channel;
    const card = make('div', 'c');
    card.lang = lang;
    card.setAttribute('role', 'group');
    card.setAttribute('aria-label', title ? `${title}: ${words.wait}` : words.wait);
    if (title) card.append(make('h2', '', title));
    const told = texts[lang] ? lang : texts.en ? 'en' : null;
    if (told) card.append(Object.assign(make('p', 's', texts[told]), { lang: told }));
    card.append(make('p', 'm', words.wait));
    const range = wait && fill(wait.min === 0 ? words.upTo : words.range, spoken(wait.min, lang), spoken(wait.max, lang));
    card.append(make('p', 'w', range || words.none));
    if (isPeak) card.append(make('p', 'p', words.peak));
    if (wait) card.append(make('p', 'm', words.whom));
    const line = hoursLine(channel, lang);
    if (line) card.append(make('p', 'm', line));
    if (quiet.length) card.append(listOf(words.quiet, quiet, lang));
    if (open && line !== words.always && open.length) card.append(listOf(words.hours, open, lang));
    return card;
  };

  const everyMs = 60_000;
  /** An answer older than this is not shown any more: nothing is better than something that was true. */
  const staleMs = 600_000;

  class HuiyinNotice extends HTMLElement {
    static observedAttributes = ['notice-key', 'channel', 'lang', 'src', 'heading'];
    connectedCallback() {
      if (!this.shadowRoot) {
        this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [style];
        this.body = make('div', '');
        this.body.setAttribute('role', 'status');
        this.shadowRoot.append(this.body);
      }
      this.hidden = true;
      this.load();
      this.timer = setInterval(() => document.hidden || this.load(), everyMs);
    }
    disconnectedCallback() {
      clearInterval(this.timer);
    }
    attributeChangedCallback(name) {
      if (!this.body) return;
      if (name === 'notice-key' || name === 'src') this.load();
      else this.show();
    }
    /** The language asked for, that of the page, that of the browser, or English. */
    get spokenLanguage() {
      const asked = [this.getAttribute('lang'), this.closest('[lang]')?.getAttribute('lang'), ...navigator.languages];
      return asked.map((tag) => (tag || '').slice(0, 2).toLowerCase()).find((tag) => tag in languages) || 'en';
    }
    async load() {
      const key = encodeURIComponent(this.getAttribute('notice-key') || '');
      try {
        const answer = await fetch(`${this.getAttribute('src') || home}/api/public/notices/${key}`, { credentials: 'omit' });
        // Read in any case: an answer that is left lying holds its connection.
        const text = await answer.text();
        if (answer.status === 404) this.notice = null;
        else if (answer.ok) [this.notice, this.readAt] = [JSON.parse(text), Date.now()];
      } catch {
        // Offline or refused: what was read last is shown until it is stale.
      }
      this.show();
    }
    show() {
      const wanted = (this.getAttribute('channel') || '').split(',').filter(Boolean);
      const isFresh = this.notice && Date.now() - this.readAt < staleMs;
      const channels = isFresh ? this.notice.channels.filter(({ channel }) => !wanted.length || wanted.includes(channel)) : [];
      const lang = this.spokenLanguage;
      const more = { app_store_review: reviews[Object.keys(languages).indexOf(lang)], twitter: 'Twitter / X' };
      const nameOf = (channel) => languages[lang].names[channel] || more[channel] || channel.replaceAll('_', ' ');
      const heading = this.getAttribute('heading');
      this.hidden = channels.length === 0;
      const shown = JSON.stringify([channels, lang, heading]);
      // The same again would be read out again by screen readers, and would close what the visitor opened.
      if (shown === this.shown) return;
      this.shown = shown;
      this.body.replaceChildren(...channels.map((one) => cardOf(one, lang, channels.length > 1 ? nameOf(one.channel) : heading)));
    }
  }
  if (!customElements.get('huiyin-notice')) customElements.define('huiyin-notice', HuiyinNotice);
})();
