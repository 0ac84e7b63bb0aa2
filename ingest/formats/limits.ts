// How large a file, a line, a message and a conversation may be before we refuse or shorten them.

/** All sizes in bytes unless the name says otherwise. */
export type ReadLimits = {
  /** A longer line (JSON Lines) or record (CSV) is rejected without being held in memory. */
  readonly lineBytes: number;
  /** Unpacked size up to which any gzip is accepted; beyond it the ratio counts. */
  readonly gzipFreeBytes: number;
  /** Unpacked bytes per packed byte that real text does not reach; deflate can reach 1032. */
  readonly gzipRatio: number;
  /** Messages in one conversation; real ones have some hundred at the most. */
  readonly messagesPerConversation: number;
  /** UTF-16 units of rows held back while a scattered CSV conversation is being completed. */
  readonly heldCharacters: number;
};

const kibi = 1024;
const mebi = kibi * kibi;

export const defaultLimits = {
  lineBytes: 16 * mebi,
  gzipFreeBytes: 128 * mebi,
  gzipRatio: 300,
  messagesPerConversation: 20_000,
  heldCharacters: 128 * mebi,
} as const satisfies ReadLimits;
