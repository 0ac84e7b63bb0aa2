// What our people and machines say in German.
import type { AgentWords } from '../wording.ts';

export const agentDe: Omit<AgentWords, 'solves'> = {
  greets: [
    'Hallo, hier ist {agent}, ich sehe es mir gleich an.',
    'Guten Tag, einen Moment, ich öffne Ihren Vorgang.',
    'Hallo, danke fürs Warten, ich übernehme.',
    'Guten Tag, ich prüfe gerade Ihre {asset}.',
  ],
  kindnesses: [
    'Ich verstehe Ihre Sorge; ich kümmere mich persönlich darum.',
    'Ich verstehe Ihren Ärger gut; ich kümmere mich selbst darum.',
  ],
  sorries: [
    'Die lange Wartezeit tut mir leid.',
    'Entschuldigen Sie die späte Antwort, wir haben gerade sehr viele Anfragen.',
    'Es tut mir leid, dass Sie {waited} warten mussten.',
    'Bitte entschuldigen Sie die Verzögerung.',
  ],
  macros: {
    ask: [
      'Guten Tag, bitte teilen Sie uns Transaktions-Hash, Gerät und App-Version mit.',
      'Guten Tag, vielen Dank für Ihre Nachricht. Bitte fügen Sie einen Screenshot bei.',
    ],
    solve: {
      money: ['Guten Tag, Überweisungen können sich bei hoher Netzauslastung verzögern. Bitte haben Sie Geduld.'],
      account: ['Guten Tag, bitte folgen Sie dem Artikel „Anmeldung nicht möglich“ im Hilfebereich.'],
      security: ['Guten Tag, geben Sie Ihre Phrase niemals weiter. Transaktionen sind unumkehrbar, bitte erstatten Sie Anzeige.'],
      app: ['Guten Tag, bitte installieren Sie die neueste Version und versuchen Sie es erneut.'],
      swap: ['Guten Tag, das Ergebnis richtet sich nach der Abwicklung auf der Chain und kann abweichen.'],
      service: ['Guten Tag, wir bitten um Entschuldigung für die Unannehmlichkeiten.'],
      idea: ['Guten Tag, vielen Dank für Ihren Vorschlag, wir geben ihn weiter.'],
      identity: ['Guten Tag, die Prüfung dauert ein bis drei Werktage, bitte haben Sie Geduld.'],
      staking: ['Guten Tag, beim Unstaking gilt eine Sperrfrist, bitte haben Sie Geduld.'],
    },
  },
  escalates: [
    'Dafür müssen unsere Entwickler in die Protokolle schauen, ich habe es übergeben. Rechnen Sie mit ein bis zwei Werktagen, ich melde mich.',
    'Ich habe es unter {ticket} weitergegeben, bitte achten Sie auf Ihr Postfach.',
    'Ihr Guthaben ist sicher, bitte nicht erneut senden. Die Spezialisten sehen sich die {asset}-Überweisung an.',
    'Sie haben nichts falsch gemacht, es ist ein Fehler bei uns, gemeldet als {ticket}.',
  ],
  holds: {
    live: ['Ich prüfe noch, ein paar Minuten bitte.', 'Ich vergleiche mit der Chain, einen Moment.'],
    letter: ['Die Entwickler werten die Protokolle aus, noch kein Ergebnis.', 'Ihr Vorgang ist noch in Arbeit, Sie sind nicht vergessen.'],
  },
  goodbyes: ['Gern geschehen, schönen Tag noch!', 'Sehr gern, bis zum nächsten Mal.', 'Gern. Und die Phrase gut aufbewahren!'],
  callBacks: ['Guten Tag, {agent} von Larkfold, ich habe zurückgerufen und wir haben die {asset}-Frage geklärt.'],
  complaintAcks: [
    'Ihre Beschwerde ist unter {ticket} erfasst. Ich bin {agent} und dafür verantwortlich, Sie erhalten binnen drei Werktagen eine schriftliche Antwort.',
    'Ich bestätige den Eingang Ihrer Beschwerde {ticket} und bitte um Entschuldigung. Ich halte Sie auf dem Laufenden.',
  ],
  complaintDecisions: [
    'Zu Beschwerde {ticket}: Unser Knoten hing hinterher, {sum} sind jetzt gutgeschrieben, die Gebühr von {fee} wird erstattet. Wir bitten um Entschuldigung.',
    'Zu {ticket}: Wir haben zu spät geantwortet und erstatten {fee}. Sie können binnen fünfzehn Werktagen eine Überprüfung verlangen.',
  ],
  reviewReplies: {
    good: ['Danke für die netten Worte!', 'Danke für Ihre Treue!', 'Schön, dass {version} gefällt.'],
    bad: [
      'Das tut uns leid. Bitte schreiben Sie uns über Hilfe > Kontakt mit {ticket}, wir bearbeiten es vorrangig.',
      'Entschuldigung! Der Fehler in {version} wird gerade behoben.',
      'Danke für den Hinweis, liegt bei den Entwicklern.',
    ],
  },
  warnings: [
    'Wichtig: Bitte niemals Phrase oder Schlüssel versenden, auch nicht an uns. Legen Sie ein neues Wallet an und übertragen Sie Ihr Guthaben sofort.',
    'Sie haben gerade vertrauliche Angaben gesendet, sie wurden unkenntlich gemacht. Bitte künftig weglassen.',
  ],
  hellos: ['Guten Tag,\n\n', 'Hallo {customer},\n\n', 'Guten Tag, danke für Ihre Nachricht.\n\n'],
  signoffs: ['\n\nMit freundlichen Grüßen\n{agent}\nLarkfold Wallet Support', '\n\nViele Grüße\n{agent}', '\n\n{agent}, Larkfold', ''],
  botHellos: [
    'Hallo, ich bin Lark, der Assistent. Ich verbinde Sie mit einem Kollegen.',
    'Lark hier. Ihre Frage ist da, gleich kommt jemand.',
  ],
  botWaits: ['Die Wartezeit ist länger als üblich. Hinterlassen Sie eine Nachricht, wir antworten per E-Mail.'],
  autoAcks: [
    '[Automatische Antwort] Nachricht erhalten, Ihre Nummer ist {ticket}. Wir antworten binnen 24 Stunden.',
    '[Automatisch] Ticket {ticket} angelegt. Senden Sie niemals Ihre Wiederherstellungsphrase.',
  ],
  surveys: [
    'Wie waren wir? Bitte bewerten Sie das Gespräch von 1 bis 5.',
    'Waren Sie mit der Hilfe von {agent} zufrieden? Bewerten Sie von 1 bis 5.',
  ],
  campaigns: ['Staking-Saison: diese Woche bis zu {apr} auf {asset}.'],
};
