/** The gateways of the invented programme of the pages' tests. */
import { refusal } from '#kernel'
import type { ChannelsDesk } from '#web'
import { channelForms, formNames } from '../../src/programme/notify/channels/forms.ts'

type Given = { readonly full: boolean; readonly note: (name: string, ...given: readonly unknown[]) => void }

export const inventedChannels = ({ full, note }: Given): ChannelsDesk => ({
  seen: async () =>
    formNames.map((form) => ({
      form,
      isSetUp: full && form !== 'smpp',
      values: full ? { url: 'http://127.0.0.1:13013/', sender: '1234', from: '+4915200000001' } : {},
      kept: full ? channelForms[form].filter(({ kind }) => kind === 'secret').map(({ name }) => name) : [],
    })),
  keep: async (who, { form, typed }) => {
    if (typed['url'] === 'not an address') throw refusal('channels-wrong', 'url: is a web address.', { facts: { field: 'url' } })
    note('channels.keep', who, form)
  },
  remove: async (who, form) => note('channels.remove', who, form),
  replyAddresses: async () => ({
    kannel: 'https://protect.example/heard/kannel-reply?from=%p&text=%a&secret=…',
    twilio: 'https://protect.example/heard/twilio-reply',
  }),
})
