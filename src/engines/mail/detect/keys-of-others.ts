/** Keys that belong to another house than the one that asks: whoever wants the login of the reader's work, mail or bank on a page of theirs has no use for it but one. */
import { foldHomoglyphs } from '#kernel'
import { isLending } from '../names/trusted-senders.ts'
import { plainWords } from '../words/plain-words.ts'
import type { Mail } from './mail.ts'
import { answersElsewhere } from './sender.ts'

/** `la cuenta de ` riverton, riverton `'s mail`. */
const before =
  /\b(?:accounts?|log-?ins?|sign-?in|password|credentials|e-?mail|mail|mailbox|cuenta|correo|usuario|contrasena|clave|compte|messagerie|boite|identifiants?|konto|postfach|kennwort|passwort|zugang)(?: (?:de|del|of|at|for|du|chez|von|vom|bei|der|your|the|la|el|le|su|tu|our)){1,2} $/
const after =
  /^(?:'s)? (?:accounts?|log-?ins?|sign-?in|password|credentials|e-?mail|mail|mailbox|konto|postfach|kennwort|passwort|zugang)\b/
const ends = /[.!?;](?=\s|$)|\n/

/** The sentence in which a stranger asks for such a key; undefined when nobody does, or where somebody says that none is wanted. */
export function keysOfOthers(mail: Mail): string | undefined {
  const { says, relation } = mail
  // What stands in the form of a service, with a page of somebody else's to go to and an answer that goes there too, is a stranger's.
  const carried = relation === 'brand' && isLending(mail.message.from.domain) && answersElsewhere(mail) && mail.foreign.length > 0
  if (relation !== 'stranger' && !carried) return undefined
  return (
    says.together(['workKeys', 'useKey'], { without: ['noKey', 'notGive', 'done', 'optional'] }) ??
    says.together(['mailsOwnKey'], { without: ['noKey', 'notGive', 'optional'] }) ??
    keyOfOurHouse(mail)
  )
}

/** The reader's house named beside a key: `entrar con la cuenta de riverton`. */
function keyOfOurHouse({ says, words, ownBrands, readerDomain, message }: Mail): string | undefined {
  const label = readerDomain.split('.')[0] ?? ''
  const house = [
    label,
    ...ownBrands.filter(({ domains }) => domains.includes(readerDomain)).map(({ name }) => foldHomoglyphs(name)),
  ].filter((name) => name.length > 3)
  if (house.length === 0 || !says.has('useKey')) return undefined
  const own = plainWords(message.from.name)
  return words
    .slice(0, 6000)
    .replaceAll(message.reader?.address ?? ' ', '')
    .split(ends)
    .find((sentence) => {
      const name = house.find((one) => sentence.includes(one) && !own.includes(one))
      if (name === undefined || sentence.length > 400 || !asksFor.test(sentence)) return false
      const at = sentence.indexOf(name)
      return before.test(sentence.slice(Math.max(0, at - 40), at)) || after.test(sentence.slice(at + name.length, at + name.length + 20))
    })
    ?.trim()
    .slice(0, 160)
}

const asksFor =
  /\b(?:sign|log|use|using|enter|with|via|con|entr\w+|acced\w+|avec|connect\w+|identifi\w+|mit|anmeld\w+|melden|bestatig\w+|confirm\w+)\b/
