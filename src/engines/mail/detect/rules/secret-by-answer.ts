/** Somebody wants a password or code sent back: an app password, or the one-time code that a sign-in of theirs brings to the reader's phone. */
import { said } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { fact, quoteFrom, quoteWords, type Rule, sum } from '../rule.ts'

const appPassword =
  /\bapp(?:lication)?s?(?:[- ]specific)?[- ]?pass(?:words?|codes?)\b|\b(?:16|sixteen)[- ](?:characters?|digits?|letters?|symbols?|signs?)\b[^.\n]{0,20}|\bcontrasenas? (?:de|para) (?:la |una )?aplicaci\w+/
const oneTimeCode =
  /\b(?:verification|authenticat\w+|security|one[- ]time|log-?in|sign-?in|(?:4|5|6|7|8|four|six|eight)[- ]digits?|sms|whatsapp|signal|google|microsoft|otp|2fa|mfa) (?:[\w-]+ ){0,2}(?:codes?|pin|passcode)\b|\bcodes?\b[^.\n]{0,30}\b(?:you (?:will |'ll )?(?:receive|get|see)|sent to (?:you|your)|(?:by|via|in) (?:sms|text))\b|\b(?:linking|pairing|admission|registration|activation) code\b|\bcodigo de (?:verificacion|seguridad|confirmacion|acceso)\b|\bcodigo que (?:recib\w+|le llegue|te llegue)/
const giveBack =
  /\b(?:send|share|forward|reply|respond|answer|e-?mail|mail|text|give|tell|provide|return|pass|read|paste|copy)\b[^.\n]{0,70}\b(?:codes?|pass ?codes?|passwords?|letters|characters|digits|pin|numbers?|the result|screenshot|it (?:to|back)|that (?:to|back)|it)\b|\b(?:envi\w+|mand\w+|respond\w+|comuni\w+|dig\w+|pas\w+|reenvi\w+|comparta|facilit\w+)\b[^.\n]{0,60}\b(?:codigo|contrasena|clave|letras|caracteres|cifras)\b/

/** A code mail says "give it to nobody"; the thief says "to us". */
const codeBack =
  /\b(?:reply|respond|answer|return)\b[^.\n]{0,60}\b(?:code|pin|digits|passcode|numbers?)\b|\b(?:send|share|forward|e-?mail|text|give|tell|provide|read|pass)\b[^.\n]{0,60}\b(?:(?:to )?(?:us|me|him|her|our \w+|this address)|back|over)\b|\b(?:send|forward|text|e-?mail)\b[^.\n]{0,40}\bcode\b|\b(?:env[ií]\w+|mand\w+|comuni\w+|d[ií]g\w+|reenv\w+|facilit\w+|respond\w+)(?:nos|me)?\b[^.\n]{0,60}\bcodigo\b|\b(?:enviarnos|mandarnos|enviame|mandame|reenvielo|envienoslo|diganos)\b/
const warns = /\b(?:never|nobody|no one|anyone|anybody|do not|don't|not to|nadie|nunca|no (?:lo )?compart\w+)\b/

export const secretByAnswer: Rule = {
  id: 'mail.secret-by-answer',
  severity: 'critical',
  attack: ['T1598', 'T1656'],
  title: {
    en: 'A mail asks for a password or code in the answer',
    es: 'Un correo pide una contraseña o un código como respuesta',
    fr: 'Un courriel demande un mot de passe ou un code en réponse',
    de: 'Eine E-Mail verlangt ein Passwort oder einen Code als Antwort',
  },
  tells: {
    en: 'It asks you to hand over {ask}. Whoever has it is in your account, past every second step.',
    es: 'Le pide que entregue {ask}. Quien lo tenga entra en su cuenta sin más comprobaciones.',
    fr: 'Il vous demande de donner {ask}. Qui l’a entre dans votre compte, malgré toute seconde vérification.',
    de: 'Sie sollen {ask} herausgeben. Wer das hat, kommt in Ihr Konto, an jeder zweiten Prüfung vorbei.',
  },
  advises: advice.enterNoCode,
  clearable: false,
  look: (mail) => {
    if (mail.wants('unsubscribe') !== undefined || mail.message.listId !== '' || mail.text.length > 4000) return undefined
    const app = said(mail.words, appPassword)
    const code = app ?? said(mail.words, oneTimeCode)
    if (code === undefined) return undefined
    const give = mail.words
      .split(/[.!?](?:\s|$)|\n/)
      .find((sentence) => (app === undefined ? codeBack : giveBack).test(sentence) && !warns.test(sentence))
    if (give === undefined) return undefined
    const inside = (mail.relation === 'own' || mail.relation === 'known') && !mail.forged
    const genuine = mail.relation === 'brand'
    const points = sum([app !== undefined, 110], [app === undefined, 90], [inside, -60], [genuine, -75])
    return points < 30 ? undefined : { facts: { ask: fact(code) }, evidence: [quoteWords(code), quoteWords(give), quoteFrom(mail)], points }
  },
  examples: { fires: 'hostile/fifth-app-password', quiet: 'honest/fifth-login-code' },
}
