/** The operator's gateways, as the pages need them. */
import type { Staff } from '#kernel'
import type { ChannelForm, ChannelFormSeen } from '#notify'

export { type ChannelField, type ChannelForm, type ChannelFormSeen, channelForms, formNames } from '#notify'

export type ChannelsDesk = {
  /** Each form with what it holds; no secret is among it. */
  readonly seen: (who: Staff) => Promise<readonly ChannelFormSeen[]>
  /** Refusal `channels-wrong`, with the fact `field`. An empty secret keeps the old one. */
  readonly keep: (who: Staff, kept: { readonly form: ChannelForm; readonly typed: Readonly<Record<string, string>> }) => Promise<void>
  readonly remove: (who: Staff, form: ChannelForm) => Promise<void>
  /** Where gateways bring what people write back: to be entered there. */
  readonly replyAddresses: () => Promise<{ readonly kannel: string; readonly twilio: string }>
}
