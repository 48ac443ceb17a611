/** Deutsch, mit Sie. Kurze Wörter, kurze Sätze, und keiner, der erschreckt. */
import { actionsDe } from './actions-de.ts'
import type { Wording } from './wording.ts'

export const de: Wording = {
  level: {
    targeted: 'Ziel eines Angriffs',
    'attempt-blocked': 'Versuch abgewehrt',
    'possible-access': 'Möglicher Zugriff',
    'confirmed-access': 'Bestätigter Zugriff',
  },
  mailbox: { work: 'dienstlichen Postfach', personal: 'privaten Postfach' },
  notice: {
    subject: '{level}: ein Hinweis von {programme}',
    opening: {
      targeted: 'Ziel eines Angriffs: Jemand hat Ihnen eine E-Mail geschickt, die Sie täuschen soll.',
      'attempt-blocked': 'Versuch abgewehrt: Eine E-Mail, die Sie täuschen soll, landete in Ihrem Spam-Ordner.',
      'possible-access': 'Möglicher Zugriff: Vielleicht ist jemand in Ihr Konto gelangt.',
      'confirmed-access': 'Bestätigter Zugriff: Jemand ist in Ihr Konto gelangt.',
    },
    didNot: {
      targeted: 'Nichts deutet darauf hin, dass jemand hineingekommen ist.',
      'attempt-blocked': 'Soweit wir sehen, ist niemand hineingekommen.',
      'possible-access': 'Nichts deutet darauf hin, dass etwas geändert oder entwendet wurde.',
      'confirmed-access': 'Nichts deutet darauf hin, dass Ihre anderen Konten betroffen sind.',
    },
    cameTo: 'Sie kam am {when} in Ihrem {mailbox} ({masked}) an.',
    from: 'Von: {quote}',
    about: 'Betreff: {quote}',
    seen: 'Darin gesehen: {quote}',
    whatToDo: 'Was Sie tun können',
    usualStep: 'Öffnen Sie nichts, was mit ihr kam.',
    check:
      'Ist dieser Hinweis von uns? Sein Code lautet:\n\n  {code}\n\nÖffnen Sie die Seite, die Sie für {programme} schon benutzen, oder tippen Sie die Adresse Ihrer Karte ein. Geben Sie dort den Code ein.',
    shortCheck: 'Code {code}: Geben Sie ihn auf der Seite ein, die Sie für {programme} schon benutzen.',
    spokenHello: 'Hier ist {programme} mit einer Meldung für Sie.',
    spokenCode: 'Der Code dieser Meldung ist {spelled}. Sie können ihn auf der Seite prüfen, die Sie für {programme} schon benutzen.',
    spokenKey: 'Drücken Sie die 1, um zu sagen, dass Sie es gehört haben.',
    whyHere: 'Wir schreiben an diese Adresse, weil vielleicht jemand anders die andere mitliest.',
    mayBeWrong: 'Wir können uns irren. Wenn Sie wissen, dass die E-Mail ehrlich ist, sagen Sie es uns.',
    ask: 'Fragen Sie einen Menschen: {contact}',
    askNobodyNamed: 'Fragen Sie die Person, die Sie zu {programme} eingeladen hat.',
    neverAsk: 'Wir fragen nie nach einem Passwort, einem Code von Ihrem Handy oder nach Geld.',
  },
  told: {
    subject: '{level}: ein Hinweis von {programme}',
    opening: '{level}: Jemand versucht, {person} in einem privaten Postfach zu täuschen.',
    didNot: 'Nichts deutet darauf hin, dass jemand hineingekommen ist.',
    says: 'Es geschah am {when}. {person} weiß davon und hat uns erlaubt, es Ihnen zu sagen. Was in der E-Mail stand, sagen wir Ihnen nicht.',
  },
  firstLook: {
    subject: 'Der erste Durchgang von {programme}',
    nothing:
      '{examined, plural, =0 {Alles ruhig: In Ihrem {mailbox} ({masked}) liegt keine ältere E-Mail.} one {Alles ruhig: Wir haben # ältere E-Mail in Ihrem {mailbox} ({masked}) angesehen. Sie soll Sie nicht täuschen.} other {Alles ruhig: Wir haben # ältere E-Mails in Ihrem {mailbox} ({masked}) angesehen. Keine davon soll Sie täuschen.}}',
    something:
      'Ziel eines Angriffs: Von {examined, plural, one {# älteren E-Mail} other {# älteren E-Mails}} in Ihrem {mailbox} ({masked}) {messages, plural, one {sollte #} other {sollten #}} Sie täuschen.',
    didNot: 'Nichts deutet darauf hin, dass jemand hineingekommen ist.',
    line: '{messages, number} × {title}',
    goesOn: 'Von jetzt an sagen wir Ihnen hier von jeder neuen.',
  },
  digest: {
    subject: 'Ihre Woche mit {programme}',
    says: 'Im Visier: {messages, plural, one {# weitere E-Mail wollte Sie seit dem {when} täuschen. Sie war nicht dringend,} other {# weitere E-Mails wollten Sie seit dem {when} täuschen. Keine war dringend,}} deshalb haben wir Sie nicht gestört.',
    didNot: 'Nichts deutet darauf hin, dass jemand hineingekommen ist.',
    line: '{messages, number} × {title}',
    shown: 'Auf der Seite, die Sie schon benutzen, steht jede einzelne.',
    written:
      'Auf der Seite, die Sie schon benutzen, {notices, plural, one {liegt # Mitteilung} other {liegen # Mitteilungen}} von uns für Sie.',
  },
  composed: {
    opening: '{level}: {headline}',
    onlyEnglish: 'Wir konnten das nur auf Englisch schreiben.',
  },
  reminder: {
    subject: 'Erinnerung: {subject}',
    says: 'Dies erinnert an unsere Meldung vom {when}. Es ist dieselbe Meldung, mit demselben Code.',
    stillToDo: 'Was noch offen ist',
  },
  actions: actionsDe,
  code: {
    signInSubject: 'Ihr Code für {programme}: {code}',
    signIn: '{code} ist Ihr Code, um sich bei {programme} anzumelden.',
    proveSubject: 'Ihr Code für {programme}: {code}',
    prove: '{code} ist der Code, der {programme} zeigt, dass diese Adresse Ihnen gehört.',
    confirm: '{code} ist Ihr Code, der {programme} zeigt, dass Sie es sind.',
    lives: 'Geben Sie ihn auf der Seite ein, auf der Sie ihn angefordert haben. Er gilt zehn Minuten lang, einmal.',
    notYou: 'Sie haben ihn nicht angefordert? Dann tun Sie nichts. Sagen Sie ihn niemandem, auch uns nicht.',
  },
  phoneCode: {
    says: '{code} ist Ihr Code von {programme}. Tippen Sie ihn auf der Seite ein, auf der Sie ihn angefordert haben. Er gilt zehn Minuten. Sie haben ihn nicht angefordert? Dann tun Sie nichts, und sagen Sie ihn niemandem.',
    spoken: [
      'Guten Tag. Hier ist {programme}.',
      'Ihre sechs Ziffern sind: {spelled}.',
      'Noch einmal: {spelled}.',
      'Sie haben sie nicht angefordert? Dann legen Sie auf, und sagen Sie sie niemandem.',
    ],
  },
  news: {
    subject: 'Ihr Zugang zu {programme}',
    waySubject: 'Wie {programme} Sie erreicht',
    says: {
      'passkey-added': 'Zu Ihrem Konto bei {programme} kam ein Passkey hinzu. Wer ihn hat, kann sich als Sie anmelden.',
      'passkey-removed':
        'Aus Ihrem Konto bei {programme} wurde ein Passkey entfernt. Alle anderen, die als Sie angemeldet waren, sind abgemeldet.',
      'app-added': 'Zu Ihrem Konto bei {programme} kam eine App hinzu, die Codes zeigt.',
      'app-removed':
        'Aus Ihrem Konto bei {programme} wurde eine App entfernt, die Codes zeigt. Alle anderen, die als Sie angemeldet waren, sind abgemeldet.',
      'recovery-codes-made': 'Für Ihr Konto bei {programme} gibt es neue Notfallcodes. Ältere gelten nicht mehr.',
      'recovery-code-used':
        'Jemand hat einen Ihrer Notfallcodes bei {programme} benutzt. Alle anderen, die als Sie angemeldet waren, sind abgemeldet.',
      'second-step-failed':
        'Jemand hat einen Code gelesen, den wir Ihnen geschickt haben, und konnte dann nicht zeigen, Sie zu sein. Bei {programme} kam niemand hinein.',
      'address-added': 'Eine weitere Adresse ist bei {programme} als Ihre bestätigt. Codes zum Anmelden können von jetzt an dorthin gehen.',
      'address-removed': 'Aus Ihrem Konto bei {programme} wurde eine Adresse entfernt. Dorthin geht nichts mehr.',
      'way-added':
        'Bei {programme} wurde ein neuer Weg zu Ihnen hinzugefügt: ein Telefon oder ein Browser. Hinweise kommen von jetzt an auch dort an.',
      'way-removed': 'Bei {programme} wurde ein Weg zu Ihnen entfernt: ein Telefon oder ein Browser. Dorthin wird nichts mehr gesendet.',
      'provider-bound':
        'Ihr Konto bei {programme} wurde mit einer Anmeldung des Teams anderswo verbunden. Sie öffnet von jetzt an Ihr Konto.',
      'provider-unbound':
        'Ihr Konto bei {programme} ist nicht mehr mit einer Anmeldung des Teams anderswo verbunden. Wer damit angemeldet war, ist abgemeldet.',
      'recovery-vouched':
        'Jemand sagt, Sie hätten jeden Zugang zu Ihrem Konto bei {programme} verloren, und ein Mensch steht dafür ein, dass Sie es sind. Ein zweiter muss zustimmen.',
      'recovery-opens':
        'Zwei Menschen stehen dafür ein, dass Sie jeden Zugang zu Ihrem Konto bei {programme} verloren haben. Nach einer Wartezeit öffnet sich ein neuer Zugang für den, dem sie einen Code geben.',
      'recovery-stopped': 'Der neue Zugang zu Ihrem Konto bei {programme} ist gestoppt. Niemand kommt darüber herein.',
      'recovery-done':
        'Zwei Menschen standen für Sie ein, und Sie kamen über einen neuen Zugang zu {programme}. Passkeys, Apps und Codes auf Papier von vorher sind entfernt.',
    },
    stop: 'Haben nicht Sie den Zugang verloren? Dann stoppen Sie es: Öffnen Sie die Seite, die Sie für {programme} schon benutzen, wählen Sie bei der Anmeldung „Jeden Zugang verloren?“, dann „Stoppen“, und tippen Sie diesen Code:\n\n  {code}',
    notYou:
      'Waren Sie das? Dann tun Sie nichts. Wenn nicht, liest vielleicht jemand Ihre Post: Melden Sie sich bei {programme} an und beenden Sie, was Sie nicht kennen, oder rufen Sie die Person an, die Sie eingeladen hat.',
  },
  application: {
    subject: 'Ihre Bewerbung bei {programme}',
    accepted: '{organisation} ist in {programme} aufgenommen.',
    acceptedNext:
      'Die beiden Personen, die Sie für die Verwaltung genannt haben, bekommen je einen eigenen Brief mit einem Link zum Mitmachen.',
    refused: '{organisation} ist nicht in {programme} aufgenommen.',
    refusedNext:
      'Die Gründe stehen bei Ihrer Bewerbung: Öffnen Sie die Seite, auf der Sie sich beworben haben, und wählen Sie „Eine Bewerbung fortsetzen“. Sie können sich neu bewerben, wenn sich etwas geändert hat.',
  },
  membership: {
    'ends-soon': {
      subject: 'Ihre Zeit bei {organisation} endet bald',
      says: 'Ihre Teilnahme bei {organisation} in {programme} endet am {day}. Dann lesen wir Ihr dienstliches Postfach dort nicht mehr und löschen sein Passwort.',
      next: 'Was Ihnen selbst gehört, bleibt Ihnen: Ihre privaten Adressen, was Sie erlaubt haben, und Ihr Zugang. Stimmt der Tag nicht? Bitten Sie die Verwaltung von {organisation}, ihn zu ändern.',
    },
    ended: {
      subject: 'Ihre Zeit bei {organisation} ist vorbei',
      says: 'Ihre Teilnahme bei {organisation} in {programme} endete nach dem {day}. Wir lesen Ihr dienstliches Postfach dort nicht mehr, und sein Passwort ist gelöscht.',
      next: 'Was Ihnen selbst gehört, bleibt Ihnen, und Sie können damit allein weitermachen: Melden Sie sich an wie bisher. Ist das falsch? Die Verwaltung von {organisation} kann Sie 30 Tage lang zurückholen.',
    },
    'season-over': {
      subject: 'Die Saison von {organisation} ist vorbei',
      says: 'Die Saison von {organisation} in {programme} endete am {day}. Alles geht weiter wie bisher, bis Sie etwas anderes sagen.',
      next: 'Öffnen Sie die Seite Ihrer Organisation und wählen Sie „Wahltage“: Dort machen Sie mit einem neuen Tag weiter oder verabschieden sich.',
    },
  },
  webhook: {
    subject: 'An eine Ihrer Adressen wird nichts mehr geschickt',
    says: 'Wir schicken an {host}, wer in Ihre Organisation kommt; so hat es jemand von Ihnen eingerichtet. Dort wird es nicht mehr angenommen, darum haben wir aufgehört.',
    next: 'Öffnen Sie die Seite Ihrer Organisation und wählen Sie „Wohin Neues geht“. Dort steht, was geantwortet wurde, und dort beginnen Sie wieder.',
  },
  invitation: {
    subject: '{organisation} lädt Sie zu {programme} ein',
    says: '{inviter} lädt Sie zu {programme} ein. Das Programm achtet in Postfächern von {organisation} auf E-Mails, die Menschen täuschen sollen, und sagt es allen Betroffenen in klaren Worten.',
    phrase: 'Ihre drei Wörter: {phrase}. {inviter} hat sie Ihnen gesagt oder kann sie Ihnen sagen.',
    address: 'Um mitzumachen, öffnen Sie diese Adresse in Ihrem Browser:',
    lives: 'Sie gilt drei Tage, einmal, und nur für Sie.',
    doubt: 'Andere Wörter, oder kommt Ihnen etwas seltsam vor? Fragen Sie vor dem Öffnen bei {inviter} nach, persönlich oder am Telefon.',
  },
  heartbeat: {
    subject: 'Test-E-Mail {label} {token}',
    says: 'Das ist eine Test-E-Mail von {programme}, die Sie erlaubt haben. Es ist nichts zu tun, und Sie können sie löschen. Eine Regel in Ihrem Postfach leitet sie an uns weiter, und so wissen wir, dass die Regel wirkt.',
  },
  blind: {
    subject: 'Eine Test-E-Mail von {programme} kam nicht zurück',
    says: 'Eine Test-E-Mail an eines Ihrer privaten Konten kam nicht zu uns zurück. Vielleicht sehen wir nicht mehr, wenn dessen Anbieter Ihnen schreibt. Nichts deutet darauf hin, dass etwas geschehen ist.',
    next: 'Öffnen Sie in einem ruhigen Moment die Seite, die Sie für {programme} schon benutzen. Wählen Sie dieses Konto, und gehen Sie die Schritte noch einmal durch. Wir schreiben darüber nur einmal.',
  },
  report: {
    subject: 'Die E-Mail, die Sie an {programme} geschickt haben',
    verdict: {
      dangerous: 'Gefährlich: Die E-Mail, die Sie uns geschickt haben, soll Sie täuschen. Gut, dass Sie sie geschickt haben.',
      careful: 'Vorsicht: Wir sind bei der E-Mail, die Sie uns geschickt haben, nicht sicher. Ein Mensch sieht sie sich an.',
      fine: 'In Ordnung: An der E-Mail, die Sie uns geschickt haben, fanden wir nichts Falsches.',
    },
    steps: {
      dangerous: [
        'Antworten Sie nicht, und öffnen Sie nichts darin.',
        'Löschen Sie sie.',
        'Wenn Sie schon getan haben, was sie verlangt, sagen Sie es uns heute.',
      ],
      careful: ['Tun Sie vorerst nichts, was sie verlangt.', 'Fragen Sie den Absender unter einer Nummer, die Sie schon haben.'],
      fine: [
        'Sie können sie wie gewohnt benutzen.',
        'Wenn sie Ihnen noch seltsam vorkommt, fragen Sie den Absender unter einer Nummer, die Sie schon haben.',
      ],
    },
    why: 'Warum wir das sagen',
    looked: 'Was wir angesehen haben',
    thanks: 'Danke fürs Schicken. Eine Meldung schützt alle um Sie herum.',
  },
  greeting: 'Guten Tag {name},',
}
