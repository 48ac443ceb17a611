/** How a person is told, for the pages: notify keeps it. */
import { openLimit, readDevice } from '#members'
import {
  addBrowser,
  addPhone,
  type ContactDeps,
  moveChannel,
  myWays,
  proveWay,
  removeWay,
  renewBrowser,
  sendDigits,
  setQuiet,
} from '#notify'
import type { HowTold } from '#web'
import { openChannels } from '../channels.ts'
import type { House } from '../house.ts'

export function howToldOf(house: House): HowTold {
  const channels = openChannels(house, { listens: false })
  // By person and by number: nobody makes a telephone ring all day, from whatever account.
  const limit = openLimit(house, 'contact-proof', { perMinute: 3, perHour: 8 })
  const deps: ContactDeps = { ...house.members, channels: channels.all, limit }
  return {
    mine: (who) => myWays(deps, who),
    pushKey: async () => (await channels.vapid()).publicKey,
    addPhone: (who, phone) => addPhone(deps, who, phone),
    sendDigits: (who, id) => sendDigits(deps, who, id),
    prove: (who, proof) => proveWay(deps, who, proof),
    addBrowser: (who, { subscription, userAgent }) => addBrowser(deps, who, { subscription, knownAs: nameOf(userAgent) }),
    renewBrowser: (who, renewed) => renewBrowser(deps, who, renewed),
    remove: (who, id) => removeWay(deps, who, id),
    move: async (who, moved) => moveChannel(deps, who, { ...moved, among: (await myWays(deps, who)).ways.map(({ channel }) => channel) }),
    setQuiet: (who, hours) => setQuiet(deps, who, hours),
  }
}

/** `Firefox, Windows` */
function nameOf(userAgent: string): string | undefined {
  const { browser, system } = readDevice(userAgent)
  const words = [browser, system].filter((word) => word !== null)
  return words.length === 0 ? undefined : words.join(', ')
}
