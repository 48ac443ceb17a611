/** How each action is said. `{blanks}` are filled by fill.ts; no sentence names an address, a link or a product's page. */
import type { ActionId } from '../actions/catalogue.ts'
import type { MenuHouse } from '../actions/menus.ts'

/** Actions that are done in the menus of the mailbox's house. */
export type MenuAction = 'end-sessions' | 'change-password' | 'remove-rules' | 'remove-app'

export type ActionWords = {
  /** Imperative, one sentence or two; what a trick advises is said by its rule. */
  readonly does: Readonly<Record<Exclude<ActionId, 'as-advised'>, string>>
  /** Where in the menus. */
  readonly where: Readonly<Record<MenuAction, Readonly<Record<MenuHouse, string>>>>
  /** Where on the programme's own page. */
  readonly here: Readonly<Record<'add-passkey' | 'look-through', string>>
  readonly minutes: string
  /** What it changes, and the way back. */
  readonly undo: Readonly<Record<MenuAction | 'add-passkey' | 'look-through' | 'ask-them', string>>
}
