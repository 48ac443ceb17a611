/** An inspector for which the programme itself is known to every reader: a mail that poses as it is judged as such in every mailbox. */
import { ownNames, type Sender } from '#notify'
import type { Inspector } from '../inspector/index.ts'

export const withOwnNames = (sender: () => Promise<Sender>, inspector: Inspector): Inspector => ({
  ...inspector,
  inspect: async (bytes, context, options) => {
    const own = ownNames(await sender())
    if (own.domains.length === 0) return inspector.inspect(bytes, context, options)
    const circle = { ...context.circle, vendors: [own, ...context.circle.vendors] }
    return inspector.inspect(bytes, { ...context, circle }, options)
  },
})
