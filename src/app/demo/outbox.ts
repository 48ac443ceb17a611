/** The letters that the demo's people got on their other addresses, newest first. */
import PostalMime from 'postal-mime'
import { before, paged, pageSize } from '#members'
import type { Letter, Outbox } from '#web'
import { players } from './cast.ts'
import type { PostOffice } from './post-office.ts'

const personal = players.flatMap((player) => player.personal ?? [])

export function outboxOf(post: PostOffice): Outbox {
  async function all(): Promise<readonly { readonly address: string; readonly name: string }[]> {
    const lists = await Promise.all(personal.map(async (address) => (await post.list(address)).map((name) => ({ address, name }))))
    return lists.flat().sort((one, other) => (one.name < other.name ? 1 : -1))
  }

  async function open({ address, name }: { readonly address: string; readonly name: string }): Promise<Letter> {
    const mail = await PostalMime.parse(await post.read(address, name))
    return {
      id: name,
      to: address,
      from: mail.from?.address ?? '',
      subject: mail.subject ?? '',
      at: new Date(Number(name.split('.')[0])),
      text: mail.text ?? '',
    }
  }

  return {
    letters: async ({ page }) => {
      const found = await all()
      const rows = await Promise.all(found.slice(before(page), before(page) + pageSize).map(open))
      return paged(rows, found.length, page)
    },
    letter: async (id) => {
      const found = (await all()).find(({ name }) => name === id)
      return found && open(found)
    },
  }
}
