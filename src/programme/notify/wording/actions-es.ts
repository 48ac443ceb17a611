/** What a notice asks, in Spanish. */
import type { ActionWords } from './action-words.ts'

export const actionsEs: ActionWords = {
  does: {
    'end-sessions': 'En un dispositivo de confianza, cierre todas las sesiones de esa cuenta.',
    'add-passkey': 'Añada una llave de acceso aquí en {programme}: así nadie entra con un código enviado por correo.',
    'change-password': 'Cambie la contraseña de esa cuenta por una que no use en ningún otro sitio.',
    'look-through': 'Revise esa cuenta con nosotros: cinco lugares, paso a paso.',
    'remove-rules': 'Quite todo reenvío y toda regla de correo que usted no haya hecho.',
    'remove-app': 'Quite el acceso a toda aplicación que no conozca.',
    'ask-them': 'Pregunte a {person} si necesita ayuda.',
    'leave-mail': 'Deje ese correo donde está. No lo responda.',
    'leave-old-mails': 'No responda correos que pidan dinero, códigos o una contraseña.',
    'tell-us': 'Si ya hizo lo que pide un correo así, díganoslo hoy. Le pasa a gente cuidadosa.',
    'mind-requests': 'Tenga cuidado con peticiones extrañas en su nombre.',
  },
  where: {
    'end-sessions': {
      google: 'En su cuenta de Google, abra «Seguridad» y busque ahí los dispositivos.',
      microsoft: 'En su cuenta de Microsoft, abra «Seguridad», «Administrar mi inicio de sesión» y «Cerrar sesión en todas partes».',
      'microsoft-365': 'Detrás de su foto, elija «Ver cuenta» y luego «Cerrar sesión en todas partes».',
      other: 'En los ajustes, busque los dispositivos o las sesiones abiertas.',
    },
    'change-password': {
      google: 'En su cuenta de Google, abra «Seguridad» y luego «Contraseña».',
      microsoft: 'En su cuenta de Microsoft, abra «Seguridad» y luego «Cambiar contraseña».',
      'microsoft-365': 'Detrás de su foto, elija «Ver cuenta» y luego «Cambiar contraseña».',
      other: 'Está en los ajustes de seguridad.',
    },
    'remove-rules': {
      google: 'En los ajustes de Gmail, mire en «Reenvío» y en «Filtros».',
      microsoft: 'En los ajustes de Outlook, abra «Correo» y mire en «Reglas» y en «Reenvío».',
      'microsoft-365': 'En los ajustes de Outlook, abra «Correo» y mire en «Reglas» y en «Reenvío».',
      other: 'En los ajustes de correo, busque reenvíos, reglas o filtros.',
    },
    'remove-app': {
      google: 'En su cuenta de Google, abra «Seguridad» y luego las conexiones con otras aplicaciones.',
      microsoft: 'En su cuenta de Microsoft, abra «Privacidad» y luego las aplicaciones con acceso.',
      'microsoft-365': 'En «Mis aplicaciones», elija la aplicación y luego «Administrar la aplicación».',
      other: 'En los ajustes de seguridad, busque las aplicaciones conectadas.',
    },
  },
  here: {
    'add-passkey': 'En la página que ya usa, abra «Llaves de acceso».',
    'look-through': 'En la página que ya usa, elija esa cuenta y mire paso a paso.',
  },
  minutes: '{minutes, plural, one {# minuto.} other {Unos # minutos.}}',
  undo: {
    'end-sessions': 'Para deshacerlo, entre de nuevo donde lo necesite.',
    'add-passkey': 'Para deshacerlo, quite la llave en la misma página.',
    'change-password': 'Sus dispositivos piden la nueva una vez. Puede cambiarla otra vez cuando quiera.',
    'look-through': 'Mirar no cambia nada.',
    'remove-rules': 'Anote antes cada una, para poder hacerla de nuevo.',
    'remove-app': 'Para deshacerlo, permita de nuevo la aplicación cuando la necesite.',
    'ask-them': 'Preguntar no cambia nada.',
  },
}
