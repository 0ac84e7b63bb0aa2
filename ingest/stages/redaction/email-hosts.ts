// Mail hosts: domains that give out mailboxes, so that "name # host" can be told from a tag and "name @ host" from a mention.

// By their first label, because most of them exist in many countries.
const names: ReadonlySet<string> = new Set(
  (
    'gmail googlemail qq 163 126 188 139 189 yeah foxmail sina sohu aliyun outlook hotmail live msn yahoo ymail icloud me mac proton protonmail pm tutanota gmx web t-online freenet arcor ' +
    'mail inbox list bk yandex ya rambler orange free laposte wanadoo sfr naver daum hanmail nate kakao libero tiscali virgilio alice uol bol terra ig aol comcast verizon att btinternet ' +
    'docomo softbank ezweb au i hey fastmail zoho qmail'
  ).split(' '),
);

/** True for the domain of a provider of mailboxes: `hotmail.es`, `docomo.ne.jp`. */
export function isMailHost(host: string): boolean {
  const labels = host.split('.');
  return labels.length >= 2 && labels.length <= 3 && names.has(labels[0] ?? '');
}
