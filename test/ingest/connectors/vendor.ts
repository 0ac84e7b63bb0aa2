// What the contract suite needs of a vendor: a stand-in with a memory, shaped after recorded answers, that can be edited and broken.
import type { Settings } from '#db/model/connector.ts';
import type { AnyConnector } from '#ingest/connectors/connector.ts';
import type { Upstream } from '#test/support/virtual-http.ts';

export type Vendor = {
  readonly upstream: Upstream;
  /** External ids that belong in the store, whatever their order. */
  readonly ids: () => readonly string[];
  /** Changes a text at the source; gives the conversation and the new text. Null where the vendor cannot. */
  readonly edit: (() => { readonly externalId: string; readonly text: string }) | null;
  /** Takes a conversation away at the source; gives its id. Null where the vendor tells nobody. */
  readonly remove: (() => string) | null;
  /** Makes one item unreadable; gives the id under which it is written down. */
  readonly spoil: () => string;
  readonly mend: () => void;
  /** One more conversation, later than all others; gives its id. */
  readonly add: () => string;
};

export type ConnectorCase = {
  readonly connector: AnyConnector;
  readonly settings: Settings;
  /** A stand-in with enough in it for at least three pages. */
  readonly open: () => Vendor;
  /** With nothing in it. */
  readonly openEmpty: () => Vendor;
};
