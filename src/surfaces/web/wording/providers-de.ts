/** What can be seen of a personal account, in German. Read aloud before it changes. */
import type { ProvidersKey } from './providers-en.ts'

export const providersGerman: Readonly<Record<ProvidersKey, string>> = {
  'sight.link': 'Was wir hier sehen können',
  'sight.link-says': 'Und was nur Sie sehen können.',
  'sight.title': 'Was wir von {address} sehen können',
  'sight.lede':
    '{provider} zeigt sein Anmeldeprotokoll nur Ihnen. Deshalb sehen wir nicht, wer sich hier anmeldet, und kein anderes Programm kann es.',
  'sight.lede-unsure':
    'Wir kennen keinen Weg, das Anmeldeprotokoll von {provider} zu lesen. Deshalb sehen wir nicht, wer sich hier anmeldet.',
  'sight.ways': 'Was ein wenig mehr zeigt',
  'sight.mail': 'Wir lesen neue E-Mails',
  'sight.mail-says':
    'Zeigt feindliche E-Mails, die ankommen. Zeigt keine Anmeldung und keine geänderte Einstellung. Nur wenn Sie es wollen.',
  'sight.mail-on': 'Das tun wir schon.',
  'sight.self': 'Sie sehen selbst nach',
  'sight.self-says': 'Bei {provider} können nur Sie sehen, wo Sie angemeldet sind, wohin E-Mails weitergehen und welche Apps sie lesen.',
  'sight.yours':
    'Diese Seite ist nur für Sie. Ihre Organisation erfährt von uns nicht, dass es dieses Konto gibt, außer Sie haben es erlaubt.',
  'sight.letters': 'Eine geheime Adresse für seine Sicherheits-E-Mails',
  'sight.letters-says':
    'Zeigt, dass {provider} über eine Anmeldung oder Änderung geschrieben hat. Zeigt nicht, was {provider} niemandem sagt oder spät sagt.',
  'sight.letters-none': 'Der Betreiber dieses Programms empfängt noch keine E-Mails, deshalb gibt es diese Adresse nicht.',
  'sight.letters-open': 'Adresse machen',
  'sight.letters-see': 'Adresse ansehen',
  'privacy.watch-sign-ins': 'Das Programm liest die Sicherheits-E-Mails Ihres Anbieters zu {address}',
  'privacy.keeps-provider-mails': 'Was der Anbieter eines privaten Kontos zu dessen Sicherheit schrieb, ohne Links und Codes, versiegelt',
  'watching.title': 'Eine geheime Adresse für {address}',
  'watching.lede':
    'Wenn {provider} Ihnen über eine Anmeldung oder Änderung schreibt, kommt die E-Mail auch zu uns. Wir behalten davon keinen Link und keinen Code.',
  'watching.way': 'Wie die E-Mails zu uns kommen',
  'watching.way-hint': 'An eine zweite Adresse können Codes gehen, die Ihr Konto öffnen. Deshalb ist die Regel besser.',
  'watching.way-forward': 'Eine Regel in meinem Postfach leitet sie weiter',
  'watching.way-contact': 'Mein Anbieter schreibt dorthin als an meine zweite Adresse',
  'watching.consent':
    'Das Programm darf die Sicherheits-E-Mails lesen, die mein Anbieter an eine für mich gemachte Adresse schickt. Ich kann das jederzeit zurücknehmen.',
  'watching.consent-needed': 'Setzen Sie das Häkchen, wenn das Programm diese E-Mails lesen darf.',
  'watching.button': 'Adresse machen',
  'watching.address': 'Die geheime Adresse',
  'watching.address-says': 'Geben Sie sie nur {provider}. Wenn sie sich herumspricht, ersetzen Sie sie hier.',
  'watching.code': 'Der Code, den {provider} hierher schickte: {code}',
  'watching.code-says': 'Er steht hier einen Tag. Geben Sie ihn nur ein, wenn Sie das gerade selbst einrichten.',
  'watching.steps': 'Einrichten, Schritt für Schritt',
  'watching.state': 'Wie es steht',
  'watching.heard': '{provider} schrieb zuletzt: {when}.',
  'watching.heard-never': '{provider} hat noch nicht geschrieben.',
  'watching.known': 'Andere kennen diese Adresse. Ersetzen Sie sie, und tragen Sie die neue dort ein, wo die alte steht.',
  'watching.replace': 'Adresse ersetzen',
  'watching.replace-title': 'Die geheime Adresse ersetzen?',
  'watching.replace-says': 'Die alte gilt sofort nicht mehr. Tragen Sie die neue dort ein, wo jetzt die alte steht.',
  'watching.stop': 'Adresse schließen',
  'watching.stop-says': 'Schließen nimmt Ihre Erlaubnis zurück: Sie nimmt nichts mehr an, und was kam, wird gelöscht.',
  'done.watching-made': 'Die Adresse ist gemacht. Richten Sie sie jetzt Schritt für Schritt ein.',
  'done.watching-replaced': 'Die neue Adresse gilt. Die alte nimmt nichts mehr an.',
  'home.heard': '{provider} schrieb Ihnen dazu {when}',
  'steps.google-1':
    'Öffnen Sie am Computer Gmail unter mail.google.com. Öffnen Sie die Einstellungen, „Alle Einstellungen aufrufen“, „Weiterleitung & POP/IMAP“.',
  'steps.google-2': 'Wählen Sie „Weiterleitungsadresse hinzufügen“ und geben Sie ein: {watch}',
  'steps.google-3':
    'Google schickt einen Code an diese Adresse. Öffnen Sie diese Seite noch einmal: Dort steht er. Geben Sie ihn bei Gmail ein, und lassen Sie „Weiterleitung deaktivieren“ stehen.',
  'steps.google-4':
    'Öffnen Sie „Filter & blockierte Adressen“, „Neuen Filter erstellen“. Geben Sie unter „Enthält die Wörter“ ein: {filter}',
  'steps.google-5':
    'Wählen Sie „Filter erstellen“, setzen Sie bei „Weiterleiten an“ das Häkchen, wählen Sie die Adresse, und erstellen Sie den Filter.',
  'steps.microsoft-1':
    'Öffnen Sie am Computer Ihre Post unter outlook.com. Öffnen Sie die Einstellungen, „E-Mail“, „Regeln“, „Neue Regel hinzufügen“.',
  'steps.microsoft-2': 'Wählen Sie als Bedingung „Absenderadresse enthält“ und geben Sie ein: accountprotection.microsoft.com',
  'steps.microsoft-3': 'Wählen Sie als Aktion „Umleiten an“ und geben Sie ein: {watch} Speichern Sie die Regel.',
  'steps.microsoft-4': 'Machen Sie eine zweite Regel mit derselben Aktion. Ihre Bedingung ist „Betreff enthält“ mit dem Wort {label}',
  'steps.other-1':
    'Suchen Sie in den Einstellungen Ihres Postfachs nach Regeln, Filtern oder Weiterleitung. Manche Anbieter haben keine: Schließen Sie dann die Adresse und sehen Sie selbst nach.',
  'steps.other-2': 'Machen Sie eine Regel: E-Mails von {senders} gehen weiter an {watch}',
  'steps.other-3': 'Machen Sie eine zweite Regel: E-Mails mit {label} im Betreff gehen an dieselbe Adresse.',
  'steps.contact-microsoft':
    'Öffnen Sie account.microsoft.com, „Sicherheit“, „Anmeldung verwalten“, „Weitere Möglichkeit hinzufügen“, „Code per E-Mail senden“.',
  'steps.contact-other':
    'Suchen Sie in den Sicherheitseinstellungen von {provider} nach einer zweiten Adresse oder Wiederherstellungsadresse.',
  'steps.contact-enter': 'Geben Sie ein: {watch}',
  'steps.contact-code':
    'Wird nach einem Code gefragt, öffnen Sie diese Seite noch einmal: Einen Tag lang steht er hier. Geben Sie ihn dort ein.',
  'refusal.account-not-proven':
    'Bestätigen Sie zuerst, dass diese Adresse Ihnen gehört: Geben Sie die sechs Ziffern ein, die wir dorthin geschickt haben.',
  'watching.test': 'Jetzt eine Test-E-Mail senden',
  'watching.beat-never': 'Noch kam keine Test-E-Mail zurück. Senden Sie eine, wenn die Regel steht.',
  'watching.beat-waits': 'Eine Test-E-Mail ist unterwegs. Gesendet: {when}.',
  'watching.beat-good': 'Eine Test-E-Mail kam zurück: {when}. Die Regel wirkt; wir prüfen sie jeden Monat.',
  'watching.blind':
    'Vielleicht sehen wir hier nichts mehr, seit {when}. Die Test-E-Mail kam nicht zurück. Gehen Sie die Schritte noch einmal durch, und senden Sie dann eine neue.',
  'watching.no-beat': 'Diesen Weg können wir nicht selbst prüfen: Nur {provider} kann hierher schreiben.',
  'done.test-sent': 'Eine Test-E-Mail ist unterwegs. Öffnen Sie diese Seite in ein paar Minuten noch einmal.',
  'steps.test': 'Kommen Sie auf diese Seite zurück und senden Sie eine Test-E-Mail. Wenn sie bei uns ist, steht alles.',
  'home.blind': 'vielleicht sehen wir hier nichts mehr, seit {when}',
  'refusal.test-mail-just-sent': 'Eine Test-E-Mail ist unterwegs. Warten Sie zehn Minuten, bevor Sie eine neue senden.',
}
