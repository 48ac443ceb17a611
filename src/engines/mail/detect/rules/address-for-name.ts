/** It greets the reader by the mail address: a list was bought, not a name known. */

import { plainWords } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { fact, quote, type Rule, sum } from '../rule.ts'

/** The line that an answer sets before what it quotes. */
const quotesReader = /^\s*[^\n]{0,120}\b(?:wrote|writes|schrieb|escribio|a ecrit) ?:/

export const addressForName: Rule = {
  id: 'mail.address-for-name',
  severity: 'low',
  attack: ['T1566.002'],
  title: {
    en: 'A mail uses the address in place of a name',
    es: 'Un correo usa la dirección en lugar del nombre',
    fr: 'Un courriel met l’adresse à la place du nom',
    de: 'Eine E-Mail setzt die Adresse an die Stelle des Namens',
  },
  tells: {
    en: 'It uses your mail address as if it were your name (“{greeting}”).',
    es: 'Usa su dirección de correo como si fuera su nombre («{greeting}»).',
    fr: 'Il emploie votre adresse comme si c’était votre nom (« {greeting} »).',
    de: 'Die E-Mail benutzt Ihre Adresse, als wäre sie Ihr Name („{greeting}“).',
  },
  advises: advice.lookClosely,
  clearable: true,
  look: (mail) => {
    const { reader, subject } = mail.message
    if (reader === undefined || reader.address === '' || mail.throughList || mail.relation !== 'stranger') return undefined
    if ((mail.hasOwnLink && !mail.shadyDomain) || mail.web.length + mail.files.length === 0) return undefined
    const head = plainWords(mail.text.slice(0, 400))
    // A calendar writes the guest's address behind the hour, whoever invites.
    const inSubject = subject.toLowerCase().includes(reader.address) && !(mail.entry !== undefined && /\([^()]*@[^()]*\)$/.test(subject))
    const greeted =
      !quotesReader.test(head) &&
      head
        .replace(
          /^\s*(?:dear|hello|hi|attention|attn|hola|estimad[oa]|ola|caro|hallo|bonjour|ciao|mr|user|customer|cliente)?[ ,:!]{0,3}/,
          '',
        )
        .startsWith(reader.address)
    if (!inSubject && !greeted) return undefined
    return {
      facts: { greeting: fact(inSubject ? subject : (head.split('\n')[0] ?? '')) },
      evidence: [quote(inSubject ? 'Subject' : 'text', inSubject ? subject : head.slice(0, 120))],
      points: sum([inSubject, 35], [greeted, 20]),
    }
  },
  examples: { fires: 'hostile/greets-the-address', quiet: 'honest/google-alert' },
}
