/** The frame of every page, what goes wrong, and the pages that somebody reads before they are inside, in Spanish. Read aloud before it changes. */
import type { DoorKey } from './door-en.ts'

export const doorSpanish: Readonly<Record<DoorKey, string>> = {
  'frame.skip': 'Ir al contenido',
  'frame.main': 'Principal',
  'frame.home': 'Inicio',
  'frame.check': 'Comprobar un aviso',
  'frame.sign-in': 'Entrar',
  'frame.sign-out': 'Salir',
  'frame.organisation': 'Organización',
  'frame.security': 'Seguridad',
  'frame.privacy': 'Privacidad',
  'frame.help': 'Pregunte a una persona: {contact}',
  'frame.never': 'Nunca pedimos su contraseña por correo ni por teléfono, y ningún aviso nuestro le pide seguir un enlace.',
  'frame.language': 'Idioma',
  'frame.problem': 'Hay un problema',
  'frame.error-title': 'Problema: {title}',
  'frame.back': 'Volver',

  'level.targeted': 'Objetivo de un ataque',
  'level.attempt-blocked': 'Intento bloqueado',
  'level.possible-access': 'Posible acceso',
  'level.confirmed-access': 'Acceso confirmado',

  'error.not-found': 'Esta página no existe',
  'error.not-found-says': 'Puede que se haya quitado o que pertenezca a otra persona. Su cuenta está bien.',
  'error.refused': 'No se pudo hacer',
  'error.setback': 'Ahora mismo no podemos hacerlo',
  'error.setback-says': 'Algo que necesitamos no responde. No se ha perdido nada de lo que guardó. Espere un minuto e inténtelo de nuevo.',
  'error.defect': 'Es un error nuestro',
  'error.defect-says':
    'No pudimos mostrar esta página. No se ha perdido nada de lo que guardó. Si pide ayuda, diga esta referencia: {reference}.',
  'error.home': 'Ir al inicio',

  'refusal.other-site': 'Este formulario se envió desde otro sitio, así que no hicimos nada. Abra la página aquí e inténtelo de nuevo.',
  'refusal.form-too-big': 'Es más texto del que admite este formulario.',
  'refusal.not-a-form': 'Esta página solo admite formularios.',
  'refusal.wrong-code': 'No es el código que enviamos, o tiene más de 10 minutos. Mire el correo más reciente o pida un código nuevo.',
  'refusal.too-many-tries': 'Demasiados intentos por ahora. Espere una hora e inténtelo de nuevo.',
  'refusal.passkey-not-known': 'No conocemos esta llave de acceso. Use otra, o pida un código por correo.',
  'refusal.address-not-valid': 'Escriba una dirección de correo, como nombre@example.org.',
  'refusal.address-already-yours': 'Esta dirección ya está entre sus cuentas, o llega a un buzón que ya está. Escriba la de otro buzón.',
  'refusal.address-taken': 'Alguien de esta organización ya tiene esta dirección. Búsquelo en la lista.',
  'refusal.mail-not-set-up': 'El correo aún no está configurado, así que no podemos enviarlo. Copie el enlace.',
  'refusal.wrong-password':
    'El proveedor no aceptó esta dirección y contraseña. Muchos proveedores piden aquí una contraseña de aplicación.',
  'refusal.certificate-not-trusted':
    'El servidor de correo muestra un certificado que nadie avala, así que no enviamos su contraseña. Dígaselo a quien gestiona su correo.',
  'refusal.not-a-mail-server': 'Un buzón no se lee en {host}, puerto {port}. Use el puerto 993 o 143 de su servidor de correo.',
  'refusal.too-many-mailbox-tries':
    'Hubo demasiados intentos de abrir un buzón. Espere una hora y tenga a mano el servidor y la contraseña correctos.',
  'refusal.tls-required':
    'Este servidor no ofrece una conexión protegida, así que no enviamos su contraseña. Elija otra protección o dígaselo a quien gestiona su correo.',
  'refusal.too-many-connections': 'El proveedor dice que demasiados programas leen este buzón a la vez. Cierre uno e inténtelo de nuevo.',
  'refusal.app-password-needed':
    '{host} pide aquí una contraseña de aplicación, no la habitual. Cree una en la parte de seguridad de su cuenta de correo y escríbala.',
  'refusal.imap-turned-off':
    '{host} dice que IMAP está desactivado en este buzón. Actívelo en los ajustes de su cuenta de correo e inténtelo de nuevo.',
  'refusal.sign-in-expired': 'El permiso para leer este buzón ha caducado. Conéctelo de nuevo.',
  'refusal.unknown-host':
    'No hay ningún servidor de correo llamado {host}. Revise cómo está escrito o pregunte a quien configuró su correo.',
  'refusal.no-imap-here':
    '{host} no responde como servidor de correo en el puerto {port}. Revise los dos o pregunte a quien configuró su correo.',
  'refusal.certificate-of-another':
    'El servidor que responde como {host} muestra un certificado de otro nombre, así que no enviamos su contraseña. Dígaselo a quien gestiona su correo.',
  'refusal.certificate-expired':
    'El certificado de {host} no es válido hoy, así que no enviamos su contraseña. Dígaselo a quien gestiona su correo.',
  'refusal.server-slow': '{host} no respondió a tiempo. Revise el servidor y el puerto, o inténtelo dentro de unos minutos.',
  'refusal.server-unavailable': '{host} no puede atender este buzón ahora mismo. Inténtelo dentro de unos minutos.',
  'refusal.link-not-good': 'Este enlace ya se usó o tiene más de tres días. Pida uno nuevo a quien se lo envió.',
  'refusal.passkey-not-made': 'No se pudo comprobar la llave de acceso, así que no se guardó. Inténtelo de nuevo con el mismo dispositivo.',
  'refusal.name-missing': 'Escriba un nombre de 200 letras como máximo.',
  'refusal.already-joined':
    'Esta persona ya participa y entra por sí misma. Un enlace nuevo podría dejar entrar a otra persona con su nombre.',
  'refusal.not-in-organisation': 'Usted no está en esta organización, así que no se le puede avisar.',
  'refusal.domain-not-valid': '«{domain}» no es un dominio de correo. Es la parte que va después de la @ de sus direcciones.',
  'refusal.conflict': 'Otra persona cambió esto hace un momento. Mírelo de nuevo e inténtelo otra vez.',

  'front.title': 'Protección para quienes sostienen una democracia',
  'front.lede': 'Vigilamos los buzones que cada persona nos pide vigilar y le decimos con palabras claras cuando alguien intenta entrar.',
  'front.check-title': '¿Recibió un aviso nuestro?',
  'front.check-says': 'Asegúrese de que es nuestro. No hace falta una cuenta.',
  'front.sign-in-says': 'Para quienes participan. La invitación viene de su organización.',
  'front.how': 'Cómo funciona',
  'front.how-1': 'Usted conecta un buzón. Leemos el correo nuevo y no guardamos nada, salvo que sea hostil.',
  'front.how-2': 'Cuando un correo intenta engañarle, se lo decimos en otra dirección, con palabras claras.',
  'front.how-3': 'Cada aviso lleva un código y ningún enlace. Escriba aquí el código para ver que es nuestro.',

  'check.title': '¿Es nuestro este aviso?',
  'check.lede': 'Escriba los 8 caracteres del aviso.',
  'check.label': 'Código',
  'check.hint': 'Por ejemplo 7KQ2-M9XT. No importan el guion ni las minúsculas.',
  'check.button': 'Comprobar',
  'check.genuine': 'Sí, este aviso es nuestro',
  'check.genuine-says': 'Lo enviamos el {when}. Su nivel es «{level}». Entre para leerlo aquí.',
  'check.unknown': 'No enviamos ningún aviso con este código',
  'check.unknown-says':
    'Compárelo otra vez con el aviso. Si es igual, el aviso no es nuestro: no haga nada de lo que pide y dígaselo a alguien de confianza.',
  'check.malformed': 'Un código tiene 8 letras y números. Lo que escribió tiene otra longitud.',
  'check.too-many':
    'Ha comprobado muchos códigos en poco tiempo. Espere {minutes} min e inténtelo de nuevo. Los demás pueden seguir comprobando los suyos.',
  'check.again': 'Comprobar otro código',

  'first.title': 'Poner en marcha el programa',
  'first.lede': 'Usted es la primera persona aquí. Este enlace sirve una vez y le nombra responsable del programa.',
  'first.name': 'Su nombre',
  'first.name-hint': 'Como lo escriben sus colegas.',
  'first.button': 'Continuar',
  'field.needed': 'Falta: {what}.',

  'join.title': '{organisation} le invita',
  'join.lede': '{inviter} le propone participar, {name}. Son unos cinco minutos.',
  'join.see': 'Qué miramos',
  'join.see-says': 'El correo nuevo del buzón que conecte, en busca de los trucos de los atacantes. Lo lee un programa, no una persona.',
  'join.never': 'Qué no ve nadie',
  'join.never-says': 'Su contraseña, nunca. El correo que no es hostil: no se guarda. Sus direcciones personales: solo las ve usted.',
  'join.organisation-sees': 'Qué ve su organización',
  'join.organisation-sees-says':
    'Que llegó un correo hostil al buzón de trabajo y si usted tiene protección. Nada de las cuentas personales si usted no lo permite.',
  'join.leave': 'Puede dejarlo cuando quiera y retirar cada permiso por separado.',
  'join.phrase': 'Sus tres palabras: {phrase}',
  'join.phrase-says': '{inviter} le dijo estas palabras, o puede decírselas. ¿Eran otras? Entonces pare aquí y llame a {inviter}.',
  'join.consent': 'He leído esto y quiero participar.',
  'join.consent-needed': 'Marque la casilla si quiere participar.',
  'join.name': 'Su nombre',
  'join.language': 'Idioma de sus avisos',
  'join.button': 'Participar',
  'join.address': 'Su dirección de trabajo: {address}',

  'sign-in.title': 'Entrar',
  'sign-in.passkey': 'Usar una llave de acceso',
  'sign-in.passkey-says': 'Su huella, su cara o la llave de su llavero. No hay que escribir nada.',
  'sign-in.or': '¿No tiene a mano una llave de acceso?',
  'sign-in.address': 'Dirección de correo',
  'sign-in.address-hint': 'Le enviamos seis cifras, si es una de sus direcciones confirmadas.',
  'sign-in.send': 'Enviarme un código',
  'sign-in.code-title': 'Mire su correo',
  'sign-in.code-lede': 'Si {address} es de alguien que participa, le llegarán seis cifras. Sirven durante 10 minutos.',
  'sign-in.code': 'Seis cifras',
  'sign-in.code-button': 'Entrar',
  'sign-in.code-again': 'Usar otra dirección',
  'sign-in.passkey-failed': 'No se usó ninguna llave de acceso. Inténtelo de nuevo o pida un código por correo.',
}
