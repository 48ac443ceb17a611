/** How a secret address is set up at each provider, in words: nothing to follow, only where to look. */
import type { Sight, WatchingSeen } from '../deps/providers.ts'
import type { Words } from '../wording/words.ts'

export function watchSteps(words: Words, { provider, providerName, senders }: Sight, watching: WatchingSeen): readonly string[] {
  const { address: watch, label, way } = watching
  if (way === 'contact') {
    const where =
      provider === 'microsoft' ? words.say('steps.contact-microsoft') : words.say('steps.contact-other', { provider: providerName })
    return [where, words.say('steps.contact-enter', { watch }), words.say('steps.contact-code')]
  }
  if (provider === 'google')
    return [
      words.say('steps.google-1'),
      words.say('steps.google-2', { watch }),
      words.say('steps.google-3'),
      words.say('steps.google-4', { filter: `from:${senders} OR subject:${label}` }),
      words.say('steps.google-5'),
      words.say('steps.test'),
    ]
  if (provider === 'microsoft')
    return [
      words.say('steps.microsoft-1'),
      words.say('steps.microsoft-2'),
      words.say('steps.microsoft-3', { watch }),
      words.say('steps.microsoft-4', { label }),
      words.say('steps.test'),
    ]
  return [
    words.say('steps.other-1'),
    words.say('steps.other-2', { senders, watch }),
    words.say('steps.other-3', { label }),
    words.say('steps.test'),
  ]
}
