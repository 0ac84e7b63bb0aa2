// The reasons that sources give for what went wrong, as sentences with places: the closed list by which a stored reason gets its code.

/** Codes with the sentences that have them; `{name}` is a place where anything may stand that `name` may be. */
export type Sentences = readonly (readonly [code: string, sentences: readonly string[]])[];

/**
 * Every sentence that ingest writes down for people, by its code. What is stored stays the sentence; whoever words it in another language
 * asks `readReason` for the code and for what stood in the places. A sentence that is not here is shown as it is.
 */
export const reasonSentences = [
  // The way there.
  ['connection', ['{what}: {host}: the connection failed ({error})', '{host}: the connection failed ({error})']],
  ['no_whole_answer', ['{what}: {host}: no whole answer within {seconds} s']],
  ['answer_too_long', ['the answer is longer than {megabytes} MB']],
  ['answered', ['{what}: {host} answered {status}']],
  [
    'credentials',
    ['{what}: {host} answered {status}: the credentials are wrong or have expired', '{host}: the credentials are wrong or have expired'],
  ],
  [
    'token',
    [
      '{what}: the credentials are wrong or have expired',
      '{what}: the credentials are wrong or have expired ({error})',
      'Zendesk does not know these credentials',
      'Telegram knows no bot with this token',
      'the token: Reddit gives none for these credentials',
      'Google does not take the key of the service account ({error})',
      'Microsoft does not let the application in ({error})',
    ],
  ],
  [
    'rights',
    [
      '{what}: {host} answered {status}: the account lacks the right to read this',
      '{host} refuses: the account lacks the right to read this',
    ],
  ],
  ['application_rights', ['{what}: the application lacks the right to read this ({error}); {service} grants it on approval']],
  ['account_access', ['the token has no access to account {account}']],
  ['redirects', ['{what}: redirected more than {count} times']],
  ['redirected_away', ['{what}: {host} redirects to another host or scheme, which is not followed']],
  ['page_not_json', ['{what}: {host} answered {answer} instead of JSON; is the address right?']],
  [
    'cut_off',
    ['{what}: the answer is no JSON, or is cut off', '{what}: {service} answered {status} with something that is no JSON, or is cut off'],
  ],
  ['no_address', ['{what}: not an address']],
  ['asks_to_wait', ['{what}: {host} asks to wait until {until}']],
  ['left_alone', ['{host} failed too often; it is left alone until {until}']],
  ['closed_scheme', ['{address} may not be reached: only http and https are allowed']],
  ['closed_password', ['{address} may not be reached: a name or password in the address is not allowed']],
  ['closed_port', ['{address} may not be reached: only the ports {first} and {second} are allowed']],
  ['closed_plain', ['{address} may not be reached: without encryption only hosts that HUIYIN_ALLOW_HOSTS names are read']],
  [
    'closed_inside',
    [
      '{address} may not be reached: it is not a public address',
      '{address} may not be reached: it is this machine',
      '{address} leads to an address inside; name it in HUIYIN_ALLOW_HOSTS if it is meant',
    ],
  ],
  ['unknown_host', ['{host} cannot be found']],
  ['unknown_folder', ['{host}: there is no such folder']],
  ['untrusted', ['{host}: the encrypted connection cannot be trusted ({error})']],
  ['mail_search', ['the mailbox does not answer a search']],
  ['quota', ['{what}: the quota of the day is used up until {until}']],
  ['patience', ["{what}: {service}'s limit of requests is reached ({error})", '{what}: {service} asks for patience ({error})']],
  ['refused', ['{what}: {service} refuses it ({error})']],
  ['knows_none', ['{what}: {service} knows no such thing', '{what}: {service} knows no such thing ({error})']],
  ['unknown_channel', ['{service} knows no channel with this id']],
  ['unknown_account', ['{service} knows no account "{name}"']],
  [
    'bot_taken',
    [
      'another program reads this bot, or sends its updates elsewhere (webhook); give Huiyin a bot of its own',
      'the bot sends its updates elsewhere (webhook); give Huiyin a bot of its own',
    ],
  ],
  ['service_key', ['the private key of the service account cannot be used']],
  // Runs.
  [
    'in_circles',
    [
      'the source gives the same page again and again; the run stops',
      'the network gives the same pages again and again; the run stops',
      '{what} does not move on',
      '{what} has no end',
      '{what}: the server lists them, and then gives none',
    ],
  ],
  ['changes_faster', ['the list changes faster than it can be read']],
  ['changed_at_once', ['more than {count} pages changed at {at}; they cannot be told apart']],
  ['too_old', ['this {service} does not tell what has changed; it needs {version} or later']],
  ['not_asked', ['{what}: the server says that nothing has changed, though it was not asked']],
  ['place_lost', ['the place where the last run stopped cannot be read; reset the source to read it from the beginning']],
  ['no_single_item', ['"{source}" cannot be asked for a single item; read a window of it again']],
  [
    'being_read',
    [
      'another run reads "{source}" now; this one stops',
      '"{source}" is being read already',
      '"{source}" is being read; wait or pause it first',
    ],
  ],
  ['stopped', ['stopped']],
  ['ended', ['the process ended in the middle']],
  ['unexpected', ['failed unexpectedly']],
  ['secrets', ['the secrets of "{source}" cannot be opened with the keys of this house; enter them again']],
  [
    'store_away',
    ['the store is busy: another process has been writing to it for {seconds} seconds', 'the store cannot be used now ({error})'],
  ],
  [
    'store_failed',
    ['a statement of the store failed', 'a statement of the store failed ({error})', 'a statement of the store failed ({error}): {fault}'],
  ],
  ['damaged', ['the {part} of the language model are damaged; install the program again']],
  [
    'work_broke',
    [
      '{work} was stopped',
      '{work} took too long and was given up',
      '{work} stopped: its thread failed',
      '{work} stopped before its end',
      '{work} failed: {fault}',
    ],
  ],
  [
    'no_source',
    ['no source "{source}"', 'no source "{source}" that is read by a connector', 'no source "{source}"; add it before its first page'],
  ],
  ['name_taken', ['there is a source "{source}" already; choose another name', 'the source "{source}" is read by a connector already']],
  ['source_name', ['{option}: must be 1 to 64 letters, digits, spaces, dots, hyphens or underscores, beginning with a letter or digit']],
  ['no_connector', ['no connector "{name}"; there are: {names}']],
  // What a source can not give any more.
  ['newest_reviews', ['{service} ({country}) gives the newest {count} reviews only; read it more often']],
  [
    'last_days',
    [
      '{service} gives the reviews of the last seven days only; older ones are in its monthly files',
      '{service} only finds posts of the last seven days; older ones were not read',
    ],
  ],
  ['search_ends', ['search gave some ten thousand posts and no more; older ones with these words were not read']],
  ['list_ends', ['{service} lists about a thousand things and no more; older ones of {name} were not read']],
  ['feed_passed', ['{name}: entries came and went between two runs; read it more often']],
  ['newest_parts', ['conversation {item}: {service} gives only the newest {count} parts; older ones are missing']],
  [
    'no_full_text',
    ['misconfigured: this server has no full-text search, so the search terms find nothing; mentions and hashtags are read'],
  ],
  ['many_threads', ['more threads are being talked in than can be watched; late words in the oldest are missed']],
  ['one_day', ['{service} keeps messages for a bot for one day; nobody fetched them for longer']],
  ['place_refused', ['{service} refused the place where the last run stopped; it was read again from an hour before']],
] as const satisfies Sentences;
