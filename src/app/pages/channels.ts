/** The operator's gateways, for the pages. */
import { callbackPaths, formsSeen, openChannelSettings, withForm, withoutForm } from '#notify'
import type { ChannelsDesk } from '#web'
import type { House } from '../house.ts'

export function channelsOf(house: Pick<House, 'storage' | 'vault' | 'clock' | 'settings'>): ChannelsDesk {
  const channels = openChannelSettings(house)
  const at = async (path: string) => new URL(path, (await house.settings.read()).publicAddress).href
  return {
    seen: async () => formsSeen(await channels.read()),
    keep: async (who, { form, typed }) => {
      await channels.save(who, withForm(await channels.read(), form, typed))
    },
    remove: async (who, form) => {
      await channels.save(who, withoutForm(await channels.read(), form))
    },
    replyAddresses: async () => ({
      // Kannel fills in the number and the text; whoever sets it up puts the secret there, which is not shown again.
      kannel: `${await at(callbackPaths['kannel-reply'])}?from=%p&text=%a&secret=…`,
      twilio: await at(callbackPaths['twilio-reply']),
    }),
  }
}
