/** The mail says nothing new about itself; what tells is that somebody at the desk looked at one like it and found it hostile. */
import { advice } from '../advice.ts'
import { fact, quote, quoteFrom, type Rule } from '../rule.ts'

export const sameAsKnown: Rule = {
  id: 'mail.same-as-known',
  severity: 'high',
  attack: ['T1566'],
  title: {
    en: 'The same mail was found to be hostile elsewhere in the programme',
    es: 'El mismo correo resultó hostil en otro lugar del programa',
    fr: 'Le même courriel s’est révélé hostile ailleurs dans le programme',
    de: 'Dieselbe E-Mail erwies sich anderswo im Programm als feindlich',
  },
  tells: {
    en: 'The same mail from {sender}, or one made like it, was found to be hostile elsewhere in the programme.',
    es: 'El mismo correo de {sender}, o uno hecho igual, resultó ser hostil en otro lugar del programa.',
    fr: 'Le même courriel de {sender}, ou un autre fait de la même façon, s’est révélé hostile ailleurs dans le programme.',
    de: 'Dieselbe E-Mail von {sender}, oder eine gleich gemachte, erwies sich anderswo im Programm als feindlich.',
  },
  advises: advice.lookClosely,
  // A known sender excuses nothing: mails from a stolen mailbox come from somebody known.
  clearable: false,
  look: (mail) => {
    const { knownCampaign, from, subject } = mail.message
    if (knownCampaign === undefined) return undefined
    // A colleague who passes the mail on to ask about it wrote no hostile mail.
    const passedOn = knownCampaign === 'same-content' && mail.verified && (mail.relation === 'own' || mail.relation === 'known')
    if (passedOn) return undefined
    const sender = fact(from.domain === '' ? from.name : from.domain)
    return {
      facts: { sender: sender === '' ? '?' : sender },
      evidence: [quoteFrom(mail), quote('Subject', subject)],
      points: 90,
      aTale: false,
    }
  },
  examples: { fires: 'honest/newsletter', quiet: 'honest/passes-it-on', given: { knownCampaign: 'same-content' } },
}
