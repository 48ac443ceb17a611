/** A locked archive and its password in the same mail: locked against the filter, not against thieves. */
import { said } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { holdsOnlyPapers } from '../inside-archive.ts'
import type { Mail } from '../mail.ts'
import { fact, quote, quoteWords, type Rule, sum } from '../rule.ts'
import { fitsName, isInside, isUnplaced } from '../sender.ts'

const archive = /\.(zip|7z|rar|gz|tar|tgz|cab|arj|ace|iso|img|vhdx?|z|lzh|r\d\d)$/i

/** A password that the reader has anyway, and nobody else: as banks and payslips do it. */
const readersOwn =
  /\b(?:usual|agreed|normal|habitual|habituel\w*|convenu\w*|ubliche\w*|vereinbarte\w*|wie immer|comme d'habitude|la de siempre) (?:password|passcode|code|pw|contrasena|clave|mot de passe|passwort|kennwort)|\b(?:como siempre|la de siempre|wie immer|comme toujours|comme d'habitude)\b|\b(?:the|your|su|votre|ihr\w*|tu) (?:\w+ )?(?:receipt|request|case|order|invoice|file|reference|booking) number|\b(?:your|su|votre|ihr\w*|tu) (?:date of birth|birth|dob|postcode|zip code|post code|national|pan\b|passport|tax|customer|member|policy|account|employee|personnel|staff|social|last (?:four|4)|dni|nif|cif|fecha|geburtsdatum|personalnummer|date de naissance|numero)/

/** The words in which a secret is told: what it is for, and the secret itself. */
const secret =
  /\b(?:pass ?(?:word|code|phrase|wd)?|pwd|psw|pw|pin|(?:opening |access |unlock |archive |file |zip |extraction |decryption |unlocking )?(?:code|key)|contrasena|clave|llave|mot de passe|mdp|cle(?: d'(?:ouverture|acces|archive|extraction))?|code d'(?:acces|ouverture)|sesame|kennwort|passwort|schlussel|zugangscode|entpackcode|senha)s?\b(?: (?:to|for|de|para|do|da|del|of|pour|fur|zum|zur|du|des|la|le|el|das|die|den)\b(?: [\w'-]+){1,5}?| pdf| zip| archive| file)?(?:(?: (?:is|es|est|ist|lautet|will be|sera))?\s*[:=>→-]*\s*)["'([]?((?=[^\s]*[\d!@#$%&*_-])[^\s"')\],;]{3,40}|(?<=["'([])[^\s"')\]]{3,40}|(?<=(?:is|es|est|ist|lautet)\s*)[a-z]{3,30}(?=[.\s]|$)|(?<=:\s*)[^\s"')\],;]{3,40})|\b(?:use|enter|with|type|using|opens with|unlocks with|open with|unlock with|con|avec|mit|utilice|utilisez)\b(?: (?:the|la|le|el|das|dem))?(?: (?:password|code|pin|key|contrasena|clave|mot de passe|passwort|kennwort|codigo))?[ :]+["']?((?=[\w-]*\d)[\w!@#$%&*-]{4,30})/

function secretIn(words: string): string | undefined {
  const hit = said(words, secret)
  return hit === undefined ||
    /[(["'](?:your|see|the|in|su|vea|votre|voir|ihr\w*|siehe)$/.test(hit) ||
    /\b(?:is|es|est|ist) (?:not|required|needed|your|expired|the|a|in|sent|protected|below|separate\w*|included|attached|as|on|by|valid|wrong|too|no|nicht|separat)\b/.test(
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
    const page = (mail.relayed || mail.text.length > 3000 ? [] : mail.relation === 'stranger' ? mail.web : mail.foreign).find((link) =>
      /\.(zip|7z|rar|iso|img|vhdx?)(?:$|[?#])/i.test(link.innermost),
    )
    const paper =
      file === undefined && page === undefined ? mail.files.find((one) => /\.(pdf|docx?|xlsx?|pptx?|one)$/i.test(one.name)) : undefined
    if (file === undefined && page === undefined && paper === undefined) return undefined
    const named = mail.message.attachments.find(
      (one) => one !== file && /pass(?:word|code)?|pwd|\bpw\b|kennwort|contrasena|mdp|\bpin\b|\bkey\b/i.test(one.name),
    )
    const spelled = secretIn(mail.words) ?? (named === undefined ? undefined : named.name)
    const near = says.together([['password'], ['passwordElsewhere']], { within: 1 }) ?? says.together(['passwordElsewhere'])
    const told = spelled ?? near
    if (
      told === undefined ||
      readersOwn.test(told) ||
      readersOwn.test(mail.words.slice(Math.max(0, mail.words.indexOf(told)), mail.words.indexOf(told) + told.length + 60))
    )
      return undefined
    const familiar = isInside(mail) || mail.relation === 'known'
    const away =
      /\b(?:by phone|by text|by sms|separately|will follow|call me|por telefono|telefonisch|par telephone|folgt separat)\b/.test(
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
      return { facts: { file: fact(paper.name) }, evidence: [quote('attachment', paper.name), quoteWords(told)], points }
    }
    const hides = (file?.inside ?? []).some((name) => runs.test(name))
    // Who shares work says what it is, and the names inside, which no lock hides, agree.
    const papersOnly = file !== undefined && holdsOnlyPapers(file) && saysWhatIsInside(mail.words, file.inside)
    const points = familiar ? 40 : strangersPoints(mail, { hides, away, papersOnly, downloaded: file === undefined })
    if (points < 30) return undefined
    return {
      facts: { file: fact(file?.name ?? page?.host ?? '') },
      evidence: [quote('attachment', file?.name ?? page?.target ?? ''), quoteWords(told)],
      points,
    }
  },
  examples: { fires: 'hostile/locked-zip', quiet: 'honest/accountant-locked' },
}

/** What opens a way into the machine, by its name inside the archive, which is not locked. */
const runs = /\.(?:exe|scr|com|js|jse|vbs|vbe|wsf|hta|lnk|iso|img|vhdx?|bat|cmd|ps1|msi|jar|html?|svg|one|docm|xlsm|xll|chm)$/i

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
    downloaded,
  }: { readonly hides: boolean; readonly away: boolean; readonly papersOnly: boolean; readonly downloaded: boolean },
): number =>
  sum(
    [true, 66],
    [hides, 50],
    [isUnplaced(mail), 40],
    [downloaded, 30],
    [mail.says.has('hurry'), 12],
    [!mail.verified, 8],
    [fitsName(mail) && mail.verified, -8],
    [mail.relation === 'brand' && mail.verified, -50],
    [away, -45],
    [papersOnly && !isUnplaced(mail), -30],
    [mail.says.has('expected') && !hides && !isUnplaced(mail), -20],
  )
