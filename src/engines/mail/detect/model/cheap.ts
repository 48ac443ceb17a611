/** What anybody can write in a mail for nothing: concepts, intents and marks that the fitted model is not shown. */
export const cheap: ReadonlySet<string> = new Set([
  'warning', 'smallPrint', 'unsubscribe', 'isAnswer', 'inThread', 'noHurry', 'spared', 'othersKnow', 'checkElsewhere',
]) // biome-ignore format: a list
