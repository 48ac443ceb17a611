/** The frame of every page, what goes wrong, and the pages that somebody reads before they are inside, in German. Read aloud before it changes. */
import type { DoorKey } from './door-en.ts'

export const doorGerman: Readonly<Record<DoorKey, string>> = {
  'frame.skip': 'Zum Inhalt',
  'frame.main': 'Hauptmenü',
  'frame.home': 'Start',
  'frame.check': 'Hinweis prüfen',
  'frame.sign-in': 'Anmelden',
  'frame.sign-out': 'Abmelden',
  'frame.organisation': 'Organisation',
  'frame.security': 'Sicherheit',
  'frame.privacy': 'Privatsphäre',
  'frame.help': 'Fragen Sie einen Menschen: {contact}',
  'frame.never': 'Wir fragen nie per E-Mail oder Telefon nach Ihrem Passwort, und kein Hinweis von uns bittet Sie, einem Link zu folgen.',
  'frame.language': 'Sprache',
  'frame.problem': 'Es gibt ein Problem',
  'frame.error-title': 'Problem: {title}',
  'frame.back': 'Zurück',
  'frame.search': 'Suchen',
  'page.of': 'Seite {page} von {pages}',
  'page.next': 'Nächste Seite',
  'page.previous': 'Vorige Seite',
  'page.label': 'Seiten',

  'level.targeted': 'Ziel eines Angriffs',
  'level.attempt-blocked': 'Versuch abgewehrt',
  'level.possible-access': 'Möglicher Zugriff',
  'level.confirmed-access': 'Bestätigter Zugriff',

  'error.not-found': 'Diese Seite gibt es nicht',
  'error.not-found-says': 'Vielleicht wurde sie entfernt, oder sie gehört jemand anderem. Mit Ihrem Konto ist alles in Ordnung.',
  'error.refused': 'Das hat nicht geklappt',
  'error.setback': 'Das können wir im Moment nicht tun',
  'error.setback-says':
    'Etwas, das wir brauchen, antwortet nicht. Nichts, was Sie gespeichert haben, ist verloren. Warten Sie eine Minute und versuchen Sie es dann noch einmal.',
  'error.defect': 'Das ist unser Fehler',
  'error.defect-says':
    'Wir konnten diese Seite nicht zeigen. Nichts, was Sie gespeichert haben, ist verloren. Wenn Sie um Hilfe bitten, nennen Sie dieses Zeichen: {reference}.',
  'error.home': 'Zur ersten Seite',

  'refusal.other-site':
    'Dieses Formular kam von einer anderen Seite, deshalb haben wir nichts getan. Öffnen Sie die Seite hier und versuchen Sie es noch einmal.',
  'refusal.form-too-big': 'Das ist mehr Text, als dieses Formular aufnimmt.',
  'refusal.not-a-form': 'Diese Seite nimmt nur Formulare an.',
  'refusal.wrong-code':
    'Das ist nicht der Code, den wir geschickt haben, oder er ist älter als 10 Minuten. Sehen Sie in die neueste E-Mail, oder fordern Sie einen neuen Code an.',
  'refusal.too-many-tries': 'Für jetzt zu viele Versuche. Warten Sie eine Stunde und versuchen Sie es dann noch einmal.',
  'refusal.passkey-not-known': 'Diesen Passkey kennen wir nicht. Nehmen Sie einen anderen, oder lassen Sie sich einen Code mailen.',
  'refusal.address-not-valid': 'Geben Sie eine E-Mail-Adresse ein, wie name@example.org.',
  'refusal.address-already-yours':
    'Diese Adresse gehört schon zu Ihren Konten, oder führt in ein Postfach, das dazugehört. Nennen Sie die eines anderen Postfachs.',
  'refusal.last-way-in': 'Diese Adresse ist Ihr einziger Weg hinein. Fügen Sie zuerst einen Passkey oder eine andere Adresse hinzu.',
  'refusal.address-taken': 'Jemand in dieser Organisation hat diese Adresse schon. Suchen Sie in der Liste danach.',
  'refusal.mail-not-set-up':
    'Der Versand ist noch nicht eingerichtet, deshalb können wir nichts schicken. Kopieren Sie stattdessen den Link.',
  'refusal.wrong-password':
    'Der Anbieter hat diese Adresse und dieses Passwort nicht angenommen. Viele Anbieter wollen hier ein App-Passwort.',
  'refusal.certificate-not-trusted':
    'Der Mailserver zeigt ein Zertifikat, für das niemand bürgt, deshalb haben wir Ihr Passwort nicht geschickt. Sagen Sie es der Person, die Ihre E-Mail betreut.',
  'refusal.not-a-mail-server': 'Ein Postfach wird nicht auf {host}, Port {port}, gelesen. Nehmen Sie Port 993 oder 143 Ihres Mailservers.',
  'refusal.too-many-mailbox-tries':
    'Es gab zu viele Versuche, ein Postfach zu öffnen. Warten Sie eine Stunde, und halten Sie den richtigen Server und das richtige Passwort bereit.',
  'refusal.tls-required':
    'Dieser Mailserver bietet keine geschützte Verbindung, deshalb haben wir Ihr Passwort nicht geschickt. Wählen Sie den anderen Schutz, oder sagen Sie es der Person, die Ihre E-Mail betreut.',
  'refusal.too-many-connections':
    'Der Anbieter sagt, dass zu viele Programme dieses Postfach zugleich lesen. Schließen Sie eines und versuchen Sie es dann noch einmal.',
  'refusal.app-password-needed':
    '{host} will hier ein App-Passwort, nicht Ihr übliches. Legen Sie im Sicherheitsteil Ihres Mailkontos eines an und geben Sie es dann ein.',
  'refusal.imap-turned-off':
    '{host} sagt, dass IMAP für dieses Postfach ausgeschaltet ist. Schalten Sie es in den Einstellungen Ihres Mailkontos ein und versuchen Sie es dann noch einmal.',
  'refusal.sign-in-expired': 'Die Erlaubnis, dieses Postfach zu lesen, ist abgelaufen. Verbinden Sie es noch einmal.',
  'refusal.unknown-host':
    'Es gibt keinen Mailserver namens {host}. Prüfen Sie die Schreibweise, oder fragen Sie die Person, die Ihre E-Mail eingerichtet hat.',
  'refusal.no-imap-here':
    '{host} antwortet auf Port {port} nicht als Mailserver. Prüfen Sie beides, oder fragen Sie die Person, die Ihre E-Mail eingerichtet hat.',
  'refusal.certificate-of-another':
    'Der Server, der als {host} antwortet, zeigt ein Zertifikat auf einen anderen Namen, deshalb haben wir Ihr Passwort nicht geschickt. Sagen Sie es der Person, die Ihre E-Mail betreut.',
  'refusal.certificate-expired':
    'Das Zertifikat von {host} gilt heute nicht, deshalb haben wir Ihr Passwort nicht geschickt. Sagen Sie es der Person, die Ihre E-Mail betreut.',
  'refusal.server-slow':
    '{host} hat nicht rechtzeitig geantwortet. Prüfen Sie Server und Port, oder versuchen Sie es in ein paar Minuten noch einmal.',
  'refusal.server-unavailable': '{host} kann dieses Postfach gerade nicht öffnen. Versuchen Sie es in ein paar Minuten noch einmal.',
  'refusal.link-not-good':
    'Dieser Link wurde schon benutzt, oder er ist älter als drei Tage. Bitten Sie die Person, die ihn geschickt hat, um einen neuen.',
  'refusal.passkey-not-made':
    'Der Passkey ließ sich nicht prüfen, deshalb wurde er nicht behalten. Versuchen Sie es mit demselben Gerät noch einmal.',
  'refusal.name-missing': 'Geben Sie einen Namen mit höchstens 200 Buchstaben ein.',
  'refusal.already-joined':
    'Diese Person macht schon mit und meldet sich selbst an. Ein neuer Link könnte jemand anderen unter ihrem Namen hereinlassen.',
  'refusal.not-in-organisation': 'Sie gehören nicht zu dieser Organisation, deshalb kann sie nicht benachrichtigt werden.',
  'refusal.domain-not-valid': '„{domain}“ ist keine Mail-Domain. Gemeint ist der Teil nach dem @ in Ihren Adressen.',
  'refusal.not-text': 'Darin steht ein Zeichen, das sich nicht aufbewahren lässt. Tippen Sie es neu, statt es einzufügen.',
  'refusal.conflict': 'Jemand anders hat das gerade geändert. Sehen Sie noch einmal hin und versuchen Sie es dann erneut.',

  'front.title': 'Schutz für Menschen, die eine Demokratie tragen',
  'front.lede': 'Wir achten auf die Postfächer, um die man uns bittet, und sagen in klaren Worten, wenn jemand hineinwill.',
  'front.check-title': 'Haben Sie einen Hinweis von uns bekommen?',
  'front.check-says': 'Prüfen Sie, ob er von uns ist. Dafür braucht niemand ein Konto.',
  'front.sign-in-says': 'Für alle, die mitmachen. Die Einladung kommt von Ihrer Organisation.',
  'front.how': 'Wie es geht',
  'front.how-1': 'Sie verbinden ein Postfach. Wir lesen neue E-Mails und behalten nichts davon, außer wenn sie feindlich sind.',
  'front.how-2': 'Wenn eine E-Mail Sie täuschen soll, sagen wir es Ihnen an einer anderen Adresse, in klaren Worten.',
  'front.how-3': 'Jeder Hinweis hat einen Code und keinen Link. Geben Sie den Code hier ein, um zu sehen, dass er von uns ist.',

  'check.title': 'Ist dieser Hinweis von uns?',
  'check.lede': 'Geben Sie die 8 Zeichen aus dem Hinweis ein.',
  'check.label': 'Code',
  'check.hint': 'Zum Beispiel 7KQ2-M9XT. Der Strich und kleine Buchstaben machen keinen Unterschied.',
  'check.button': 'Prüfen',
  'check.genuine': 'Ja, dieser Hinweis ist von uns',
  'check.genuine-says': 'Wir haben ihn am {when} geschickt. Seine Stufe ist „{level}“.',
  'check.how-to-read':
    'Um den ganzen Hinweis zu lesen, öffnen Sie die Seite, die Sie schon benutzen, melden Sie sich wie immer an und sehen Sie unter „Was wir Ihnen gesagt haben“ nach. Einen Link schicken wir nie.',
  'check.yours': 'Er ist an Sie geschrieben. Hier steht er ganz.',
  'check.page': 'Ja, diese Nachricht ist von uns',
  'check.page-says': 'Wir haben sie am {when} an jemanden geschickt, der für das Programm Bereitschaft hat.',
  'check.unknown': 'Einen Hinweis mit diesem Code haben wir nicht geschickt',
  'check.unknown-says':
    'Vergleichen Sie ihn noch einmal mit dem Hinweis. Stimmt er überein, ist der Hinweis nicht von uns: Tun Sie nichts, was er verlangt, und sprechen Sie mit jemandem, dem Sie vertrauen.',
  'check.malformed': 'Ein Code hat 8 Buchstaben und Ziffern. Ihre Eingabe hat eine andere Länge.',
  'check.too-many':
    'Sie haben in kurzer Zeit viele Codes geprüft. Warten Sie {minutes} min und versuchen Sie es dann noch einmal. Andere können ihre weiterhin prüfen.',
  'check.again': 'Einen anderen Code prüfen',

  'first.title': 'Das Programm beginnen',
  'first.lede': 'Sie sind hier der erste Mensch. Dieser Link gilt einmal und macht Sie zur Betreiberin oder zum Betreiber.',
  'first.name': 'Ihr Name',
  'first.name-hint': 'So, wie ihn Ihre Kolleginnen und Kollegen schreiben.',
  'first.button': 'Weiter',
  'field.needed': 'Es fehlt: {what}.',

  'join.title': '{organisation} lädt Sie ein',
  'join.lede': '{inviter} bittet Sie mitzumachen, {name}. Es dauert etwa fünf Minuten.',
  'join.see': 'Was wir ansehen',
  'join.see-says':
    'Neue E-Mails in dem Postfach, das Sie verbinden, auf der Suche nach den Tricks von Angreifern. Ein Programm liest sie, kein Mensch.',
  'join.never': 'Was niemand sieht',
  'join.never-says':
    'Ihr Passwort, nie. E-Mails, die nicht feindlich sind: Sie werden nicht behalten. Ihre privaten Adressen: Nur Sie sehen sie.',
  'join.organisation-sees': 'Was Ihre Organisation sieht',
  'join.organisation-sees-says':
    'Dass eine feindliche E-Mail ins dienstliche Postfach kam, und ob Sie geschützt sind. Nichts über private Konten, außer Sie erlauben es.',
  'join.leave': 'Sie können jederzeit aufhören und jede Erlaubnis einzeln zurücknehmen.',
  'join.phrase': 'Ihre drei Wörter: {phrase}',
  'join.phrase-says':
    '{inviter} hat Ihnen diese Wörter gesagt oder kann sie Ihnen sagen. Waren es andere? Dann hören Sie hier auf und rufen {inviter} an.',
  'join.consent': 'Ich habe das gelesen und möchte mitmachen.',
  'join.consent-needed': 'Kreuzen Sie das Kästchen an, wenn Sie mitmachen möchten.',
  'join.name': 'Ihr Name',
  'join.language': 'Sprache Ihrer Hinweise',
  'join.button': 'Mitmachen',
  'join.address': 'Ihre dienstliche Adresse: {address}',

  'sign-in.title': 'Anmelden',
  'sign-in.passkey': 'Passkey benutzen',
  'sign-in.passkey-says': 'Ihr Fingerabdruck, Ihr Gesicht oder der Schlüssel am Schlüsselbund. Nichts einzugeben.',
  'sign-in.or': 'Kein Passkey zur Hand?',
  'sign-in.address': 'E-Mail-Adresse',
  'sign-in.address-hint': 'Wir schicken sechs Ziffern dorthin, wenn es eine Ihrer bestätigten Adressen ist.',
  'sign-in.send': 'Code schicken',
  'sign-in.code-title': 'Sehen Sie in Ihre E-Mails',
  'sign-in.code-lede': 'Wenn {address} hier jemandem gehört, sind sechs Ziffern unterwegs. Sie gelten 10 Minuten.',
  'sign-in.code': 'Sechs Ziffern',
  'sign-in.code-button': 'Anmelden',
  'sign-in.code-again': 'Andere Adresse benutzen',
  'sign-in.passkey-failed': 'Es wurde kein Passkey benutzt. Versuchen Sie es noch einmal, oder lassen Sie sich einen Code mailen.',
}
