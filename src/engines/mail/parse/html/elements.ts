/** What HTML says of its elements, as far as a walk must know: which end by themselves, which end others, and whose content is no markup. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Elements without content (§13.1.2, and the old ones). */
export const voids = words('area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr')

/** Elements whose content is text up to their own end tag (§13.2.5.2 to 13.2.5.5). */
export const rawTexts = words('iframe noembed noframes plaintext script style textarea title xmp')

/** Of these, entities are read in two. */
export const withEntities = words('textarea title')

const forms = words('input option optgroup select button datalist textarea')
const paragraph = words('p')
const headings = words('h1 h2 h3 h4 h5 h6 p')
const sections = words('thead tbody')
const definitions = words('dd dt')
const rubies = words('rt rp')

/** What an opening tag ends where it stands right within it: `<li>` ends the item before. */
export const ends: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['tr', words('tr th td')],
  ['th', words('th')],
  ['td', words('thead th td')],
  ['body', words('head link script')],
  ['a', words('a')],
  ['li', words('li')],
  ['option', words('option')],
  ['optgroup', words('optgroup option')],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, headings] as const),
  ...['select', 'input', 'output', 'button', 'datalist', 'textarea'].map((name) => [name, forms] as const),
  ...['dd', 'dt'].map((name) => [name, definitions] as const),
  ...['rt', 'rp'].map((name) => [name, rubies] as const),
  ...['tbody', 'tfoot'].map((name) => [name, sections] as const),
  ...[
    ...words(
      'p address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section table ul',
    ),
  ].map((name) => [name, paragraph] as const),
])

/** Drawings and formulas follow rules of their own: `<path/>` ends itself there. */
export const foreign = words('svg math')
/** Elements within them whose content is HTML again; in drawings `foreignobject` is one too. */
export const homely = words('mi mo mn ms mtext annotation-xml desc title')
