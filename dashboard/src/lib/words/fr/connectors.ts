// What connectors say of themselves, in French, by the English words; staffOf says whose ids a list of staff holds.

const staffOf = (id: string) =>
  `Un par ligne : ${id}, puis le premier et le dernier jour si cela importe. Les noms ne servent pas : les imposteurs les copient.`;

export const connectors: Readonly<Record<string, string>> = {
  'Number of the app': 'Numéro de l’application',
  'The digits behind "id" in its address in the App Store.': 'Les chiffres après « id » dans son adresse de l’App Store.',
  Countries: 'Pays',
  'Two letters each, with commas: every country has reviews of its own.':
    'Deux lettres chacun, séparés par des virgules : chaque pays a ses propres avis.',
  'Reviews with their stars (as ratings from 1 to 5), the newest 500 of each country; edits, but neither deletions nor your answers, which this feed does not hold: reviews are left out of response times, and counted there as left out.':
    'Les avis avec leurs étoiles (notes de 1 à 5), les 500 plus récents de chaque pays ; les modifications, mais ni les suppressions ni vos réponses, que ce flux ne contient pas : les avis sont exclus des temps de réponse, et comptés là comme exclus.',
  'None: the feed is public.': 'Aucun : le flux est public.',
  'Server of the account': 'Serveur du compte',
  'Where the account is hosted (its PDS).': 'Là où le compte est hébergé (son PDS).',
  'Handle of the account': 'Identifiant du compte',
  'App password': 'Mot de passe d’application',
  'Made under Settings, App passwords; not the password of the account.':
    'Créé sous Paramètres, Mots de passe d’application ; pas le mot de passe du compte.',
  'Search terms': 'Termes de recherche',
  'One a line. A post with one of them speaks to us.': 'Un par ligne. Un message qui en contient un s’adresse à nous.',
  'Threads that mention, answer or quote your account or use your search terms; answers, edits and deletions.':
    'Les fils qui mentionnent, citent ou contiennent une réponse à votre compte, ou vos termes de recherche ; réponses, modifications et suppressions.',
  'An app password of your account, without access to direct messages. Nothing is written.':
    'Un mot de passe d’application de votre compte, sans accès aux messages privés. Rien n’est écrit.',
  'The secret or public address of an .ics file.': 'L’adresse secrète ou publique d’un fichier .ics.',
  'Time zone': 'Fuseau horaire',
  'Of whole days, and of times that name none.': 'Pour les jours entiers, et les heures qui n’en nomment aucun.',
  'Events of a calendar with those that repeat, to lie over charts.':
    'Les événements d’un calendrier, y compris ceux qui se répètent, à superposer aux graphiques.',
  'An address that gives the file to whoever has it.': 'Une adresse qui donne le fichier à quiconque la connaît.',
  'Account number': 'Numéro du compte',
  'The number behind /app/accounts/ in the address.': 'Le numéro après /app/accounts/ dans l’adresse.',
  'Access token': 'Jeton d’accès',
  'Conversations of all inboxes with messages, private notes, labels, teams, resolutions and satisfaction ratings.':
    'Les conversations de toutes les boîtes avec messages, notes privées, étiquettes, équipes, résolutions et notes de satisfaction.',
  'The access token of an administrator (Profile settings): others see only their own inboxes, and no survey answers. Nothing is written.':
    'Le jeton d’accès d’un administrateur (Paramètres du profil) : les autres ne voient que leurs boîtes, et aucune réponse d’enquête. Rien n’est écrit.',
  'This is no administrator: inboxes and survey answers may be missing.':
    'Ce n’est pas un administrateur : des boîtes et des réponses d’enquête peuvent manquer.',
  'User of the key': 'Utilisateur de la clé',
  'API key': 'Clé d’API',
  'Groups that are ours': 'Nos groupes',
  'Names of primary groups, with commas; staff of the forum is ours anyway.':
    'Noms de groupes principaux, séparés par des virgules ; l’équipe du forum est à nous de toute façon.',
  'Read private messages of': 'Lire les messages privés de',
  'A user whose messages with customers count; empty: none.': 'Un utilisateur dont les messages avec des clients comptent ; vide : aucun.',
  'Topics with posts, whispers (as private notes), edits, closings, accepted answers, deletions; private messages of one user on request.':
    'Les sujets avec messages, chuchotements (comme notes privées), modifications, fermetures, réponses acceptées, suppressions ; sur demande, les messages privés d’un utilisateur.',
  'A granular API key with the scopes topics: read, topics: read lists and posts: list, for a user who sees the categories to be read; a moderator only where whispers or hidden posts matter. Nothing is written.':
    'Une clé d’API granulaire avec les portées topics: read, topics: read lists et posts: list, pour un utilisateur qui voit les catégories à lire ; un modérateur seulement si les chuchotements ou les messages masqués importent. Rien n’est écrit.',
  'The key sees no topic, so nothing would be read.': 'La clé ne voit aucun sujet : rien ne serait lu.',
  'None: what is public.': 'Aucun : ce qui est public.',
  'Kind of event': 'Type d’événement',
  'Addresses of feeds': 'Adresses des flux',
  'One a line: RSS, Atom or JSON Feed. An address with a key in it is seen by everybody who may see sources.':
    'Une par ligne : RSS, Atom ou JSON Feed. Une adresse qui contient une clé est vue par tous ceux qui voient les sources.',
  'Entries of feeds as messages of customers; comments and replies join what they answer. What falls off a feed stays stored. Without a list of your staff no answer can be told: entries are then left out of response times, and counted there as left out.':
    'Les entrées des flux comme messages de clients ; commentaires et réponses rejoignent ce à quoi ils répondent. Ce qui sort d’un flux reste enregistré. Sans liste de votre équipe, aucune réponse ne se reconnaît : les entrées sont alors exclues des temps de réponse, et comptées là comme exclues.',
  'None: the addresses are read as anybody could.': 'Aucun : les adresses sont lues comme n’importe qui le pourrait.',
  'Some entries tell no time: no response times can be told of them.':
    'Certaines entrées n’indiquent pas d’heure : elles n’ont pas de temps de réponse.',
  Address: 'Adresse',
  'Our staff': 'Notre équipe',
  [staff('the DID (did:plc:...)')]: staffOf('le DID (did:plc:...)'),
  [staff('the e-mail or address of an author as the feed gives it')]: staffOf(
    'l’e-mail ou l’adresse d’un auteur tels que le flux les donne',
  ),
  [staff('the number of a user')]: staffOf('le numéro d’un utilisateur'),
  [staff('number of the user')]: staffOf('le numéro de l’utilisateur'),
  [staff('mail address or domain')]: staffOf('adresse e-mail ou domaine'),
  [staff('the account id on this server')]: staffOf('l’identifiant du compte sur ce serveur'),
  [staff('the account id (t2_...)')]: staffOf('l’identifiant du compte (t2_...)'),
  [staff('the uid')]: staffOf('l’uid'),
  [staff('the numeric user id')]: staffOf('l’identifiant numérique'),
  [staff('the channel id (UC...)')]: staffOf('l’identifiant de la chaîne (UC...)'),
  'Quiet days until closed': 'Jours de silence avant clôture',
  'The network has no statuses: a conversation without a word for this long counts as closed, and is not read again.':
    'Le réseau n’a pas d’états : une conversation muette aussi longtemps compte comme close et n’est plus relue.',
  'Tickets with replies, private notes, groups, types, tags, times of solving and satisfaction ratings; spam and deleted ones as such.':
    'Les tickets avec réponses, notes privées, groupes, types, étiquettes, heures de résolution et notes de satisfaction ; le spam et les tickets supprimés comme tels.',
  'The API key of an agent with global access to tickets; names of agents and groups need an admin, ratings an account with surveys. Nothing is written.':
    'La clé d’API d’un agent ayant accès à tous les tickets ; les noms d’agents et de groupes demandent un administrateur, les notes un compte avec enquêtes. Rien n’est écrit.',
  'This agent sees only tickets of some groups, or only its own.':
    'Cet agent ne voit que les tickets de certains groupes, ou que les siens.',
  Repository: 'Dépôt',
  Token: 'Jeton',
  'Only for a private repository: fine-grained, Contents read-only.':
    'Seulement pour un dépôt privé : jeton fin, Contents en lecture seule.',
  'Pre-releases too': 'Préversions aussi',
  'Published releases of a repository, to lie over charts as events.':
    'Les versions publiées d’un dépôt, à superposer aux graphiques comme événements.',
  'None for a public repository; else a token that may read its contents.':
    'Aucun pour un dépôt public ; sinon un jeton qui peut en lire le contenu.',
  Repositories: 'Dépôts',
  'One owner/name a line.': 'Un propriétaire/nom par ligne.',
  'Address of the interface': 'Adresse de l’interface',
  'Another one only for a GitHub of your own.': 'Une autre seulement pour votre propre GitHub.',
  'Issues with comments, labels, closings and reopenings, edits, deletions; no pull requests.':
    'Les tickets avec commentaires, étiquettes, fermetures et réouvertures, modifications, suppressions ; pas les pull requests.',
  'A fine-grained token for these repositories alone with Issues: read-only and Metadata: read-only; for public ones a token without any permission. Nothing is written.':
    'Un jeton fin pour ces seuls dépôts avec Issues et Metadata en lecture seule ; pour les dépôts publics, un jeton sans permission. Rien n’est écrit.',
  'Package name': 'Nom du paquet',
  'Key of the service account': 'Clé du compte de service',
  'The whole JSON file.': 'Le fichier JSON entier.',
  'Reviews with text of the last seven days, their stars (as ratings from 1 to 5), every edit that was seen, and your answers.':
    'Les avis avec texte des sept derniers jours, leurs étoiles (notes de 1 à 5), chaque modification vue, et vos réponses.',
  'A service account, invited in Play Console for this app alone with "View app information (read-only)" and "Reply to reviews", which Google asks for even to read them. Nothing is written.':
    'Un compte de service, invité dans la Play Console pour cette seule application avec « View app information (read-only) » et « Reply to reviews », que Google exige même pour les lire. Rien n’est écrit.',
  'No reviews of the last seven days.': 'Aucun avis des sept derniers jours.',
  'Mail server': 'Serveur de courrier',
  Port: 'Port',
  Encryption: 'Chiffrement',
  'tls goes with port 993, starttls with port 143. None at all (none) only for a host that HUIYIN_ALLOW_HOSTS names.':
    'tls va avec le port 993, starttls avec le port 143. Aucun (none) seulement pour un hôte nommé par HUIYIN_ALLOW_HOSTS.',
  User: 'Utilisateur',
  Folders: 'Dossiers',
  'Folders with mails of customers, parted by commas.': 'Les dossiers où se trouvent les e-mails des clients, séparés par des virgules.',
  'Folder of sent mails': 'Dossier des e-mails envoyés',
  'Empty: the one that the server marks as such.': 'Vide : celui que le serveur désigne comme tel.',
  'Mails of the inbox and of the folder of sent mails, tied to conversations; quoted history and signatures are left out. Nothing is marked, moved or deleted.':
    'Les e-mails reçus et envoyés, réunis en conversations ; citations et signatures sont omises. Rien n’est marqué, déplacé ni supprimé.',
  'A mailbox password or app password, or an application of Microsoft 365 (IMAP.AccessAsApp) or a service account of Google Workspace that may read this mailbox; where the server has rights per folder, lookup and read (lr) on the folders to be read.':
    'Un mot de passe de boîte ou d’application, ou une application Microsoft 365 (IMAP.AccessAsApp) ou un compte de service Google Workspace autorisé à lire cette boîte ; si le serveur gère des droits par dossier, lookup et read (lr) sur les dossiers à lire.',
  'No folder of sent mails was found: answers would be missing, and every customer would seem to wait.':
    'Aucun dossier des e-mails envoyés : les réponses manqueraient, et chaque client semblerait attendre.',
  'Region of the workspace': 'Région de l’espace de travail',
  'Conversations with replies, private notes, bots and Fin, state changes, teams, tags and ratings.':
    'Les conversations avec réponses, notes privées, robots et Fin, changements d’état, équipes, étiquettes et notes.',
  'An access token with "Read conversations"; with "Read admins" teams have names. Nothing is written.':
    'Un jeton d’accès avec « Read conversations » ; avec « Read admins », les équipes ont un nom. Rien n’est écrit.',
  'Signs in with': 'Se connecte avec',
  'Microsoft 365 (microsoft) and Google Workspace (google) take no passwords any more: an application signs in for the mailbox.':
    'Microsoft 365 (microsoft) et Google Workspace (google) n’acceptent plus de mot de passe : une application se connecte pour la boîte.',
  'Password, or app password': 'Mot de passe, ou mot de passe d’application',
  'Microsoft: tenant': 'Microsoft : locataire',
  'The id or a domain of the directory.': 'L’identifiant ou un domaine de l’annuaire.',
  'Microsoft: application id': 'Microsoft : identifiant de l’application',
  'An application with the permission IMAP.AccessAsApp, known to Exchange and with rights on this mailbox alone.':
    'Une application avec la permission IMAP.AccessAsApp, connue d’Exchange et limitée à cette boîte.',
  'Microsoft: client secret': 'Microsoft : secret du client',
  'Google: key of the service account': 'Google : clé du compte de service',
  'The whole JSON file; the account may act for this user in the scope https://mail.google.com/.':
    'Le fichier JSON entier ; le compte peut agir pour cet utilisateur dans la portée https://mail.google.com/.',
  'A CSV with one price a day.': 'Un CSV avec un cours par jour.',
  'What it is the price of': 'Ce dont c’est le cours',
  'Compared with so many days before': 'Comparé à autant de jours avant',
  'Unusual from so many deviations': 'Inhabituel à partir d’autant d’écarts',
  "Robust standard deviations (1.4826 x median absolute deviation) of the days before, from their median; of the day's log return.":
    'Écarts types robustes (1,4826 x écart absolu médian) des jours précédents, depuis leur médiane ; du rendement logarithmique du jour.',
  'And from so many percent': 'Et à partir d’autant de pour cent',
  'Days on which a price moved far more than in the weeks before, to lie over charts as events.':
    'Les jours où un cours a bougé bien plus que les semaines précédentes, à superposer aux graphiques comme événements.',
  'An address that gives the table to whoever asks.': 'Une adresse qui donne le tableau à qui le demande.',
  'Column of the day': 'Colonne du jour',
  'Column of the price': 'Colonne du cours',
  'Too few days to judge any of them.': 'Trop peu de jours pour en juger un seul.',
  'The server on which your account is': 'Le serveur où se trouve votre compte',
  Hashtags: 'Mots-dièse',
  'One a line, without #. A post with one of them speaks to us.': 'Un par ligne, sans #. Un message qui en contient un s’adresse à nous.',
  'One a line. Only where the server has full-text search; a post with one of them speaks to us.':
    'Un par ligne. Seulement si le serveur a la recherche en texte intégral ; un message qui en contient un s’adresse à nous.',
  'Threads that mention or quote your account, use your hashtags or your search terms; answers, edits and deletions.':
    'Les fils qui mentionnent ou citent votre compte, utilisent vos mots-dièse ou vos termes de recherche ; réponses, modifications et suppressions.',
  'An application of your account with the scopes read:accounts, read:notifications, read:statuses and, for terms, read:search.':
    'Une application de votre compte avec les portées read:accounts, read:notifications, read:statuses et, pour les termes, read:search.',
  'This server has no full-text search: the search terms would find nothing.':
    'Ce serveur n’a pas de recherche en texte intégral : les termes ne trouveraient rien.',
  'API token': 'Jeton d’API',
  'Number of the reading user': 'Numéro de l’utilisateur qui lit',
  'With a master token only.': 'Avec un jeton maître seulement.',
  'As in their addresses, with commas; administrators and global moderators are ours anyway.':
    'Comme dans leurs adresses, séparés par des virgules ; administrateurs et modérateurs globaux sont à nous de toute façon.',
  'Topics with their posts, edits, locks and deletions; posts that came from other servers too.':
    'Les sujets avec messages, modifications, verrouillages et suppressions ; aussi les messages venus d’autres serveurs.',
  'An API token of a user who may read the categories to be read, and nothing else. Nothing is written.':
    'Un jeton d’API d’un utilisateur qui peut lire les catégories voulues, et rien d’autre. Rien n’est écrit.',
  'The token sees no topic, so nothing would be read.': 'Le jeton ne voit aucun sujet : rien ne serait lu.',
  'It sees no member of our groups: list our staff by number, or every post is one of a customer.':
    'Il ne voit aucun membre de nos groupes : listez notre équipe par numéro, sinon chaque message sera celui d’un client.',
  'Client id': 'Identifiant du client',
  'Client secret': 'Secret du client',
  'Our account, without u/': 'Notre compte, sans u/',
  'Our subreddits': 'Nos subreddits',
  'One a line, without r/. Every post there speaks to us.': 'Un par ligne, sans r/. Chaque message y est pour nous.',
  'One a line, searched in posts of all Reddit. A post with one of them speaks to us.':
    'Un par ligne, cherché dans les messages de tout Reddit. Un message qui en contient un s’adresse à nous.',
  'Posts and comments of your subreddits, and posts anywhere with your terms; answers, edits and deletions.':
    'Les messages et commentaires de vos subreddits, et partout les messages avec vos termes ; réponses, modifications et suppressions.',
  'A script app under Preferences, Apps: its client id and secret. Only public posts are read, nothing is written.':
    'Une application de type script sous Préférences, Applications : son identifiant et son secret. Seuls les messages publics sont lus, rien n’est écrit.',
  'Neither a subreddit nor a term is set, so nothing would be read.': 'Ni subreddit ni terme : rien ne serait lu.',
  'API access key': 'Clé d’accès à l’API',
  Project: 'Projet',
  'Its identifier; empty: all projects that the key may see.': 'Son identifiant ; vide : tous les projets visibles avec la clé.',
  'Roles of customers': 'Rôles des clients',
  'Members of a project who have only these roles are customers, all other members are ours; parted by commas.':
    'Les membres d’un projet qui n’ont que ces rôles sont des clients, tous les autres sont à nous ; séparés par des virgules.',
  'Issues with their notes, private notes where the key may see them, closing and opening again, projects, categories and trackers.':
    'Les demandes avec leurs notes, les notes privées si la clé les voit, fermetures et réouvertures, projets, catégories et trackers.',
  'The API key of a user with "View issues" in the projects to be read (and "View private notes" for those); the REST interface must be switched on in Administration, Settings, API.':
    'La clé d’API d’un utilisateur avec « View issues » dans les projets à lire (et « View private notes » pour celles-ci) ; l’interface REST doit être activée sous Administration, Configuration, API.',
  'The key sees no issue, so nothing would be read.': 'La clé ne voit aucune demande : rien ne serait lu.',
  'Only entries whose title holds': 'Seulement les entrées dont le titre contient',
  'For feeds that hold more than releases. Empty: all.': 'Pour les flux qui contiennent plus que des versions. Vide : toutes.',
  'Releases of your product, to lie over charts as events.': 'Les versions de votre produit, à superposer aux graphiques comme événements.',
  'No entry fits.': 'Aucune entrée ne convient.',
  'Where Request Tracker is reached, without /REST/2.0': 'Où l’on atteint Request Tracker, sans /REST/2.0',
  'Token, or user:password': 'Jeton, ou utilisateur:mot de passe',
  'Tickets with their correspondence, comments (as private notes), status changes and queues.':
    'Les tickets avec leur correspondance, les commentaires (comme notes privées), les changements d’état et les files.',
  'A privileged user with ShowTicket, ShowTicketComments and SeeQueue on the queues to be read, and its own token. Set its time zone to UTC.':
    'Un utilisateur privilégié avec ShowTicket, ShowTicketComments et SeeQueue sur les files à lire, et son propre jeton. Réglez son fuseau horaire sur UTC.',
  'The user sees no queue, so nothing would be read.': 'L’utilisateur ne voit aucune file : rien ne serait lu.',
  'The status page, or the address of its Atom or RSS feed.': 'La page d’état, ou l’adresse de son flux Atom ou RSS.',
  'Incidents and maintenance with their length, to lie over charts as events.':
    'Les incidents et maintenances avec leur durée, à superposer aux graphiques comme événements.',
  'Token of the bot': 'Jeton du robot',
  'BotFather gives it; nothing else may read this bot.': 'BotFather le donne ; rien d’autre ne doit lire ce robot.',
  'Another one only for a Bot API server of your own.': 'Une autre seulement pour votre propre serveur Bot API.',
  'Messages to a bot, in groups it is in, and of a business account it is connected to; edits, and deletions in the last. There is no history, and what a bot sends itself it is not told.':
    'Les messages à un robot, dans ses groupes, et d’un compte professionnel auquel il est relié ; les modifications, et pour ce dernier les suppressions. Il n’y a pas d’historique, et un robot n’apprend pas ce qu’il envoie lui-même.',
  'A bot of its own, read by nothing else. In groups: privacy mode off (BotFather, /setprivacy) or administrator without any right. Nothing is sent.':
    'Un robot réservé, lu par rien d’autre. Dans les groupes : mode privé désactivé (BotFather, /setprivacy) ou administrateur sans aucun droit. Rien n’est envoyé.',
  'Privacy mode is on: in groups the bot is told commands and replies to itself only, unless it is an administrator.':
    'Le mode privé est activé : dans les groupes, le robot n’apprend que les commandes et les réponses à lui-même, sauf s’il est administrateur.',
  'Commercial applications have one of their own.': 'Les applications commerciales ont la leur.',
  'Requests an hour': 'Requêtes par heure',
  'What Weibo grants the application; 150 for one in testing.': 'Ce que Weibo accorde à l’application ; 150 pour une application en test.',
  'Posts and comments that mention or answer your account, with all comments under the post; deletions.':
    'Les messages et commentaires qui mentionnent votre compte ou lui répondent, avec tous les commentaires du message ; suppressions.',
  'An access token of your account for an application that Weibo has approved for statuses and comments. Without approval, import a file.':
    'Un jeton d’accès de votre compte pour une application que Weibo a approuvée pour messages et commentaires. Sans approbation, importez un fichier.',
  'Our account': 'Notre compte',
  'Bearer token': 'Jeton Bearer',
  'Of an app with access to recent search.': 'D’une application ayant accès à la recherche récente.',
  'Conversations of the last seven days that mention your account or use your terms; answers of your staff, edits and deletions.':
    'Les conversations des sept derniers jours qui mentionnent votre compte ou utilisent vos termes ; réponses de votre équipe, modifications et suppressions.',
  'An app-only bearer token of a project with recent search. It counts posts that are read; nothing is written.':
    'Un jeton Bearer d’application d’un projet avec recherche récente. Les messages lus sont décomptés ; rien n’est écrit.',
  'Channel id': 'Identifiant de la chaîne',
  'Comments under the videos of your channel with all answers; edits for two weeks, deletions.':
    'Les commentaires sous les vidéos de votre chaîne avec toutes les réponses ; modifications pendant deux semaines, suppressions.',
  'An API key of a project with the YouTube Data API v3 switched on, restricted to that API. Only public comments are read.':
    'Une clé d’API d’un projet où YouTube Data API v3 est activée, limitée à cette API. Seuls les commentaires publics sont lus.',
  'There is no comment to be seen; they may be switched off.': 'Aucun commentaire n’est visible ; ils sont peut-être désactivés.',
  'The search index is off, or was never built: tickets are read from the database, which is slower. Mend it by: zammad run rake zammad:searchindex:rebuild':
    'L’index de recherche est absent ou n’a jamais été construit : les tickets sont lus dans la base, ce qui est plus lent. Remède : zammad run rake zammad:searchindex:rebuild',
  'Tickets with articles, internal notes, groups, tags, times of closing and merges.':
    'Les tickets avec articles, notes internes, groupes, étiquettes, heures de clôture et fusions.',
  'An access token with the permission ticket.agent, of a user with read access to the groups to be read. Nothing is written.':
    'Un jeton d’accès avec la permission ticket.agent, d’un utilisateur qui peut lire les groupes voulus. Rien n’est écrit.',
  'E-mail of the agent': 'E-mail de l’agent',
  'Tickets with public and private comments, status history, groups, tags and satisfaction ratings; deletions and merges.':
    'Les tickets avec commentaires publics et privés, historique des états, groupes, étiquettes et notes de satisfaction ; suppressions et fusions.',
  'An API token of an admin: the incremental export is open to admins only. Nothing is written.':
    'Un jeton d’API d’un administrateur : l’export incrémental leur est réservé. Rien n’est écrit.',
  'This is no admin: the incremental export will be refused.': 'Ce n’est pas un administrateur : l’export incrémental sera refusé.',
};

/** The English words of a list of staff, as connectors say them. */
function staff(id: string): string {
  return `One a line: ${id}, then the first and the last day where they matter. Names are not used: impostors copy them.`;
}
