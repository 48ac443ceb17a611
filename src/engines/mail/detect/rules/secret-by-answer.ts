/** Somebody wants a password or code handed over: an app password, the one-time code that a sign-in of theirs brings to the reader's phone, or the words that bring a mailbox back. */
import { isLending } from '../../names/trusted-senders.ts'
import { said } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import type { Mail } from '../mail.ts'
import { type Clue, fact, quoteFrom, quoteWords, type Rule, sum } from '../rule.ts'
import { answersElsewhere, isBulk, isInside, isUnplaced, talksShop, teaches } from '../sender.ts'

const oneTimeCode =
  /\b(?:verification|authenticat\w+|security|one[- ]time|log-?in|sign-?in|(?:4|5|6|7|8|four|six|eight)[- ]digits?|sms|whatsapp|signal|google|microsoft|otp|2fa|mfa) (?:[\w-]+ ){0,2}(?:codes?|pin|passcode)\b|\bcodes?\b[^.\n]{0,30}\b(?:you (?:will |'ll )?(?:receive|get|see)|sent to (?:you|your)|(?:by|via|in) (?:sms|text))\b|\b(?:linking|pairing|admission|registration|activation) code\b|\bcode de (?:verification|securite|confirmation|connexion)\b|\bcode (?:a (?:4|6|8|quatre|six|huit) chiffres|(?:recu )?par sms|que vous (?:recev\w+|allez recevoir))\b|\b(?:bestatigungs|sicherheits|verifizierungs|anmelde|sms-?|einmal|freischalt)-?code\w*|\b(?:4|6|8|vier|sechs|acht)-?stellige[nr]? (?:code|zahl|nummer)|\bcodigo de (?:verificacion|seguridad|confirmacion|acceso)\b|\bcodigo de (?:4|6|8|cuatro|seis|ocho) (?:cifras|digitos)|\bcodigo que (?:recib\w+|le llegue|te llegue)/
/** A code mail says "give it to nobody", a house "tell us when you are here"; the thief says "to us". */
const codeBack =
  /\b(?:reply|respond|answer|return)\b[^.\n]{0,60}\b(?:code|pin|digits|passcode|numbers?)\b|\b(?:send|share|forward|e-?mail|text|give|tell|provide|read|pass)\b[^.\n]{0,60}\b(?:(?:to )?(?:us|me|him|her|our \w+|this address)|back|over)\b|\b(?:send|forward|text|e-?mail)\b[^.\n]{0,40}\bcode\b|\b(?:env[ií]\w+|mand\w+|comuni\w+|d[ií]g\w+|reenv\w+|facilit\w+|respond\w+)(?:nos|me)?\b[^.\n]{0,60}\bcodigo\b|\b(?:enviarnos|mandarnos|enviame|mandame|reenvielo|envienoslo|diganos)\b/
const handsBack =
  /\b(?:(?:nous|me) (?:le |la |les )?(?:communiquer|transmettre|envoyer|donner|renvoyer|indiquer)|(?:communiquez|transmettez|envoyez|renvoyez|donnez|indiquez|dites)[- ](?:le[- ])?(?:nous|moi))\b|\b(?!contact|appel|retrouv|suiv|rejoign|excus|pardonn|laiss|ecriv|fait)\w{3,}ez[- ](?:(?:le|la|les)[- ])?(?:moi|nous)\b|\b(?:envi|mand|comuni|dig|dic|indi|facili|reenvi|remit|pas|dict|respond|contest|hag)\w{0,5}(?:nos|me)(?:l[oa]s?)?\b|\b(?:teilen|senden|schicken|nennen|leiten|antworten) sie (?:mir|uns|ihn|den code|mit (?:dem|diesem) code)\b|\bgeben sie (?:mir|uns|(?:ihn|den code)\b(?![^.\n]{0,80}\bein\b))\b|\b(?:schick|nenn|gib|sag) (?:mir|uns)\b/
const warns =
  /\b(?:never|nobody|no one|anyone|anybody|do not|don't|not to|nadie|nunca|no (?:lo )?compart\w+|personne|jamais|ne (?:le |la |les )?(?:communiquez|partagez|donnez)|niemandem|niemals|nie an|nicht weiter|when you arrive|on arrival|at (?:the )?(?:desk|reception|counter)|al llegar|en (?:la )?(?:recepcion|ventanilla)|a (?:l'accueil|votre arrivee)|am (?:empfang|schalter)|bei (?:der )?ankunft)\b/

export const secretByAnswer: Rule = {
  id: 'mail.secret-by-answer',
  severity: 'critical',
  attack: ['T1598', 'T1656'],
  title: {
    en: 'A mail asks for a password or code that is yours alone',
    es: 'Un correo pide una contraseña o un código que es solo suyo',
    fr: 'Un courriel demande un mot de passe ou un code qui n’est qu’à vous',
    de: 'Eine E-Mail verlangt ein Passwort oder einen Code, der nur Ihnen gehört',
  },
  tells: {
    en: 'It asks you to hand over {ask}. Whoever has it is in your account, past every second step.',
    es: 'Le pide que entregue {ask}. Quien lo tenga entra en su cuenta sin más comprobaciones.',
    fr: 'Il vous demande de donner {ask}. Qui l’a entre dans votre compte, malgré toute seconde vérification.',
    de: 'Sie sollen {ask} herausgeben. Wer das hat, kommt in Ihr Konto, an jeder zweiten Prüfung vorbei.',
  },
  advises: advice.enterNoCode,
  clearable: false,
  look: (mail) => appPassword(mail) ?? oneTime(mail) ?? ownersSecret(mail) ?? wholeKey(mail) ?? waved(mail),
  examples: { fires: 'hostile/fifth-app-password', quiet: 'honest/fifth-login-code' },
}

/** A password for one program, made by the reader and handed over, or made under a name that the writer gave. */
function appPassword(mail: Mail): Clue | undefined {
  const { says } = mail
  const app = says.together(['appPassword']) ?? says.together([['sixteen'], ['give', 'enter', 'sendBack']], { within: 2 })
  // In the notices of a service that carries strangers' words, a stranger speaks.
  const carried = isLending(mail.message.from.domain) && says.has('passedOn') && answersElsewhere(mail)
  if (app === undefined || (mail.relation === 'brand' && !carried) || isBulk(mail)) return undefined
  const given =
    says.together([['appPassword', 'sixteen'], ['sendBack']], { within: 2, without: ['notGive', 'noKeyNeeded', 'thievesWay'] }) ??
    (says.has('notGive')
      ? undefined
      : says.together([['appPassword', 'sixteen'], ['give']], {
          within: 2,
          without: ['mailProgram', 'notGive', 'noKeyNeeded', 'thievesWay'],
        }))
  const outright =
    mail.relation !== 'own' &&
    says.warnings === 0 &&
    !says.has('notGive', 'noKeyNeeded', 'mailProgram') &&
    says.together(['appPassword', 'sendBack']) !== undefined
  const needed =
    mail.relation === 'stranger'
      ? says.together(['appPassword', 'weNeed'], { without: ['notGive', 'noKeyNeeded', 'policy', 'thievesWay'] })
      : undefined
  // Nobody but the owner has a use for such a password: a stranger who wants one made, for no device or program of the reader's, wants it.
  const wanted =
    mail.relation === 'stranger' && !says.has('mailProgram', 'notGive', 'policy')
      ? (says.together([['appPassword'], ['ask', 'give', 'create', 'enter', 'naming']], {
          within: 1,
          without: ['noKeyNeeded', 'thievesWay'],
        }) ?? says.together([['appPassword'], ['naming', 'sendBack']], { within: 2, without: ['noKeyNeeded', 'thievesWay'] }))
      : undefined
  const made = says.together([['appPassword'], ['create']], { within: 1 })
  const named = says.together([['naming'], ['appPassword', 'create']], { within: 1 })
  const away = mail.foreign.some((link) => !/^(?:myaccount|accounts|support)\.google|microsoft/.test(link.host)) || mail.files.length > 0
  const manual = says.has('mailProgram')
  const points = sum(
    [given !== undefined, 85],
    [needed !== undefined && given === undefined && !says.has('notGive'), 85],
    [wanted !== undefined && given === undefined, 75],
    [made !== undefined, 30],
    [named !== undefined, 35],
    [says.has('guest'), 30],
    [made !== undefined && says.has('enter') && !manual, 20],
    [away, 20],
    [isUnplaced(mail), 25],
    [says.has('role'), 15],
    [manual && given === undefined && needed === undefined, -50],
    [says.has('notGive'), -50],
    [mail.hasOwnLink && given === undefined && needed === undefined, -20],
    [isInside(mail), -75],
  )
  return points < 40
    ? undefined
    : {
        facts: { ask: fact(app) },
        evidence: [quoteWords(app), ...(given === undefined ? [] : [quoteWords(given)]), quoteFrom(mail)],
        points,
        // However kindly: nobody but its owner has a use for such a password, and whoever wants it sent says so.
        ...(outright && { aTale: false }),
      }
}

/** What only the owner of an account or machine sees, and a stranger who wants it in the answer or on a sheet of theirs. */
function ownersSecret(mail: Mail): Clue | undefined {
  const { says } = mail
  if (mail.relation !== 'stranger' || mail.trust !== undefined || isBulk(mail) || mail.text.length > 4000) return undefined
  const without = ['notGive', 'noKey', 'noKeyNeeded', 'bringIt', 'ownTrouble', 'faceToFace', 'policy', 'mailProgram'] as const
  // A house that sends a code has it typed on its own page.
  const things = mail.hasOwnLink ? (['ownersSecret', 'backupCode'] as const) : (['ownersSecret', 'backupCode', 'momentCode'] as const)
  const outright = says.together([things, ['sendBack']], { without })
  const ask =
    outright ??
    says.together([things, ['weNeed', 'notForUs']], { without }) ??
    says.together([things, ['sendBack']], { within: 3, without: [...without, 'otherThing'] })
  // A lesson asks for nothing; who warns of a trick and then asks outright plays it.
  if (ask === undefined || (outright === undefined && teaches(mail))) return undefined
  const points = sum(
    [true, outright === undefined && !says.has('weNeed', 'notForUs') ? 60 : 72],
    [says.has('sendBack'), 18],
    [says.has('hurry', 'loss'), 12],
    [isUnplaced(mail), 25],
    [mail.dressedDomain, 10],
    [says.has('secondStep', 'backupCode'), 10],
    [says.has('notForUs'), 25],
    // To nobody else, says who wants it told to them.
    [says.together(['notGive'], { without: ['nobodyElse'] }) !== undefined && !says.has('notForUs'), -60],
    [outright === undefined && mail.text.length > 1500, -60],
    // Named here and sent there: without any pressure two things are meant.
    [outright === undefined && !isUnplaced(mail) && !mail.dressedDomain && !says.has('hurry', 'loss', 'atOnce', 'weNeed', 'notForUs'), -35],
    [outright === undefined && says.warnings > 0 && !says.has('notForUs'), -50],
    [says.has('checkElsewhere'), -40],
    [says.has('ownScreen') && says.together(['ownersSecret', 'sendBack']) === undefined, -30],
    [talksShop(mail) && !isUnplaced(mail), -15],
    [mail.message.hasThread, -15],
  )
  return points < 45 ? undefined : { facts: { ask: fact(ask) }, evidence: [quoteWords(ask), quoteFrom(mail)], points }
}

const sentenceIn = (words: string, fits: (sentence: string) => boolean): string | undefined => words.split(/[.!?](?:\s|$)|\n/).find(fits)

/** A code that a sign-in of the thief's brings to the reader. */
function oneTime(mail: Mail): Clue | undefined {
  if (isBulk(mail) || mail.text.length > 4000) return undefined
  const spare =
    mail.says.together(['backupCode', ['sendBack', 'give']], { without: ['notGive'] }) ??
    (isUnplaced(mail) || mail.says.has('hurry', 'loss')
      ? mail.says.together([['backupCode'], ['sendBack', 'give']], { within: 1, without: ['notGive', 'otherThing'] })
      : undefined)
  const code = spare === undefined ? said(mail.words, oneTimeCode) : mail.says.together(['backupCode'])
  if (code === undefined) return undefined
  const give = spare ?? sentenceIn(mail.words, (sentence) => (codeBack.test(sentence) || handsBack.test(sentence)) && !warns.test(sentence))
  if (give === undefined) return undefined
  const points = sum([true, 90], [isInside(mail), -60], [mail.relation === 'brand', -75])
  return points < 30 ? undefined : { facts: { ask: fact(code) }, evidence: [quoteWords(code), quoteWords(give), quoteFrom(mail)], points }
}

/** The words that bring a mailbox or purse back, typed on a page that a stranger links: they belong on no other page than their own house's. */
function wholeKey(mail: Mail): Clue | undefined {
  const { says } = mail
  if (mail.relation !== 'stranger' || mail.trust !== undefined || isBulk(mail) || teaches(mail) || mail.web.length === 0) return undefined
  const without = ['notGive', 'noKey', 'noKeyNeeded', 'thievesWay', 'ownScreen'] as const
  const ask = says.together(['wholeKey', ['enter', 'putIn', 'weNeed', 'sendBack']], { without })
  if (ask === undefined) return undefined
  const points = sum(
    [true, 75],
    [says.has('hurry', 'loss', 'accountTrouble'), 15],
    [isUnplaced(mail), 20],
    [mail.dressedDomain, 10],
    [mail.text.length > 2500, -40],
    [mail.message.hasThread, -30],
  )
  return points < 45 ? undefined : { facts: { ask: fact(ask) }, evidence: [quoteWords(ask), quoteFrom(mail)], points }
}

/** A key is wanted once more, and the alarm that its making sets off is to be waved through. */
function waved(mail: Mail): Clue | undefined {
  const { says } = mail
  if (mail.relation !== 'stranger' || mail.trust !== undefined || isBulk(mail) || teaches(mail) || mail.text.length > 4000) return undefined
  const alarm = says.together(['wavedThrough'])
  const ask = says.together(
    [
      ['keyNouns', 'secrets', 'appPassword'],
      ['handOver', 'sendBack', 'naming'],
    ],
    {
      within: 3,
      without: ['notGive', 'noKeyNeeded', 'policy', 'ownScreen'],
    },
  )
  if (alarm === undefined || ask === undefined || says.has('notGive', 'checkElsewhere')) return undefined
  return {
    facts: { ask: fact(ask) },
    evidence: [quoteWords(ask), quoteWords(alarm), quoteFrom(mail)],
    points: sum([true, 70], [isUnplaced(mail), 25], [says.has('naming'), 15], [says.has('hurry', 'loss'), 10]),
    aTale: false,
  }
}
