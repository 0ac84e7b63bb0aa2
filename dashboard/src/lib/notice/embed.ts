// The lines that a page needs to show the notice.

/** Script and element; `crossorigin` keeps cookies out of the request. */
export function snippetOf(origin: string, key: string): string {
  return `<script src="${origin}/api/public/notice.js" async crossorigin="anonymous"></script>\n<huiyin-notice notice-key="${key}" channel="chat"></huiyin-notice>`;
}

export function addressOf(origin: string, key: string): string {
  return `${origin}/api/public/notices/${key}`;
}

/** What a page may set in its own style sheet. */
export const customProperties = [
  '--huiyin-font',
  '--huiyin-background',
  '--huiyin-text',
  '--huiyin-muted',
  '--huiyin-accent',
  '--huiyin-border',
  '--huiyin-peak',
  '--huiyin-radius',
  '--huiyin-padding',
] as const;
