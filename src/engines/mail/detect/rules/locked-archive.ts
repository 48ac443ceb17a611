/** A locked archive and its password in the same mail: locked against the filter, not against thieves. */

import { said } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { fact, quote, quoteWords, type Rule, sum } from '../rule.ts'

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
    const file = mail.files.find(
      (one) => /\.(zip|7z|rar|gz|tar|cab|arj|ace|iso|img|z|r\d\d)$/i.test(one.name) || one.locked || /zip|rar|7z/.test(one.type),
    )
    const page = mail.foreign.find((link) => /\.(zip|7z|rar|iso)(?:$|[?#])/i.test(link.innermost))
    const paper = mail.freeMail ? mail.files.find((one) => /\.(pdf|docx?|xlsx?)$/i.test(one.name)) : undefined
    if (file === undefined && page === undefined && paper === undefined) return undefined
    const password = said(
      mail.words,
      /\b(?:password|pass ?code|passphrase|pwd|pass|(?:opening|access|unlock|archive|file|zip|extraction) (?:code|key)|contrasena|clave|kennwort|passwort|mot de passe|senha)\b(?: (?:to|for|de|para|do|da|del|of)(?: [\w'-]+){1,4}| pdf)?(?: ?(?:is|es|ist|est|:|=|-))+ ?["'(]?[\w!@#$%&*-]{3,30}|\b(?:use|enter|with) (?:the )?(?:password|code|pin)[ :]+["']?\w*\d\w*/,
    )
    if (password === undefined) return undefined
    if (file === undefined && page === undefined && paper !== undefined && !mail.message.hasThread)
      return { facts: { file: fact(paper.name) }, evidence: [quote('attachment', paper.name), quoteWords(password)], points: 85 }
    if (file === undefined && page === undefined) return undefined
    const familiar = mail.relation === 'own' || mail.relation === 'known'
    return {
      facts: { file: fact(file?.name ?? page?.host ?? '') },
      evidence: [quote('attachment', file?.name ?? page?.target ?? ''), quoteWords(password)],
      points: sum([familiar, 55], [!familiar, 110]),
    }
  },
  examples: { fires: 'hostile/locked-zip', quiet: 'honest/accountant-locked' },
}
