/** A locked archive and its password in the same mail: locked against the filter, not against thieves. */
import { said } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { holdsOnlyPapers, holdsOnlyPictures } from '../inside-archive.ts'
import type { Mail } from '../mail.ts'
import { fact, quote, quoteWords, type Rule, sum } from '../rule.ts'
import { answersElsewhere, fitsName, isInside, isUnplaced } from '../sender.ts'

const archive = /\.(zip|7z|rar|gz|tar|tgz|cab|arj|ace|iso|img|vhdx?|z|lzh|r\d\d)$/i

/** A password that the reader has anyway, and nobody else: as banks and payslips do it. */
const readersOwn =
  /\b(?:usual|agreed|normal|habitual|habituel\w*|convenu\w*|ubliche\w*|vereinbarte\w*|wie immer|comme d'habitude|la de siempre) (?:password|passcode|code|pw|contrasena|clave|mot de passe|passwort|kennwort)|\b(?:como siempre|la de siempre|wie immer|comme toujours|comme d'habitude)\b|\b(?:the|your|su|votre|ihr\w*|tu) (?:\w+ )?(?:receipt|request|case|order|invoice|file|reference|booking) number|\b(?:your|su|votre|ihr\w*|tu) (?:date of birth|birth|dob|postcode|zip code|post code|national|pan\b|passport|tax|customer|member|policy|account|employee|personnel|staff|social|last (?:four|4)|dni|nif|cif|fecha|geburtsdatum|personalnummer|date de naissance|numero)/

