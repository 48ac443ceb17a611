/** Advice that several rules share. Each names one safe action and no link. */
import type { Wording } from './wording.ts'

export const advice = {
  doNotSignIn: {
    en: 'Do not sign in from this mail. Open the service the way you always do and look there.',
    es: 'No inicie sesión desde este correo. Entre en el servicio como siempre lo hace y compruébelo allí.',
    fr: 'Ne vous connectez pas depuis ce courriel. Ouvrez le service comme vous le faites d’habitude et vérifiez là.',
    de: 'Melden Sie sich nicht über diese E-Mail an. Öffnen Sie den Dienst so, wie Sie es immer tun, und sehen Sie dort nach.',
  },
  callThem: {
    en: 'Do not answer the mail. Call the person on a number you already have and ask.',
    es: 'No responda al correo. Llame a la persona a un número que ya tenga y pregúntele.',
    fr: 'Ne répondez pas au courriel. Appelez la personne à un numéro que vous avez déjà et demandez-lui.',
    de: 'Antworten Sie nicht auf die E-Mail. Rufen Sie die Person unter einer Nummer an, die Sie schon haben, und fragen Sie.',
  },
  doNotPay: {
    en: 'Pay nothing and change nothing until somebody confirmed it on a number you already have.',
    es: 'No pague ni cambie nada hasta que alguien lo confirme en un número que usted ya tenga.',
    fr: 'Ne payez rien et ne changez rien avant d’avoir une confirmation à un numéro que vous avez déjà.',
    de: 'Zahlen Sie nichts und ändern Sie nichts, bis es jemand unter einer Nummer bestätigt hat, die Sie schon haben.',
  },
  doNotOpen: {
    en: 'Do not open the file. Ask the sender on another channel whether it is theirs.',
    es: 'No abra el archivo. Pregunte al remitente por otra vía si es suyo.',
    fr: 'N’ouvrez pas le fichier. Demandez à l’expéditeur, par un autre moyen, s’il vient de lui.',
    de: 'Öffnen Sie die Datei nicht. Fragen Sie auf einem anderen Weg nach, ob sie wirklich vom Absender stammt.',
  },
  ignoreIt: {
    en: 'Do not answer and do not pay. Report the mail and delete it.',
    es: 'No responda ni pague. Avise del correo y bórrelo.',
    fr: 'Ne répondez pas et ne payez pas. Signalez le courriel et supprimez-le.',
    de: 'Antworten Sie nicht und zahlen Sie nicht. Melden Sie die E-Mail und löschen Sie sie.',
  },
  enterNoCode: {
    en: 'Enter no code and approve nothing that you did not start yourself. If you already did, change your password and tell your administrator now.',
    es: 'No introduzca ningún código ni apruebe nada que no haya iniciado usted. Si ya lo hizo, cambie su contraseña y avise ahora a su administrador.',
    fr: 'N’entrez aucun code et n’approuvez rien que vous n’ayez demandé vous-même. Si c’est déjà fait, changez votre mot de passe et prévenez tout de suite votre administrateur.',
    de: 'Geben Sie keinen Code ein und bestätigen Sie nichts, was Sie nicht selbst begonnen haben. Ist es schon geschehen: Ändern Sie Ihr Passwort und sagen Sie es sofort Ihrer IT-Betreuung.',
  },
  lookClosely: {
    en: 'Look closely at who writes before you do what the mail asks.',
    es: 'Mire bien quién escribe antes de hacer lo que pide el correo.',
    fr: 'Regardez bien qui écrit avant de faire ce que le courriel demande.',
    de: 'Sehen Sie genau hin, wer schreibt, bevor Sie tun, was die E-Mail verlangt.',
  },
} as const satisfies Readonly<Record<string, Wording>>
