/** The page where an organisation's circle is kept, in English. Read aloud before it changes. */
export const circleEnglish = {
  'circle.title': 'Names to protect',
  'circle.lede': 'Mails that pose as these people and houses are recognised: by name, by address and by lookalike domains.',
  'circle.one-a-line': 'One a line.',
  'circle.leaders': 'Leaders and other known people',
  'circle.leaders-hint':
    'People without a mailbox here whose names carry weight. Name (role): their addresses, e.g. Elena Brandt (candidate): elena@brandt.example. Your own people are known already.',
  'circle.vendors': 'Vendors',
  'circle.vendors-hint': 'Who sends you invoices and files. Name: domains, e.g. Print House: printhouse.example.',
  'circle.brands': 'Other names',
  'circle.brands-hint': 'Campaigns, donation platforms, offices you deal with. A name that everybody knows needs no domain.',
  'circle.country': 'Country (two letters, may stay empty)',
  'circle.country-hint': 'Decides which public offices are near: US, GB, DE, ES …',
  'circle.keep': 'Keep these names',
  'circle.carry': 'Carry in and out',
  'circle.carry-says':
    'The file org.json holds all of it, with your people and their work addresses. It can be given to another programme, or to the scan of mails in files.',
  'circle.export': 'Save org.json',
  'circle.import': 'Paste an org.json',
  'circle.import-hint':
    'Its names join the ones above; a name that is there already takes the new domains. People of the file who are nobody’s here join the leaders.',
  'circle.import-button': 'Add its names',
  'circle.back': 'Back to the organisation',
  'done.circle-kept': 'The names are kept. Mails that arrive from now on are judged by them.',
  'done.circle-imported': 'The names of the file are added.',
  'refusal.country-not-valid': 'A country is two letters, such as US, GB, DE or ES. It may stay empty.',
  'refusal.circle-too-long': 'A list may hold 500 names; each needs a name of at most 200 letters, and at most 50 domains or addresses.',
  'refusal.unreadable-organisation': 'This org.json cannot be read. Look at this place in it: {place}',
}