/** The words in which a secret is told: what it is for, and the secret itself. */
const secret =
  /\b(?:pass ?(?:word|code|phrase|wd)?|pwd|psw|pw|pin|(?:opening |access |unlock |archive |file |zip |extraction |decryption |unlocking )?(?:code|key)|contrasena|clave|llave|magic word|palabra magica|mot magique|zauberwort|losungswort|mot de passe|mdp|cle(?: d'(?:ouverture|acces|archive|extraction))?|code d'(?:acces|ouverture)|sesame|kennwort|passwort|schlussel|zugangscode|entpackcode|senha)s?\b(?: (?:to|for|de|para|do|da|del|of|pour|fur|zum|zur|du|des|la|le|el|das|die|den)\b(?: [\w'-]+){1,5}?| pdf| zip| archive| file)?(?:(?: (?:is|es|est|ist|lautet|will be|sera))?\s*[:=>→-]*\s*)["'([]?((?=[^\s]*[\d!@#$%&*_-])[^\s"')\],;]{3,40}|(?<=["'([])[^\s"')\]]{3,40}|(?<=(?:is|es|est|ist|lautet)\s*)[a-z]{3,30}(?=[.\s]|$)|(?<=:\s*)[^\s"')\],;]{3,40})|\b(?:use|enter|with|type|using|opens with|unlocks with|open with|unlock with|con|avec|mit|utilice|utilisez)\b(?: (?:the|la|le|el|das|dem))?(?: (?:password|code|pin|key|contrasena|clave|mot de passe|passwort|kennwort|codigo))?[ :]+["']?((?=[\w-]*\d)[\w!@#$%&*-]{4,30})/

/** A key word and, right behind it, one more word that ends the sentence: `Pw sign.` */
const bareSecret =
  /\b(?:pw|pwd|psw|password|passcode|passwort|kennwort|clave|contrasena|mdp|mot de passe|codigo|code)[ :]+["']?(?!(?:unverandert|unchanged|bekannt|known|same|igual|inchange|identique|conocid[oa]|vereinbart|agreed|wie|como|comme|unlocks|opens|protected|required|needed|below|above|attached|enclosed|follows|separately|protege|protegee|protegid[oa]|geschutzt|folgt|anbei|unten|adjunta|jointe?|adjunto|aparte|reset|expired|expires|changed|change|manager|policy|only|please|too|later|soon|first|again|instead|postal|civil|penal|promo|ouvert)\b)[a-z0-9_!#-]{3,24}["']?(?=[.,;)!\n]|$)/
const opening =
  '(?:open|unlock|entsperr|freischalt|desbloque|deverrouill|debloqu|unzip|extract|decrypt|lock|abr|descompr|descifr|ouvr|lire|dechiffr|protege|offn|entpack|entschluss|password|passcode|pwd|pw|kennung|kennwort|passwort|contrasena|clave|codigo|mdp|mot de passe|code)'
/** To open it, and a word that no language has: `zum Offnen bitte lena2026 eingeben`. */
const literal = new RegExp(
  `\\b${opening}[^.\\n]{0,70}?[\\s"'(:]((?!(?:19|20)\\d\\d\\b|\\d{1,2}(?:st|nd|rd|th|h|pm|am|ps|mb|kb|eur|usd)\\b|\\d{1,3}[.,:]\\d)(?=[a-z!#_-]{0,24}\\d)[a-z0-9!#_-]{3,25})(?=[\\s.,;)"'!]|$)`,
)
/** `The pw is the paper's name (valleypost).` */
const inBrackets =
  /\b(?:pw|pwd|psw|password|passcode|passwort|kennwort|clave|contrasena|mdp|mot de passe)\b[^.()\n]{0,50}\((?!(?:see|attached|below|above|siehe|anbei|unten|voir|vea|optional|required|usual|same)\b)[a-z0-9_!#-]{3,24}\)/

/** `Zip opens with valley.` */
const opensWith =
  /\b(?:opens? (?:it )?(?:with|by)|unlocks? (?:it )?with|offnet sich mit|offnen mit|se abre con|abrelo con|abralo con|s'ouvre avec|ouvrez(?:-le)? avec)(?: (?:the word|la palabra|le mot|dem wort))?:? ["']?(?!(?:the|your|any|word|excel|acrobat|adobe|winrar|winzip|7zip|7-zip|double|one|two|windows|ihrem|dem|ihr|der|einem|su|tu|una|cualquier|votre|une?|office|libreoffice|care|edge|chrome)\b)[a-z0-9_-]{3,24}["']?(?=[.,;!\n]|$)/

/** A key of the reader's own, and beside it another one that opens it too: `ersatzweise gilt KG7142`. */
const failingThat =
  /\b(?:ersatzweise|hilfsweise|andernfalls|otherwise|alternatively|failing that|or else|en su defecto|si no,|a defaut|sinon)\b[^.\n]{0,60}?[\s"'(]((?=[a-z-]{0,24}\d)(?!\d{1,4}\b)[a-z0-9!#_-]{4,25})(?=[\s.,;)"'!]|$)/

const justAnExample =
  /\b(?:e\.g|eg|z\.b|p\. ?ej|ej|par ex|for example|zum beispiel|por ejemplo|exemple|format|formato|(?:ddmm|ttmm|jjmm|mmdd|yyyy|jjjj|aaaa)[a-z]*)\b/

function literalIn(words: string): string | undefined {
  const hit =
    said(words, bareSecret) ?? said(words, opensWith) ?? said(words, inBrackets) ?? said(words, literal) ?? said(words, failingThat)
  return hit === undefined || justAnExample.test(hit) ? undefined : hit
}

function secretIn(words: string): string | undefined {
  const hit = said(words, secret)
  return hit === undefined ||
    /[(["'](?:your|see|the|in|su|vea|votre|voir|ihr\w*|siehe)$/.test(hit) ||
    /[:=] ?(?:you|we|i|it|ask|call|by|on|in|as|that|the|your|separate\w*|vous|je|nous|il|elle|par|sur|en|comme|celui|voir|sie|ihr\w*|ich|wir|es|per|wie|am|auf|das|der|telefonisch|separat\w*|usted|se|le|la|el|lo|por|como|su|tu|ver|vea)$/.test(
      hit,
    ) ||
    /\b(?:is|es|est|ist) (?:coming|following|arriving|going|travelling|under|en camino|unterwegs|not|required|needed|your|expired|the|a|in|sent|protected|below|separate\w*|included|attached|as|on|by|valid|wrong|too|no|nicht|separat|ihnen|euch|dir|bekannt|celui|celle|le|la|el|conocida|known|same|agreed|with|left|unchanged|unverandert|weiterhin|wie|already)\b/.test(
      hit,
    )
    ? undefined
    : hit
}

export const lockedArchive: Rule = {
  id: 'mail.locked-archive',
  severity: 'high',
  attack: ['T1566.001', 'T1027.013'],
  title: {
    en: 'A mail brings a locked file and its password',
    es: 'Un correo trae un archivo cerrado y su contraseña',
    fr: 'Un courriel apporte un fichier verrouillé et son mot de passe',
    de: 'Eine E-Mail bringt eine gesperrte Datei und deren Passwort',
  },
  tells: {
    en: 'The file {file} is locked and the password is in the same mail. That keeps out only the virus check.',
    es: 'El archivo {file} está cerrado y la contraseña viene en el mismo correo. Eso solo deja fuera al antivirus.',
    fr: 'Le fichier {file} est verrouillé et son mot de passe est dans le même courriel. Cela n’écarte que l’antivirus.',
    de: 'Die Datei {file} ist gesperrt, und das Passwort steht in derselben E-Mail. Das hält nur die Virenprüfung fern.',
  },
  advises: advice.doNotOpen,
  clearable: false,
  look: (mail) => {
    const { says } = mail
    const file = mail.files.find((one) => archive.test(one.name) || one.locked || /zip|rar|7z|iso9660|x-tar/.test(one.type))
    // A list that talks of programs has links to them in every other mail.
    const page = (mail.throughList || mail.text.length > 3000 ? [] : mail.relation === 'stranger' ? mail.web : mail.foreign).find((link) =>
      /\.(zip|7z|rar|iso|img|vhdx?)(?:$|[?#])/i.test(link.innermost),
    )
    const paper =
      file === undefined && page === undefined ? mail.files.find((one) => /\.(pdf|docx?|xlsx?|pptx?|one)$/i.test(one.name)) : undefined
    if (file === undefined && page === undefined && paper === undefined) return undefined
    const named = mail.message.attachments.find(
      (one) =>
        (one !== file || ownKey.test(one.name)) && /pass(?:word|code)?|pwd|\bpw\b|kennwort|contrasena|mdp|\bpin\b|\bkey\b/i.test(one.name),
    )
    const hides = (file?.inside ?? []).some((name) => runs.test(name)) || namesProgram.test(mail.words)
    const guard = says.together(['guardDown'])
    const clear = file === undefined ? undefined : literalIn(mail.words)
    const spelled = secretIn(mail.words) ?? clear ?? (named === undefined ? undefined : named.name)
    const near =
      says.together([['password'], ['passwordElsewhere']], { within: 1 }) ??
      says.together(['passwordElsewhere']) ??
      (file?.locked ? says.together([['unlock', 'password'], ['openHint']]) : undefined)
    // What runs needs no lock, and no honest paper asks to put the guard to sleep.
    // A key that the reader has from elsewhere opens the file to nobody else, and to no reader who was not given it.
    const known = says.together(['password', 'knownKey'])
    if (
      known !== undefined &&
      clear === undefined &&
      secretIn(mail.words) === undefined &&
      guard === undefined &&
      !hides &&
      named === undefined &&
      !mail.freeMail &&
      !mail.shadyDomain &&
      !mail.forged &&
      !answersElsewhere(mail)
    )
      return undefined
    const told = spelled ?? near ?? guard ?? (file?.locked && hides ? file.name : undefined)
    if (told === undefined || (clear === undefined && guard === undefined && isReadersOwn(mail.words, told))) return undefined
    const familiar = isInside(mail) || (mail.relation === 'known' && !mail.forged)
    const away =
      /\b(?:by phone|by text|sms|whatsapp|(?:over|via|on|uber|par|por) signal|text you|call you|ring you|phone you|separately|will follow|call me|in person|por telefono|telefonisch|am telefon|par telephone|de vive voix|folgt separat|getrennt|aparte|separement)\b/.test(
        near ?? '',
      ) && spelled === undefined
    if (paper !== undefined) {
      if (familiar || spelled === undefined || mail.relation === 'brand' || mail.message.hasThread) return undefined
      const points = sum(
        [true, 45],
        [isUnplaced(mail), 45],
        [says.has('hurry'), 10],
        [fitsName(mail) && mail.verified, -15],
        [paper.locked, 15],
      )
      return { facts: { file: fact(paper.name) }, evidence: [quote('attachment', paper.name), quoteWords(told)], points, aTale: true }
    }
    // Who shares work says what it is, and the names inside, which no lock hides, agree.
    const papersOnly = file !== undefined && holdsOnlyPapers(file) && saysWhatIsInside(mail.words, file.inside)
    // Nothing that a reader's program would start or follow.
    const picturesOnly = file !== undefined && holdsOnlyPictures(file)
    const points = familiar
      ? sum([true, 40], [hides, 20], [hides && says.has('runIt'), 60])
      : strangersPoints(mail, { hides, away, papersOnly, picturesOnly, downloaded: file === undefined, guarded: guard === undefined })
    if (points < 30) return undefined
    return {
      facts: { file: fact(file?.name ?? page?.host ?? '') },
      evidence: [quote('attachment', file?.name ?? page?.target ?? ''), quoteWords(told)],
      points,
      aTale: !hides && guard === undefined,
    }
  },
  examples: { fires: 'hostile/locked-zip', quiet: 'honest/accountant-locked' },
}

/** The words name what is to be started. */
const namesProgram = /\b[\w-]{2,40}\.(?:exe|scr|jse?|vbs|vbe|wsf|hta|lnk|bat|cmd|ps1|msi|jar)\b(?![./@-])/

/** What opens a way into the machine, by its name inside the archive, which is not locked. */
const runs = /\.(?:exe|scr|com|js|jse|vbs|vbe|wsf|hta|lnk|iso|img|vhdx?|bat|cmd|ps1|msi|jar|html?|svg|one|docm|xlsm|xll|chm)$/i

/** A password in the archive's own name: `contract_PASS_7781.zip`. */
const ownKey = /(?:pass(?:word|wort|code)?|pwd|pw|kennwort|clave|contrasena|mdp|pin|key|code)[ _=.-]{0,3}[\w-]{3,}\.\w+$/i

const isReadersOwn = (words: string, told: string): boolean =>
  readersOwn.test(told) || readersOwn.test(words.slice(Math.max(0, words.indexOf(told)), words.indexOf(told) + told.length + 60))

const kinds: readonly (readonly [words: RegExp, names: RegExp])[] = [
  [/\b(?:xlsx|csv|excel|spreadsheets?|workbook|sheets?|hojas? de calculo|excel|tableur|tabellen?)\b/, /\.(?:xlsx|csv|ods)$/i],
  [/\b(?:pdfs?|docx|pages?|paginas?|seiten?|word)\b/, /\.(?:pdf|docx|odt)$/i],
  [/\b(?:photos?|pictures|fotos?|bilder|images?)\b/, /\.(?:jpe?g|png|heic)$/i],
]
const saysWhatIsInside = (words: string, names: readonly string[]): boolean =>
  kinds.some(([said, kind]) => said.test(words) && names.some((name) => kind.test(name)))

/** Honest houses lock files too: what tells is who sends it, what is inside, and the hurry. */
const strangersPoints = (
  mail: Mail,
  {
    hides,
    away,
    papersOnly,
    picturesOnly,
    downloaded,
    guarded,
  }: {
    readonly hides: boolean
    readonly away: boolean
    readonly papersOnly: boolean
    readonly picturesOnly: boolean
    readonly downloaded: boolean
    readonly guarded: boolean
  },
): number =>
  sum(
    [true, 78],
    [hides, 50],
    [!guarded, 60],
    [isUnplaced(mail), 40],
    [downloaded, 30],
    [mail.says.has('hurry'), 12],
    [!mail.verified, 8],
    [fitsName(mail) && mail.verified, -8],
    [mail.relation === 'brand' && mail.verified, -50],
    [away, -58],
    [papersOnly && !isUnplaced(mail), -30],
    [picturesOnly, -60],
    [mail.says.has('expected') && !hides && !isUnplaced(mail), -20],
  )
