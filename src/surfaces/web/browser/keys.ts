/** Keys on the desk's pages: j and k walk the rows, Enter opens one, / searches, ? lists the keys. Each has a way without the keyboard too. */
const rows = [...document.querySelectorAll<HTMLTableRowElement>('main table tbody tr')].filter((row) => row.querySelector('a'))
let chosen = -1

const choose = (index: number) => {
  rows[chosen]?.classList.remove('chosen')
  chosen = Math.max(0, Math.min(rows.length - 1, index))
  const row = rows[chosen]
  row?.classList.add('chosen')
  row?.querySelector('a')?.focus()
  row?.scrollIntoView({ block: 'nearest' })
}

const toggleHelp = () => {
  const help = document.querySelector<HTMLDetailsElement>('#keys')
  if (!help) return
  help.open = !help.open
  if (help.open) help.scrollIntoView({ block: 'nearest' })
}

const keys: Readonly<Record<string, () => void>> = {
  j: () => choose(chosen + 1),
  k: () => choose(chosen - 1),
  '/': () => document.querySelector<HTMLInputElement>('#search')?.focus(),
  '?': toggleHelp,
}

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && target.closest('input, textarea, select') !== null

addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && event.target instanceof HTMLElement && isTyping(event.target)) return event.target.blur()
  const act = keys[event.key]
  if (!act || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  act()
})
