/** Advice that several rules share. Each names one safe action and no link. */
import type { Wording } from './rule.ts'

export const advice = {
  doNotSignIn: {
    en: 'Do not sign in from this mail. Open the service the way you always do and look there.',
    es: 'No inicie sesión desde este correo. Entre en el servicio como siempre lo hace y compruébelo allí.',
  },
  callThem: {
    en: 'Do not answer the mail. Call the person on a number you already have and ask.',
    es: 'No responda al correo. Llame a la persona a un número que ya tenga y pregúntele.',
  },
  doNotPay: {
    en: 'Pay nothing and change nothing until somebody confirmed it on a number you already have.',
    es: 'No pague ni cambie nada hasta que alguien lo confirme en un número que usted ya tenga.',
  },
  doNotOpen: {
    en: 'Do not open the file. Ask the sender on another channel whether it is theirs.',
    es: 'No abra el archivo. Pregunte al remitente por otra vía si es suyo.',
  },
  ignoreIt: {
    en: 'Do not answer and do not pay. Report the mail and delete it.',
    es: 'No responda ni pague. Avise del correo y bórrelo.',
  },
  enterNoCode: {
    en: 'Enter no code and approve nothing that you did not start yourself. If you already did, change your password and tell your administrator now.',
    es: 'No introduzca ningún código ni apruebe nada que no haya iniciado usted. Si ya lo hizo, cambie su contraseña y avise ahora a su administrador.',
  },
  lookClosely: {
    en: 'Look closely at who writes before you do what the mail asks.',
    es: 'Mire bien quién escribe antes de hacer lo que pide el correo.',
  },
} as const satisfies Readonly<Record<string, Wording>>
