/** A un proveedor y de vuelta: demostrar un buzón, iniciar sesión. En español. */
import type { ElsewhereKey } from './elsewhere-en.ts'

export const elsewhereSpanish: Readonly<Record<ElsewhereKey, string>> = {
  'elsewhere.or': 'O sin el código',
  'elsewhere.says': 'Inicie sesión donde está este buzón. Sabremos que la dirección es suya, y nada más.',
  'elsewhere.at': 'Iniciar sesión en {provider}',
  'elsewhere.title': 'Ahora, a {provider}',
  'elsewhere.lede': 'Usted inicia sesión allí, y {provider} nos dice su dirección y nada más.',
  'elsewhere.go': 'Seguir a {provider}',
  'elsewhere.lost': 'Este inicio de sesión no llevó a nada',
  'elsewhere.said-no':
    'El inicio de sesión en {provider} no se terminó, y no cambió nada. Inténtelo otra vez o escriba el código que enviamos.',
  'elsewhere.wrong':
    'La respuesta de {provider} no era correcta, así que no la creímos. Inténtelo otra vez o escriba el código que enviamos.',
  'elsewhere.down': 'No se puede llegar a {provider} en este momento. Escriba el código que enviamos, o inténtelo dentro de unos minutos.',
  'elsewhere.other-account':
    'En {provider} usted inició sesión con otra dirección. Elija allí {address}, o escriba el código que enviamos.',
  'elsewhere.not-vouched': '{provider} no puede responder por {address}, porque este buzón no es suyo. Escriba el código que enviamos.',
  'refusal.answer-not-awaited': 'Esta respuesta ya se usó, o llegó después de diez minutos. No cambió nada. Empiece otra vez.',
  'refusal.another-browser':
    'Este inicio de sesión empezó en otro navegador, o lo empezó otra persona. Aquí no cambió nada. Empiece otra vez.',
  'refusal.provider-not-set-up': 'Iniciar sesión allí no está preparado para esta dirección. Escriba el código que enviamos.',
  'refusal.provider-not-reached': 'No se puede llegar a {host} en este momento. Use otro camino, o inténtelo dentro de unos minutos.',
  'by-provider.staff': 'Para el equipo',
  'by-provider.sign-in': 'Entrar como miembro del equipo con {provider}',
  'by-provider.away': 'Usted entra allí, y {provider} nos dice que es usted.',
  'by-provider.confirm': 'Confirmar con {provider}',
  'by-provider.title': 'Entrar con {provider}',
  'by-provider.lede':
    'Vincule una vez su entrada en {provider}. Desde entonces también abre su cuenta aquí. Su llave de acceso sigue sirviendo.',
  'by-provider.bind-says': 'Usted entra en {provider} una vez más y vuelve aquí.',
  'by-provider.bind': 'Vincular',
  'by-provider.bound': 'Vinculada {when}',
  'by-provider.unbind-says':
    'Se cierra la sesión de quien haya entrado así como usted, quizá también la suya. Use entonces su llave de acceso.',
  'by-provider.unbind': 'Desvincular',
  'by-provider.still-there': 'Quizá su sesión en {provider} siga abierta.',
  'by-provider.sign-out': 'Salir también de {provider}',
  'by-provider.out-lede': 'Aquí ya ha salido. {provider} pregunta si quiere salir también allí.',
  'by-provider.said-no': 'La entrada en {provider} no se terminó. Inténtelo otra vez o use su llave de acceso.',
  'by-provider.wrong':
    'La respuesta de {provider} no era correcta, así que no la creímos. Use su llave de acceso y avise a la dirección si vuelve a ocurrir.',
  'by-provider.down': 'No se puede llegar a {provider} en este momento. Use su llave de acceso, o inténtelo dentro de unos minutos.',
  'by-provider.not-set-up': 'El equipo ya no entra con un proveedor propio. Use su llave de acceso.',
  'by-provider.time-unknown':
    '{provider} no dijo cuándo entró usted allí, así que aquí no cuenta. Use su llave de acceso y avise a la dirección.',
  'by-provider.too-old': 'Su entrada en {provider} es demasiado antigua para esto. Salga de allí e inténtelo otra vez.',
  'by-provider.too-weak':
    'La forma en que entró en {provider} no es bastante segura para esto. Elija allí una más segura o use su llave de acceso.',
  'by-provider.not-known':
    'Esta entrada en {provider} no está vinculada a nadie que trabaje aquí para el programa. Use su llave de acceso y vincúlela después en «Seguridad».',
  'by-provider.not-free': 'Esta entrada en {provider} no se puede vincular a su cuenta. Pregunte a la dirección.',
  'by-provider.bound-already': 'Su cuenta ya está vinculada en {provider}. Para vincular otra entrada de allí, desvincule primero esta.',
  'by-provider.too-many': 'Demasiados intentos. Espere 10 minutos o use su llave de acceso.',
  'by-provider.again': 'Su sesión aquí terminó entretanto. Entre otra vez.',
  'security.provider': 'Entrada del equipo',
  'security.provider-says': 'La entrada que su equipo usa en otra parte, vinculada a su cuenta aquí.',
  'sessions.by-staff-provider': 'con la entrada del equipo',
  'done.provider-bound': 'Está vinculada. Desde ahora puede entrar aquí con ella.',
  'done.provider-unbound': 'Está desvinculada. Ya nadie entra aquí con ella.',
}
