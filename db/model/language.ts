// Languages as they are stored: BCP 47 tags such as zh-Hant, en or und.

/** The language of a tag without script or region: zh of zh-Hant; `und` stays `und`. */
export const baseLanguage = (tag: string): string => /^[^-]*/.exec(tag)?.[0] ?? tag;
