/** What a notice asks, in German. */
import type { ActionWords } from './action-words.ts'

export const actionsDe: ActionWords = {
  does: {
    'end-sessions': 'Melden Sie sich auf einem Gerät, dem Sie vertrauen, überall von diesem Konto ab.',
    'add-passkey': 'Fügen Sie hier bei {programme} einen Passkey hinzu. Dann kommt niemand mit einem Code aus der Post hinein.',
    'change-password': 'Ändern Sie das Passwort dieses Kontos in eines, das Sie sonst nirgends benutzen.',
    'look-through': 'Sehen Sie dieses Konto mit uns durch: fünf Stellen, Schritt für Schritt.',
    'remove-rules': 'Entfernen Sie jede Weiterleitung und jede Regel, die nicht von Ihnen ist.',
    'remove-app': 'Nehmen Sie jeder App, die Sie nicht kennen, den Zugriff.',
    'ask-them': 'Fragen Sie, ob {person} Hilfe braucht.',
    'leave-mail': 'Lassen Sie diese E-Mail, wo sie ist. Antworten Sie nicht.',
    'leave-old-mails': 'Antworten Sie nicht auf E-Mails, die Geld, Codes oder ein Passwort verlangen.',
    'tell-us': 'Wenn Sie schon getan haben, was so eine E-Mail verlangt, sagen Sie es uns heute. Das passiert auch vorsichtigen Menschen.',
    'mind-requests': 'Seien Sie vorsichtig mit seltsamen Bitten in diesem Namen.',
  },
  where: {
    'end-sessions': {
      google: 'Öffnen Sie in Ihrem Google-Konto „Sicherheit“, dann „Meine Geräte“.',
      microsoft: 'Öffnen Sie in Ihrem Microsoft-Konto „Sicherheit“, dann „Anmeldung verwalten“, dann „Überall abmelden“.',
      'microsoft-365': 'Wählen Sie hinter Ihrem Bild „Konto anzeigen“, dann „Überall abmelden“.',
      other: 'Suchen Sie in den Einstellungen nach Geräten oder offenen Sitzungen.',
    },
    'change-password': {
      google: 'Öffnen Sie in Ihrem Google-Konto „Sicherheit“, dann „Passwort“.',
      microsoft: 'Öffnen Sie in Ihrem Microsoft-Konto „Sicherheit“, dann „Passwort ändern“.',
      'microsoft-365': 'Wählen Sie hinter Ihrem Bild „Konto anzeigen“, dann „Passwort ändern“.',
      other: 'Es steht dort unter „Sicherheit“.',
    },
    'remove-rules': {
      google: 'Sehen Sie in den Einstellungen von Gmail unter „Weiterleitung“ und „Filter“ nach.',
      microsoft: 'Öffnen Sie in den Einstellungen von Outlook „E-Mail“. Sehen Sie dort unter „Regeln“ und „Weiterleitung“ nach.',
      'microsoft-365': 'Öffnen Sie in den Einstellungen von Outlook „E-Mail“. Sehen Sie dort unter „Regeln“ und „Weiterleitung“ nach.',
      other: 'Suchen Sie in den Einstellungen nach Weiterleitungen, Regeln oder Filtern.',
    },
    'remove-app': {
      google: 'Öffnen Sie in Ihrem Google-Konto „Sicherheit“, dann die Verbindungen zu anderen Apps.',
      microsoft: 'Öffnen Sie in Ihrem Microsoft-Konto „Datenschutz“, dann die Apps mit Zugriff.',
      'microsoft-365': 'Wählen Sie unter „Meine Apps“ die App, dann „Anwendung verwalten“.',
      other: 'Suchen Sie dort unter „Sicherheit“ nach verbundenen Apps.',
    },
  },
  here: {
    'add-passkey': 'Öffnen Sie auf der Seite, die Sie schon benutzen, „Passkeys“.',
    'look-through': 'Wählen Sie auf der Seite, die Sie schon benutzen, dieses Konto. Dann geht es Schritt für Schritt.',
  },
  minutes: '{minutes, plural, one {Etwa # Minute.} other {Etwa # Minuten.}}',
  undo: {
    'end-sessions': 'Zurück geht es so: Melden Sie sich dort wieder an, wo Sie es brauchen.',
    'add-passkey': 'Zurück geht es so: Entfernen Sie den Passkey auf derselben Seite.',
    'change-password': 'Ihre Geräte fragen einmal nach dem neuen. Sie können es jederzeit wieder ändern.',
    'look-through': 'Das Nachsehen ändert nichts.',
    'remove-rules': 'Schreiben Sie sich jede vorher auf. So können Sie sie wieder anlegen.',
    'remove-app': 'Zurück geht es so: Erlauben Sie die App wieder, wenn Sie sie brauchen.',
    'ask-them': 'Fragen ändert nichts.',
  },
}
