/** A form inside the mail that asks for a password. */

import { firstSaid } from '../mail.ts'
import { quote, type Rule, sum } from '../rule.ts'

export const formInMail: Rule = {
  id: 'mail.form-in-mail',
  severity: 'high',
  attack: ['T1598.003', 'T1056.003'],
  title: {
    en: 'A mail asks for a password in a form',
    es: 'Un correo pide una contraseña en un formulario',
    fr: 'Un courriel demande un mot de passe dans un formulaire',
    de: 'Eine E-Mail fragt in einem Formular nach einem Passwort',
  },
  tells: {
    en: 'The mail itself holds a form that asks for {what}.',
    es: 'El propio correo trae un formulario que pide {what}.',
    fr: 'Le courriel contient lui-même un formulaire qui demande {what}.',
    de: 'Die E-Mail selbst enthält ein Formular, und das fragt nach {what}.',
  },
  advises: {
    en: 'Type nothing into a mail.',
    es: 'No escriba nada dentro de un correo.',
    fr: 'N’écrivez rien dans un courriel.',
    de: 'Geben Sie in einer E-Mail nichts ein.',
  },
  terms: {
    what: [
      { en: 'a password', es: 'una contraseña', fr: 'un mot de passe', de: 'einem Passwort' },
      { en: 'data', es: 'datos', fr: 'des données', de: 'Daten' },
    ],
  },
  clearable: true,
  look: (mail) => {
    const { page } = mail.message
    if (page === undefined || (page.forms === 0 && page.passwordFields === 0)) return undefined
    const secret = page.passwordFields > 0
    const asks = firstSaid(mail, 'credentials', 'threat', 'mailbox') !== undefined
    const points = sum([secret, 100], [!secret && asks && mail.relation === 'stranger', 40])
    return points === 0
      ? undefined
      : {
          facts: { what: secret ? 'a password' : 'data' },
          evidence: [quote('form', `${page.forms} form, ${page.passwordFields} password field`)],
          points,
        }
  },
  examples: { fires: 'hostile/form-in-mail', quiet: 'honest/password-reset-html' },
}
