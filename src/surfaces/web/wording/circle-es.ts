/** The page where an organisation's circle is kept, in Spanish. Read aloud before it changes. */
import type { circleEnglish } from './circle-en.ts'

export const circleSpanish: Readonly<Record<keyof typeof circleEnglish, string>> = {
  'circle.title': 'Nombres que proteger',
  'circle.lede':
    'Se reconocen los correos que se hacen pasar por estas personas y casas: por el nombre, por la dirección y por dominios parecidos.',
  'circle.one-a-line': 'Uno por línea.',
  'circle.leaders': 'Dirigentes y otras personas conocidas',
  'circle.leaders-hint':
    'Personas sin buzón aquí cuyo nombre pesa. Nombre (cargo): sus direcciones, p. ej. Elena Brandt (candidata): elena@brandt.example. Su propia gente ya se conoce.',
  'circle.vendors': 'Proveedores',
  'circle.vendors-hint': 'Quién les envía facturas y archivos. Nombre: dominios, p. ej. Print House: printhouse.example.',
  'circle.brands': 'Otros nombres',
  'circle.brands-hint':
    'Campañas, plataformas de donaciones, organismos con los que tratan. Un nombre que todos conocen no necesita dominio.',
  'circle.country': 'País (dos letras, puede quedar vacío)',
  'circle.country-hint': 'Decide qué organismos públicos son cercanos: US, GB, DE, ES …',
  'circle.keep': 'Guardar estos nombres',
  'circle.carry': 'Llevar y traer',
  'circle.carry-says':
    'El archivo org.json lo contiene todo, con su gente y sus direcciones de trabajo. Puede darse a otro programa, o al examen de correos en archivos.',
  'circle.export': 'Guardar org.json',
  'circle.import': 'Pegue un org.json',
  'circle.import-hint':
    'Sus nombres se unen a los de arriba; un nombre que ya está toma los dominios nuevos. Las personas del archivo que aquí no son nadie se unen a los dirigentes.',
  'circle.import-button': 'Añadir sus nombres',
  'circle.back': 'Volver a la organización',
  'done.circle-kept': 'Los nombres están guardados. Los correos que lleguen desde ahora se juzgan con ellos.',
  'done.circle-imported': 'Los nombres del archivo están añadidos.',
  'refusal.country-not-valid': 'Un país son dos letras, como US, GB, DE o ES. Puede quedar vacío.',
  'refusal.circle-too-long':
    'Una lista puede tener 500 nombres; cada uno necesita un nombre de 200 letras como mucho, y 50 dominios o direcciones como mucho.',
  'refusal.unreadable-organisation': 'Este org.json no se puede leer. Mire este lugar: {place}',
}
