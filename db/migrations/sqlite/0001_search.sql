-- The search index. Texts are folded and cut into words and character pairs by db/store/search-terms.ts, so the plainest
-- tokenizer serves: everything between two spaces is a token. The row id is conversation.place, so that newest first needs no sort.
CREATE VIRTUAL TABLE `conversation_search` USING fts5(`terms`, content='', contentless_delete=1, tokenize='ascii');--> statement-breakpoint
INSERT INTO `change_state` (`id`, `change`, `epoch`, `next_conversation_id`) VALUES (1, 0, 1, 1);
