/**
 * Which folders of a mailbox are watched: where new mail lands, where the
 * provider's own filter put it, and (where there is one) the folder that holds
 * everything, so that mail which a rule filed away is seen too; and what the
 * person sent, which is never judged but tells whom they know.
 */
import type { ListResponse } from 'imapflow'

export type SpecialUse = 'inbox' | 'junk' | 'all' | 'sent'
export type WatchedFolder = { readonly path: string; readonly specialUse: SpecialUse }

const uses: Readonly<Record<string, SpecialUse>> = { '\\Inbox': 'inbox', '\\Junk': 'junk', '\\All': 'all', '\\Sent': 'sent' }

// RFC 6154 attributes come first; a server without them is read by the names people see.
const names: readonly (readonly [SpecialUse, RegExp])[] = [
  ['junk', /^(junk|junk e-?mail|spam|bulk mail|correo no deseado|no deseado)$/i],
  ['all', /^(all mail|todos|archive all)$/i],
  [
    'sent',
    /^(sent|sent (items|mail|messages)|(elementos |mensajes )?enviados|(éléments |messages )?envoyés|gesendet|gesendete (elemente|objekte|nachrichten))$/i,
  ],
]

/** The watched folders of a listing, the inbox first; one folder a use. */
export function foldersToWatch(listed: readonly Pick<ListResponse, 'path' | 'name' | 'flags' | 'specialUse'>[]): readonly WatchedFolder[] {
  const selectable = listed.filter((folder) => !folder.flags.has('\\Noselect') && !folder.flags.has('\\NonExistent'))
  const find = (use: SpecialUse): WatchedFolder | undefined => {
    const byUse = selectable.find((folder) => uses[folder.specialUse ?? ''] === use)
    const byName = selectable.find((folder) => names.some(([named, pattern]) => named === use && pattern.test(folder.name)))
    const found = byUse ?? byName
    return found && { path: found.path, specialUse: use }
  }
  const inbox: WatchedFolder = find('inbox') ?? { path: 'INBOX', specialUse: 'inbox' }
  return [inbox, find('junk'), find('all'), find('sent')].filter((folder) => folder !== undefined)
}
