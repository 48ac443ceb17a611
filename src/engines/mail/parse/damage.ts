/** What was wrong with a message's form. A mail broken on purpose is itself a finding. */
export type Damage = {
  readonly code: DamageCode
  /** One plain sentence. */
  readonly says: string
}

export type DamageCode =
  | 'too-large'
  | 'too-deep'
  | 'too-many-parts'
  | 'header-too-long'
  | 'broken-text'
  | 'torn-attachment'
  | 'bomb'
  | 'archive-too-deep'
  | 'broken-file'
  | 'no-sender'
  | 'broken-sender'
  | 'empty'
  | 'unreadable'
  | 'too-slow'
  | 'too-much-memory'

const sentences: Readonly<Record<DamageCode, string>> = {
  'too-large': 'The mail is larger than 35 MB; the rest was not read.',
  'too-deep': 'The mail nests its parts deeper than any honest program does; the innermost were not read.',
  'too-many-parts': 'The mail has more parts than any honest program makes; the rest was not read.',
  'header-too-long': 'The header is longer than any honest program makes it; the rest was not read.',
  'broken-text': 'The text holds bytes that are not letters in the character set it names.',
  'torn-attachment': 'An attachment breaks off or holds bytes that do not belong into it.',
  bomb: 'An attachment unpacks to far more than it weighs; the rest was not unpacked.',
  'archive-too-deep': 'An attachment packs archives into archives deeper than any honest sender does; the innermost were not opened.',
  'broken-file': 'An attachment is not built as its kind of file is; it was read as far as possible.',
  'no-sender': 'The mail names no sender.',
  'broken-sender': 'The From line is not written as any mail program writes it.',
  empty: 'The mail is empty.',
  unreadable: 'The mail could not be read as a mail.',
  'too-slow': 'Reading the mail took longer than allowed and was stopped.',
  'too-much-memory': 'Reading the mail took more memory than allowed and was stopped.',
}

export const damageOf = (code: DamageCode): Damage => ({ code, says: sentences[code] })
