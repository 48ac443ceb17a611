/** The channels that are not mail or push, each a file. */
import type { Channel } from './channel.ts'
import type { ChannelDeps } from './deps.ts'
import { matrixChannel } from './matrix.ts'
import { signalChannel } from './signal.ts'
import { slackChannel } from './slack.ts'
import { smsChannel } from './sms.ts'
import { teamsChannel } from './teams.ts'
import { voiceChannel } from './voice.ts'
import { webhookChannel } from './webhook.ts'

/** All of them, set up or not. Whoever opens them closes each. */
export const openChannels = (deps: ChannelDeps): readonly Channel[] => [
  smsChannel(deps),
  voiceChannel(deps),
  signalChannel(deps),
  matrixChannel(deps),
  slackChannel(deps),
  teamsChannel(deps),
  webhookChannel(deps),
]
