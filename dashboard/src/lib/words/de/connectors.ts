// What connectors say of themselves, in German, by the English words; staffOf says whose ids a list of staff holds.

const staffOf = (id: string) =>
  `Eine Angabe je Zeile: ${id}, dann der erste und der letzte Tag, wo es darauf ankommt. Namen gelten nicht: Betrüger machen sie nach.`;

export const connectors: Readonly<Record<string, string>> = {
  'Number of the app': 'Nummer der App',
  'The digits behind "id" in its address in the App Store.': 'Die Ziffern hinter „id“ in ihrer Adresse im App Store.',
  Countries: 'Länder',
  'Two letters each, with commas: every country has reviews of its own.':
    'Je zwei Buchstaben, mit Kommas: Jedes Land hat eigene Bewertungen.',
  'Reviews with their stars (as ratings from 1 to 5), the newest 500 of each country; edits, but neither deletions nor your answers, which this feed does not hold: reviews are left out of response times, and counted there as left out.':
    'Bewertungen mit ihren Sternen (als Noten von 1 bis 5), die neuesten 500 jedes Landes; Änderungen, aber weder Löschungen noch Ihre Antworten, die dieser Feed nicht enthält: Bewertungen bleiben aus den Antwortzeiten heraus und werden dort als ausgelassen gezählt.',
  'None: the feed is public.': 'Keine: Der Feed ist öffentlich.',
  'Server of the account': 'Server des Kontos',
  'Where the account is hosted (its PDS).': 'Wo das Konto liegt (sein PDS).',
  'Handle of the account': 'Handle des Kontos',
  'App password': 'App-Passwort',
  'Made under Settings, App passwords; not the password of the account.':
    'Unter Einstellungen, App-Passwörter angelegt; nicht das Passwort des Kontos.',
  'Search terms': 'Suchbegriffe',
  'One a line. A post with one of them speaks to us.': 'Einer je Zeile. Ein Beitrag mit einem davon richtet sich an uns.',
  'Threads that mention, answer or quote your account or use your search terms; answers, edits and deletions.':
    'Gespräche, die Ihr Konto erwähnen, zitieren oder ihm antworten, oder Ihre Suchbegriffe enthalten; Antworten, Änderungen und Löschungen.',
  'An app password of your account, without access to direct messages. Nothing is written.':
    'Ein App-Passwort Ihres Kontos ohne Zugriff auf Direktnachrichten. Es wird nichts geschrieben.',
  'The secret or public address of an .ics file.': 'Die geheime oder öffentliche Adresse einer .ics-Datei.',
  'Time zone': 'Zeitzone',
  'Of whole days, and of times that name none.': 'Für ganze Tage und Zeiten, die keine nennen.',
  'Events of a calendar with those that repeat, to lie over charts.':
    'Termine eines Kalenders samt denen, die sich wiederholen, um sie über Diagramme zu legen.',
  'An address that gives the file to whoever has it.': 'Eine Adresse, die die Datei jedem gibt, der sie kennt.',
  'Account number': 'Kontonummer',
  'The number behind /app/accounts/ in the address.': 'Die Zahl hinter /app/accounts/ in der Adresse.',
  'Access token': 'Zugriffstoken',
  'Conversations of all inboxes with messages, private notes, labels, teams, resolutions and satisfaction ratings.':
    'Gespräche aller Posteingänge mit Nachrichten, privaten Notizen, Labels, Teams, Lösungen und Zufriedenheitsnoten.',
  'The access token of an administrator (Profile settings): others see only their own inboxes, and no survey answers. Nothing is written.':
    'Das Zugriffstoken eines Administrators (Profileinstellungen): Andere sehen nur ihre Posteingänge und keine Umfrageantworten. Es wird nichts geschrieben.',
  'This is no administrator: inboxes and survey answers may be missing.':
    'Das ist kein Administrator: Posteingänge und Umfrageantworten können fehlen.',
  'User of the key': 'Benutzer des Schlüssels',
  'API key': 'API-Schlüssel',
  'Groups that are ours': 'Unsere Gruppen',
  'Names of primary groups, with commas; staff of the forum is ours anyway.':
    'Namen von Hauptgruppen, mit Kommas; das Team des Forums gehört ohnehin zu uns.',
  'Read private messages of': 'Private Nachrichten lesen von',
  'A user whose messages with customers count; empty: none.': 'Ein Benutzer, dessen Nachrichten mit Kunden zählen; leer: keiner.',
  'Topics with posts, whispers (as private notes), edits, closings, accepted answers, deletions; private messages of one user on request.':
    'Themen mit Beiträgen, Flüsternachrichten (als private Notizen), Änderungen, Schließungen, angenommenen Antworten, Löschungen; auf Wunsch private Nachrichten eines Benutzers.',
  'A granular API key with the scopes topics: read, topics: read lists and posts: list, for a user who sees the categories to be read; a moderator only where whispers or hidden posts matter. Nothing is written.':
    'Ein granularer API-Schlüssel mit den Rechten topics: read, topics: read lists und posts: list, für einen Benutzer, der die zu lesenden Kategorien sieht; ein Moderator nur, wo Flüstern oder verborgene Beiträge zählen. Es wird nichts geschrieben.',
  'The key sees no topic, so nothing would be read.': 'Der Schlüssel sieht kein Thema; es würde nichts gelesen.',
  'None: what is public.': 'Keine: was öffentlich ist.',
  'Kind of event': 'Art des Ereignisses',
  'Addresses of feeds': 'Adressen der Feeds',
  'One a line: RSS, Atom or JSON Feed. An address with a key in it is seen by everybody who may see sources.':
    'Eine je Zeile: RSS, Atom oder JSON Feed. Eine Adresse mit einem Schlüssel darin sieht jeder, der Quellen sehen darf.',
  'Entries of feeds as messages of customers; comments and replies join what they answer. What falls off a feed stays stored. Without a list of your staff no answer can be told: entries are then left out of response times, and counted there as left out.':
    'Einträge von Feeds als Nachrichten von Kunden; Kommentare und Antworten gehören zu dem, worauf sie antworten. Was aus einem Feed fällt, bleibt gespeichert. Ohne eine Liste Ihres Teams ist keine Antwort zu erkennen: Einträge bleiben dann aus den Antwortzeiten heraus und werden dort als ausgelassen gezählt.',
  'None: the addresses are read as anybody could.': 'Keine: Die Adressen werden gelesen, wie jeder es könnte.',
  'Some entries tell no time: no response times can be told of them.':
    'Manche Einträge nennen keine Zeit: Für sie gibt es keine Antwortzeiten.',
  Address: 'Adresse',
  'Our staff': 'Unser Team',
  [staff('the DID (did:plc:...)')]: staffOf('die DID (did:plc:...)'),
  [staff('the e-mail or address of an author as the feed gives it')]: staffOf('E-Mail oder Adresse eines Autors, wie der Feed sie nennt'),
  [staff('the number of a user')]: staffOf('die Nummer eines Benutzers'),
  [staff('number of the user')]: staffOf('die Nummer des Benutzers'),
  [staff('mail address or domain')]: staffOf('Mailadresse oder Domain'),
  [staff('the account id on this server')]: staffOf('die Konto-ID auf diesem Server'),
  [staff('the account id (t2_...)')]: staffOf('die Konto-ID (t2_...)'),
  [staff('the uid')]: staffOf('die uid'),
  [staff('the numeric user id')]: staffOf('die Benutzer-ID als Zahl'),
  [staff('the channel id (UC...)')]: staffOf('die Kanal-ID (UC...)'),
  'Quiet days until closed': 'Stille Tage bis zum Schließen',
  'The network has no statuses: a conversation without a word for this long counts as closed, and is not read again.':
    'Das Netzwerk kennt keine Zustände: Ein Gespräch, das so lange schweigt, gilt als geschlossen und wird nicht wieder gelesen.',
  'Tickets with replies, private notes, groups, types, tags, times of solving and satisfaction ratings; spam and deleted ones as such.':
    'Tickets mit Antworten, privaten Notizen, Gruppen, Typen, Tags, Lösungszeiten und Zufriedenheitsnoten; Spam und Gelöschte als solche.',
  'The API key of an agent with global access to tickets; names of agents and groups need an admin, ratings an account with surveys. Nothing is written.':
    'Der API-Schlüssel eines Agenten mit Zugriff auf alle Tickets; Namen von Agenten und Gruppen brauchen einen Admin, Noten ein Konto mit Umfragen. Es wird nichts geschrieben.',
  'This agent sees only tickets of some groups, or only its own.': 'Dieser Agent sieht nur Tickets mancher Gruppen oder nur die eigenen.',
  Repository: 'Repository',
  Token: 'Token',
  'Only for a private repository: fine-grained, Contents read-only.':
    'Nur für ein privates Repository: fein abgestuft, Contents nur lesend.',
  'Pre-releases too': 'Auch Vorabversionen',
  'Published releases of a repository, to lie over charts as events.':
    'Veröffentlichte Versionen eines Repositorys, als Ereignisse über Diagrammen.',
  'None for a public repository; else a token that may read its contents.':
    'Keine für ein öffentliches Repository; sonst ein Token, das seinen Inhalt lesen darf.',
  Repositories: 'Repositorys',
  'One owner/name a line.': 'Ein Besitzer/Name je Zeile.',
  'Address of the interface': 'Adresse der Schnittstelle',
  'Another one only for a GitHub of your own.': 'Eine andere nur für ein eigenes GitHub.',
  'Issues with comments, labels, closings and reopenings, edits, deletions; no pull requests.':
    'Issues mit Kommentaren, Labels, Schließungen und Wiedereröffnungen, Änderungen, Löschungen; keine Pull Requests.',
  'A fine-grained token for these repositories alone with Issues: read-only and Metadata: read-only; for public ones a token without any permission. Nothing is written.':
    'Ein fein abgestuftes Token nur für diese Repositorys mit Issues und Metadata nur lesend; für öffentliche ein Token ohne jedes Recht. Es wird nichts geschrieben.',
  'Package name': 'Paketname',
  'Key of the service account': 'Schlüssel des Dienstkontos',
  'The whole JSON file.': 'Die ganze JSON-Datei.',
  'Reviews with text of the last seven days, their stars (as ratings from 1 to 5), every edit that was seen, and your answers.':
    'Bewertungen mit Text der letzten sieben Tage, ihre Sterne (als Noten von 1 bis 5), jede gesehene Änderung und Ihre Antworten.',
  'A service account, invited in Play Console for this app alone with "View app information (read-only)" and "Reply to reviews", which Google asks for even to read them. Nothing is written.':
    'Ein Dienstkonto, in der Play Console nur für diese App eingeladen, mit „View app information (read-only)“ und „Reply to reviews“, das Google selbst zum Lesen verlangt. Es wird nichts geschrieben.',
  'No reviews of the last seven days.': 'Keine Bewertungen der letzten sieben Tage.',
  'Mail server': 'Mailserver',
  Port: 'Port',
  Encryption: 'Verschlüsselung',
  'tls goes with port 993, starttls with port 143. None at all (none) only for a host that HUIYIN_ALLOW_HOSTS names.':
    'tls gehört zu Port 993, starttls zu Port 143. Gar keine (none) nur für einen Host, den HUIYIN_ALLOW_HOSTS nennt.',
  User: 'Benutzer',
  Folders: 'Ordner',
  'Folders with mails of customers, parted by commas.': 'Ordner mit Mails von Kunden, durch Kommas getrennt.',
  'Folder of sent mails': 'Ordner der gesendeten Mails',
  'Empty: the one that the server marks as such.': 'Leer: der, den der Server als solchen kennzeichnet.',
  'Mails of the inbox and of the folder of sent mails, tied to conversations; quoted history and signatures are left out. Nothing is marked, moved or deleted.':
    'Mails des Posteingangs und des Ordners der gesendeten Mails, zu Gesprächen verbunden; Zitate und Signaturen bleiben weg. Es wird nichts markiert, verschoben oder gelöscht.',
  'A mailbox password or app password, or an application of Microsoft 365 (IMAP.AccessAsApp) or a service account of Google Workspace that may read this mailbox; where the server has rights per folder, lookup and read (lr) on the folders to be read.':
    'Ein Postfach- oder App-Passwort, oder eine Anwendung von Microsoft 365 (IMAP.AccessAsApp) oder ein Dienstkonto von Google Workspace, das dieses Postfach lesen darf; bei Rechten je Ordner lookup und read (lr) für die zu lesenden Ordner.',
  'No folder of sent mails was found: answers would be missing, and every customer would seem to wait.':
    'Kein Ordner gesendeter Mails gefunden: Antworten würden fehlen, und jeder Kunde schiene zu warten.',
  'Region of the workspace': 'Region des Arbeitsbereichs',
  'Conversations with replies, private notes, bots and Fin, state changes, teams, tags and ratings.':
    'Gespräche mit Antworten, privaten Notizen, Bots und Fin, Zustandswechseln, Teams, Tags und Noten.',
  'An access token with "Read conversations"; with "Read admins" teams have names. Nothing is written.':
    'Ein Zugriffstoken mit „Read conversations“; mit „Read admins“ haben Teams Namen. Es wird nichts geschrieben.',
  'Signs in with': 'Meldet sich an mit',
  'Microsoft 365 (microsoft) and Google Workspace (google) take no passwords any more: an application signs in for the mailbox.':
    'Microsoft 365 (microsoft) und Google Workspace (google) nehmen keine Passwörter mehr: Eine Anwendung meldet sich für das Postfach an.',
  'Password, or app password': 'Passwort oder App-Passwort',
  'Microsoft: tenant': 'Microsoft: Mandant',
  'The id or a domain of the directory.': 'Die ID oder eine Domain des Verzeichnisses.',
  'Microsoft: application id': 'Microsoft: Anwendungs-ID',
  'An application with the permission IMAP.AccessAsApp, known to Exchange and with rights on this mailbox alone.':
    'Eine Anwendung mit der Berechtigung IMAP.AccessAsApp, bei Exchange bekannt und nur mit Rechten auf dieses Postfach.',
  'Microsoft: client secret': 'Microsoft: Clientgeheimnis',
  'Google: key of the service account': 'Google: Schlüssel des Dienstkontos',
  'The whole JSON file; the account may act for this user in the scope https://mail.google.com/.':
    'Die ganze JSON-Datei; das Konto darf für diesen Benutzer im Bereich https://mail.google.com/ handeln.',
  'A CSV with one price a day.': 'Eine CSV mit einem Kurs je Tag.',
  'What it is the price of': 'Wovon es der Kurs ist',
  'Compared with so many days before': 'Verglichen mit so vielen Tagen davor',
  'Unusual from so many deviations': 'Ungewöhnlich ab so vielen Abweichungen',
  "Robust standard deviations (1.4826 x median absolute deviation) of the days before, from their median; of the day's log return.":
    'Robuste Standardabweichungen (1,4826 x Median der absoluten Abweichungen) der Tage davor von ihrem Median; der Log-Rendite des Tages.',
  'And from so many percent': 'Und ab so viel Prozent',
  'Days on which a price moved far more than in the weeks before, to lie over charts as events.':
    'Tage, an denen sich ein Kurs weit stärker bewegte als in den Wochen davor, als Ereignisse über Diagrammen.',
  'An address that gives the table to whoever asks.': 'Eine Adresse, die die Tabelle jedem gibt, der fragt.',
  'Column of the day': 'Spalte des Tages',
  'Column of the price': 'Spalte des Kurses',
  'Too few days to judge any of them.': 'Zu wenige Tage, um einen davon zu beurteilen.',
  'The server on which your account is': 'Der Server, auf dem Ihr Konto liegt',
  Hashtags: 'Hashtags',
  'One a line, without #. A post with one of them speaks to us.':
    'Einer je Zeile, ohne #. Ein Beitrag mit einem davon richtet sich an uns.',
  'One a line. Only where the server has full-text search; a post with one of them speaks to us.':
    'Einer je Zeile. Nur wo der Server Volltextsuche hat; ein Beitrag mit einem davon richtet sich an uns.',
  'Threads that mention or quote your account, use your hashtags or your search terms; answers, edits and deletions.':
    'Gespräche, die Ihr Konto erwähnen oder zitieren, Ihre Hashtags oder Suchbegriffe enthalten; Antworten, Änderungen und Löschungen.',
  'An application of your account with the scopes read:accounts, read:notifications, read:statuses and, for terms, read:search.':
    'Eine Anwendung Ihres Kontos mit den Rechten read:accounts, read:notifications, read:statuses und, für Suchbegriffe, read:search.',
  'This server has no full-text search: the search terms would find nothing.':
    'Dieser Server hat keine Volltextsuche: Die Suchbegriffe fänden nichts.',
  'API token': 'API-Token',
  'Number of the reading user': 'Nummer des lesenden Benutzers',
  'With a master token only.': 'Nur mit einem Master-Token.',
  'As in their addresses, with commas; administrators and global moderators are ours anyway.':
    'Wie in ihren Adressen, mit Kommas; Administratoren und globale Moderatoren gehören ohnehin zu uns.',
  'Topics with their posts, edits, locks and deletions; posts that came from other servers too.':
    'Themen mit ihren Beiträgen, Änderungen, Sperren und Löschungen; auch Beiträge von anderen Servern.',
  'An API token of a user who may read the categories to be read, and nothing else. Nothing is written.':
    'Ein API-Token eines Benutzers, der die zu lesenden Kategorien lesen darf und sonst nichts. Es wird nichts geschrieben.',
  'The token sees no topic, so nothing would be read.': 'Das Token sieht kein Thema; es würde nichts gelesen.',
  'It sees no member of our groups: list our staff by number, or every post is one of a customer.':
    'Es sieht kein Mitglied unserer Gruppen: Nennen Sie unser Team nach Nummern, sonst ist jeder Beitrag einer von Kunden.',
  'Client id': 'Client-ID',
  'Client secret': 'Clientgeheimnis',
  'Our account, without u/': 'Unser Konto, ohne u/',
  'Our subreddits': 'Unsere Subreddits',
  'One a line, without r/. Every post there speaks to us.': 'Einer je Zeile, ohne r/. Jeder Beitrag dort richtet sich an uns.',
  'One a line, searched in posts of all Reddit. A post with one of them speaks to us.':
    'Einer je Zeile, gesucht in Beiträgen von ganz Reddit. Ein Beitrag mit einem davon richtet sich an uns.',
  'Posts and comments of your subreddits, and posts anywhere with your terms; answers, edits and deletions.':
    'Beiträge und Kommentare Ihrer Subreddits, und überall Beiträge mit Ihren Begriffen; Antworten, Änderungen und Löschungen.',
  'A script app under Preferences, Apps: its client id and secret. Only public posts are read, nothing is written.':
    'Eine Script-App unter Einstellungen, Apps: ihre Client-ID und ihr Geheimnis. Nur öffentliche Beiträge werden gelesen, nichts wird geschrieben.',
  'Neither a subreddit nor a term is set, so nothing would be read.': 'Weder Subreddit noch Begriff ist gesetzt; es würde nichts gelesen.',
  'API access key': 'API-Zugriffsschlüssel',
  Project: 'Projekt',
  'Its identifier; empty: all projects that the key may see.': 'Seine Kennung; leer: alle Projekte, die der Schlüssel sehen darf.',
  'Roles of customers': 'Rollen von Kunden',
  'Members of a project who have only these roles are customers, all other members are ours; parted by commas.':
    'Mitglieder eines Projekts mit nur diesen Rollen sind Kunden, alle anderen gehören zu uns; durch Kommas getrennt.',
  'Issues with their notes, private notes where the key may see them, closing and opening again, projects, categories and trackers.':
    'Tickets mit ihren Notizen, privaten Notizen, wo der Schlüssel sie sehen darf, Schließen und Wiederöffnen, Projekten, Kategorien und Trackern.',
  'The API key of a user with "View issues" in the projects to be read (and "View private notes" for those); the REST interface must be switched on in Administration, Settings, API.':
    'Der API-Schlüssel eines Benutzers mit „View issues“ in den zu lesenden Projekten (und „View private notes“ für diese); die REST-Schnittstelle muss unter Administration, Konfiguration, API eingeschaltet sein.',
  'The key sees no issue, so nothing would be read.': 'Der Schlüssel sieht kein Ticket; es würde nichts gelesen.',
  'Only entries whose title holds': 'Nur Einträge, deren Titel enthält',
  'For feeds that hold more than releases. Empty: all.': 'Für Feeds, die mehr als Versionen enthalten. Leer: alle.',
  'Releases of your product, to lie over charts as events.': 'Versionen Ihres Produkts, als Ereignisse über Diagrammen.',
  'No entry fits.': 'Kein Eintrag passt.',
  'Where Request Tracker is reached, without /REST/2.0': 'Wo Request Tracker zu erreichen ist, ohne /REST/2.0',
  'Token, or user:password': 'Token, oder Benutzer:Passwort',
  'Tickets with their correspondence, comments (as private notes), status changes and queues.':
    'Tickets mit ihrem Schriftwechsel, Kommentaren (als private Notizen), Statuswechseln und Queues.',
  'A privileged user with ShowTicket, ShowTicketComments and SeeQueue on the queues to be read, and its own token. Set its time zone to UTC.':
    'Ein privilegierter Benutzer mit ShowTicket, ShowTicketComments und SeeQueue für die zu lesenden Queues und eigenem Token. Stellen Sie seine Zeitzone auf UTC.',
  'The user sees no queue, so nothing would be read.': 'Der Benutzer sieht keine Queue; es würde nichts gelesen.',
  'The status page, or the address of its Atom or RSS feed.': 'Die Statusseite oder die Adresse ihres Atom- oder RSS-Feeds.',
  'Incidents and maintenance with their length, to lie over charts as events.':
    'Störungen und Wartungen mit ihrer Dauer, als Ereignisse über Diagrammen.',
  'Token of the bot': 'Token des Bots',
  'BotFather gives it; nothing else may read this bot.': 'BotFather gibt es aus; nichts anderes darf diesen Bot lesen.',
  'Another one only for a Bot API server of your own.': 'Eine andere nur für einen eigenen Bot-API-Server.',
  'Messages to a bot, in groups it is in, and of a business account it is connected to; edits, and deletions in the last. There is no history, and what a bot sends itself it is not told.':
    'Nachrichten an einen Bot, in seinen Gruppen und von einem Geschäftskonto, mit dem er verbunden ist; Änderungen, und bei Letzterem Löschungen. Es gibt keinen Verlauf, und was ein Bot selbst sendet, erfährt er nicht.',
  'A bot of its own, read by nothing else. In groups: privacy mode off (BotFather, /setprivacy) or administrator without any right. Nothing is sent.':
    'Ein eigener Bot, den nichts anderes liest. In Gruppen: Privatsphärenmodus aus (BotFather, /setprivacy) oder Administrator ohne jedes Recht. Es wird nichts gesendet.',
  'Privacy mode is on: in groups the bot is told commands and replies to itself only, unless it is an administrator.':
    'Der Privatsphärenmodus ist an: In Gruppen erfährt der Bot nur Befehle und Antworten an ihn, außer er ist Administrator.',
  'Commercial applications have one of their own.': 'Kommerzielle Anwendungen haben eine eigene.',
  'Requests an hour': 'Anfragen je Stunde',
  'What Weibo grants the application; 150 for one in testing.': 'Was Weibo der Anwendung gewährt; 150 im Test.',
  'Posts and comments that mention or answer your account, with all comments under the post; deletions.':
    'Beiträge und Kommentare, die Ihr Konto erwähnen oder ihm antworten, mit allen Kommentaren unter dem Beitrag; Löschungen.',
  'An access token of your account for an application that Weibo has approved for statuses and comments. Without approval, import a file.':
    'Ein Zugriffstoken Ihres Kontos für eine Anwendung, die Weibo für Beiträge und Kommentare zugelassen hat. Ohne Zulassung importieren Sie eine Datei.',
  'Our account': 'Unser Konto',
  'Bearer token': 'Bearer-Token',
  'Of an app with access to recent search.': 'Einer App mit Zugriff auf die Suche der letzten Tage.',
  'Conversations of the last seven days that mention your account or use your terms; answers of your staff, edits and deletions.':
    'Gespräche der letzten sieben Tage, die Ihr Konto erwähnen oder Ihre Begriffe enthalten; Antworten Ihres Teams, Änderungen und Löschungen.',
  'An app-only bearer token of a project with recent search. It counts posts that are read; nothing is written.':
    'Ein Bearer-Token nur für die App eines Projekts mit Suche der letzten Tage. Gelesene Beiträge werden dort gezählt; es wird nichts geschrieben.',
  'Channel id': 'Kanal-ID',
  'Comments under the videos of your channel with all answers; edits for two weeks, deletions.':
    'Kommentare unter den Videos Ihres Kanals mit allen Antworten; Änderungen zwei Wochen lang, Löschungen.',
  'An API key of a project with the YouTube Data API v3 switched on, restricted to that API. Only public comments are read.':
    'Ein API-Schlüssel eines Projekts mit eingeschalteter YouTube Data API v3, auf diese API beschränkt. Nur öffentliche Kommentare werden gelesen.',
  'There is no comment to be seen; they may be switched off.': 'Es ist kein Kommentar zu sehen; vielleicht sind sie ausgeschaltet.',
  'The search index is off, or was never built: tickets are read from the database, which is slower. Mend it by: zammad run rake zammad:searchindex:rebuild':
    'Der Suchindex ist aus oder wurde nie gebaut: Tickets werden aus der Datenbank gelesen, was langsamer ist. Abhilfe: zammad run rake zammad:searchindex:rebuild',
  'Tickets with articles, internal notes, groups, tags, times of closing and merges.':
    'Tickets mit Artikeln, internen Notizen, Gruppen, Tags, Schließzeiten und Zusammenführungen.',
  'An access token with the permission ticket.agent, of a user with read access to the groups to be read. Nothing is written.':
    'Ein Zugriffstoken mit der Berechtigung ticket.agent, von einem Benutzer mit Leserecht auf die zu lesenden Gruppen. Es wird nichts geschrieben.',
  'E-mail of the agent': 'E-Mail des Agenten',
  'Tickets with public and private comments, status history, groups, tags and satisfaction ratings; deletions and merges.':
    'Tickets mit öffentlichen und privaten Kommentaren, Statusverlauf, Gruppen, Tags und Zufriedenheitsnoten; Löschungen und Zusammenführungen.',
  'An API token of an admin: the incremental export is open to admins only. Nothing is written.':
    'Ein API-Token eines Admins: Der inkrementelle Export steht nur Admins offen. Es wird nichts geschrieben.',
  'This is no admin: the incremental export will be refused.': 'Das ist kein Admin: Der inkrementelle Export wird abgelehnt.',
};

/** The English words of a list of staff, as connectors say them. */
function staff(id: string): string {
  return `One a line: ${id}, then the first and the last day where they matter. Names are not used: impostors copy them.`;
}
