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
  },
  tells: {
    en: 'The mail itself holds a form that asks for {what}.',
    es: 'El propio correo trae un formulario que pide {what}.',
  },
  advises: {
    en: 'Type nothing into a mail.',
    es: 'No escriba nada dentro de un correo.',
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
