/** Español, de usted. Palabras y frases cortas, y ninguna que asuste. */
import { actionsEs } from './actions-es.ts'
import type { Wording } from './wording.ts'

export const es: Wording = {
  level: {
    targeted: 'Objetivo de un ataque',
    'attempt-blocked': 'Intento bloqueado',
    'possible-access': 'Posible acceso',
    'confirmed-access': 'Acceso confirmado',
  },
  mailbox: { work: 'buzón de trabajo', personal: 'buzón personal' },
  notice: {
    subject: '{level}: un aviso de {programme}',
    opening: {
      targeted: 'Objetivo de un ataque: alguien le envió un correo que intenta engañarle.',
      'attempt-blocked': 'Intento bloqueado: un correo que intenta engañarle acabó en su carpeta de correo no deseado.',
      'possible-access': 'Posible acceso: puede que alguien haya entrado en su cuenta.',
      'confirmed-access': 'Acceso confirmado: alguien entró en su cuenta.',
    },
    didNot: {
      targeted: 'Nada indica que alguien haya entrado.',
      'attempt-blocked': 'Que sepamos, nadie ha entrado.',
      'possible-access': 'Nada indica que se haya cambiado o robado algo.',
      'confirmed-access': 'Nada indica que hayan tocado sus otras cuentas.',
    },
    cameTo: 'Llegó a su {mailbox} ({masked}) el {when}.',
    from: 'De: {quote}',
    about: 'Asunto: {quote}',
    seen: 'Visto en él: {quote}',
    whatToDo: 'Qué hacer',
    usualStep: 'No abra nada de lo que trae.',
    check:
      '¿Es nuestro este aviso? Su código es:\n\n  {code}\n\nAbra la página que ya usa para {programme}, o escriba la dirección de su tarjeta, e introduzca allí el código.',
    shortCheck: 'Código {code}: escríbalo en la página que ya usa para {programme}.',
    spokenHello: 'Le llama {programme}, con un aviso para usted.',
    spokenCode: 'El código de este aviso es {spelled}. Puede comprobarlo en la página que ya usa para {programme}.',
    spokenKey: 'Marque el 1 para decir que lo ha oído.',
    whyHere: 'Le escribimos a esta dirección porque puede que otra persona esté leyendo la otra.',
    mayBeWrong: 'Podemos equivocarnos. Si sabe que el correo es honesto, díganoslo.',
    ask: 'Pregunte a una persona: {contact}',
    askNobodyNamed: 'Pregunte a la persona que le invitó a {programme}.',
    neverAsk: 'Nunca le pedimos una contraseña, un código de su teléfono ni dinero.',
  },
  told: {
    subject: '{level}: un aviso de {programme}',
    opening: '{level}: alguien intenta engañar a {person} en un buzón personal.',
    didNot: 'Nada indica que alguien haya entrado.',
    says: 'Ocurrió el {when}. {person} ya lo sabe, y nos permitió decirle que ocurrió. No le decimos qué decía el correo.',
  },
  firstLook: {
    subject: 'La primera revisión de {programme}',
    nothing:
      '{examined, plural, =0 {Todo en calma: no hay correos antiguos en su {mailbox} ({masked}).} one {Todo en calma: revisamos # correo antiguo de su {mailbox} ({masked}) y no intenta engañarle.} other {Todo en calma: revisamos # correos antiguos de su {mailbox} ({masked}) y no hallamos ninguno que intente engañarle.}}',
    something:
      'Objetivo de un ataque: de {examined, plural, one {# correo antiguo} other {# correos antiguos}} de su {mailbox} ({masked}), encontramos {messages, number} con una trampa.',
    didNot: 'Nada indica que alguien haya entrado.',
    line: '{messages, number} × {title}',
    goesOn: 'Desde ahora le avisamos aquí de cada uno nuevo.',
  },
  digest: {
    subject: 'Su semana con {programme}',
    says: 'Objetivo de un ataque: {messages, plural, one {# correo más intentó engañarle desde el {when}. No era urgente;} other {# correos más intentaron engañarle desde el {when}. Ninguno era urgente;}} por eso no le interrumpimos.',
    didNot: 'Nada indica que alguien haya entrado.',
    line: '{messages, number} × {title}',
    shown: 'La página que ya usa muestra cada uno.',
    written: 'Hay {notices, plural, one {# aviso nuestro} other {# avisos nuestros}} para usted en la página que ya usa.',
  },
  composed: {
    opening: '{level}: {headline}',
    onlyEnglish: 'Solo pudimos escribir esto en inglés.',
  },
  reminder: {
    subject: 'Recordatorio: {subject}',
    says: 'Le recordamos nuestro aviso del {when}. Es el mismo aviso, con el mismo código.',
    stillToDo: 'Qué falta',
  },
  actions: actionsEs,
  code: {
    signInSubject: 'Su código para {programme}: {code}',
    signIn: '{code} es su código para entrar en {programme}.',
    proveSubject: 'Su código para {programme}: {code}',
    prove: '{code} es el código que demuestra a {programme} que esta dirección es suya.',
    confirm: '{code} es su código para mostrar a {programme} que es usted.',
    lives: 'Escríbalo en la página donde lo pidió. Sirve durante diez minutos, una vez.',
    notYou: '¿No lo pidió usted? Entonces no haga nada. No se lo diga a nadie, tampoco a nosotros.',
  },
  phoneCode: {
    says: '{code} es su código de {programme}. Escríbalo en la página donde lo pidió. Sirve durante diez minutos. ¿No lo pidió usted? Entonces no haga nada y no se lo diga a nadie.',
    spoken: [
      'Hola. Le habla {programme}.',
      'Sus seis cifras son: {spelled}.',
      'Otra vez: {spelled}.',
      '¿No las pidió usted? Entonces cuelgue y no se las diga a nadie.',
    ],
  },
  news: {
    subject: 'Su entrada a {programme}',
    waySubject: 'Cómo le avisa {programme}',
    says: {
      'passkey-added': 'Se añadió una llave de acceso a su cuenta en {programme}. Quien la tenga puede entrar como usted.',
      'passkey-removed':
        'Se quitó una llave de acceso de su cuenta en {programme}. Cualquier otra persona que hubiera entrado como usted queda fuera.',
      'app-added': 'Se añadió a su cuenta en {programme} una aplicación que muestra códigos.',
      'app-removed':
        'Se quitó de su cuenta en {programme} una aplicación que muestra códigos. Cualquier otra persona que hubiera entrado como usted queda fuera.',
      'recovery-codes-made': 'Se crearon nuevos códigos de recuperación para su cuenta en {programme}. Los anteriores ya no sirven.',
      'recovery-code-used':
        'Alguien usó uno de sus códigos de recuperación en {programme}. Cualquier otra persona que hubiera entrado como usted queda fuera.',
      'second-step-failed':
        'Alguien leyó un código que le enviamos por correo y luego no pudo mostrar que es usted. No entró en {programme}.',
      'address-added': 'Se demostró otra dirección suya en {programme}. Desde ahora pueden enviarse a ella códigos para entrar.',
      'address-removed': 'Se quitó una dirección de su cuenta en {programme}. Ya no se envía nada a ella.',
      'way-added':
        'Se añadió en {programme} una forma nueva de avisarle: un teléfono o un navegador. Desde ahora los avisos llegan también allí.',
      'way-removed': 'Se quitó en {programme} una forma de avisarle: un teléfono o un navegador. Ya no se envía nada allí.',
      'provider-bound':
        'Su cuenta en {programme} se vinculó a una entrada del equipo en otra parte. Desde ahora, esa entrada abre su cuenta.',
      'provider-unbound':
        'Su cuenta en {programme} ya no está vinculada a una entrada del equipo en otra parte. Se cerró la sesión de quien había entrado con ella.',
      'recovery-vouched':
        'Alguien dice que usted perdió todas las entradas a su cuenta en {programme}, y una persona respondió de que es usted. Falta que una segunda esté de acuerdo.',
      'recovery-opens':
        'Dos personas respondieron de que usted perdió todas las entradas a su cuenta en {programme}. Tras una espera se abre una entrada nueva para quien reciba de ellas un código.',
      'recovery-stopped': 'La nueva entrada a su cuenta en {programme} se detuvo. Nadie entra por ella.',
      'recovery-done':
        'Dos personas respondieron por usted, y entró en {programme} por una vía nueva. Las llaves, aplicaciones y códigos en papel de antes están quitados.',
    },
    stop: '¿No es usted quien las perdió? Entonces deténgalo: abra la página que ya usa para {programme}, elija «¿Perdió todas las entradas?» donde entra, luego «Detenerlo», y escriba este código:\n\n  {code}',
    notYou:
      '¿Fue usted? Entonces no haga nada. Si no, quizá alguien lee su correo: entre en {programme} y cierre lo que no conozca, o llame a la persona que le invitó.',
  },
  application: {
    subject: 'Su solicitud a {programme}',
    accepted: '{organisation} ha sido admitida en {programme}.',
    acceptedNext: 'Cada una de las dos personas administradoras que indicó recibe su propia carta, con un enlace para entrar.',
    refused: '{organisation} no ha sido admitida en {programme}.',
    refusedNext:
      'Los motivos están junto a su solicitud: abra la página donde la presentó y elija «Seguir con una solicitud». Puede volver a presentarla cuando algo haya cambiado.',
  },
  membership: {
    'ends-soon': {
      subject: 'Su tiempo en {organisation} termina pronto',
      says: 'Su parte en {organisation} dentro de {programme} termina el {day}. Entonces dejamos de leer allí su buzón de trabajo y borramos su contraseña.',
      next: 'Lo suyo sigue siendo suyo: sus direcciones personales, lo que permitió y su entrada. ¿El día no es correcto? Pida a la administración de {organisation} que lo cambie.',
    },
    ended: {
      subject: 'Su tiempo en {organisation} ha terminado',
      says: 'Su parte en {organisation} dentro de {programme} terminó tras el {day}. Ya no leemos allí su buzón de trabajo, y su contraseña está borrada.',
      next: 'Lo suyo sigue siendo suyo, y puede seguir con ello por su cuenta: entre como antes. ¿Es un error? La administración de {organisation} puede recuperarle durante 30 días.',
    },
    'season-over': {
      subject: 'La temporada de {organisation} ha terminado',
      says: 'La temporada de {organisation} en {programme} terminó el {day}. Todo sigue como antes hasta que ustedes digan otra cosa.',
      next: 'Abra la página de su organización y elija «Días de elecciones»: allí siguen con un nuevo día, o se despiden.',
    },
  },
  webhook: {
    subject: 'Ya no se envía nada a una de sus direcciones',
    says: 'Enviamos a {host} las novedades de quién entra en su organización, como lo dispuso alguien de ustedes. Ya no las recibe, así que hemos parado.',
    next: 'Abra la página de su organización y elija «Adónde van las novedades». Allí se ve lo que respondió, y se vuelve a empezar.',
  },
  invitation: {
    subject: '{organisation} le invita a {programme}',
    says: '{inviter} le invita a {programme}. Vigila los buzones de {organisation} para hallar correos que intentan engañar, y avisa a cada persona con palabras sencillas.',
    phrase: 'Sus tres palabras: {phrase}. {inviter} se las dijo, o puede decírselas.',
    address: 'Para participar, abra esta dirección en su navegador:',
    lives: 'Sirve durante tres días, una vez, y es solo suya.',
    doubt: '¿Son otras palabras, o algo le extraña? Pregunte a {inviter} en persona o por teléfono antes de abrirla.',
  },
  heartbeat: {
    subject: 'Correo de prueba {label} {token}',
    says: 'Este es un correo de prueba de {programme}, que usted permitió. No hay nada que hacer, y puede borrarlo. Una regla de su buzón nos lo reenvía, y así sabemos que la regla funciona.',
  },
  blind: {
    subject: 'Un correo de prueba de {programme} no volvió',
    says: 'Un correo de prueba a una de sus cuentas personales no volvió. Puede que ya no veamos cuándo le escribe su proveedor. Nada indica que haya pasado algo.',
    next: 'Cuando tenga un momento tranquilo, abra la página que ya usa para {programme}. Elija esa cuenta y repase los pasos. Escribimos sobre esto solo una vez.',
  },
  report: {
    subject: 'El correo que envió a {programme}',
    verdict: {
      dangerous: 'Peligroso: el correo que nos envió intenta engañarle. Hizo bien en enviarlo.',
      careful: 'Cuidado: no estamos seguros del correo que nos envió. Una persona lo va a mirar.',
      fine: 'Bien: no hallamos nada malo en el correo que nos envió.',
    },
    steps: {
      dangerous: ['No lo responda ni abra nada de lo que trae.', 'Bórrelo.', 'Si ya hizo lo que pide, díganoslo hoy.'],
      careful: ['Por ahora no haga nada de lo que pide.', 'Pregunte al remitente en un número que usted ya tenga.'],
      fine: ['Puede usarlo como siempre.', 'Si aún le parece raro, pregunte al remitente en un número que usted ya tenga.'],
    },
    why: 'Por qué lo decimos',
    looked: 'Qué miramos',
    thanks: 'Gracias por enviarlo. Un aviso protege a todos los que le rodean.',
  },
  greeting: 'Hola, {name}:',
}
