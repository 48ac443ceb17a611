/** What became of notices: for whoever looks, and published. */

export const noticesEnglish = {
  'funnel.title': 'How notices do',
  'funnel.notices': '{count} notices',
  'funnel.step': 'Step',
  'funnel.people': 'People',
  'funnel.share': 'Share',
  'funnel.median': 'Half of them within',
  'funnel.told': 'Told',
  'funnel.seen': 'Seen',
  'funnel.verified': 'Found to be genuine',
  'funnel.understood': 'Acknowledged',
  'funnel.acted': 'All done',
  'published.title': 'What we told people',
  'published.lede':
    'How many notices we sent, month by month, and how far people got with them. The same for every party, and no count tells of a person.',
  'published.months': 'Notices by month',
  'published.month': 'Month',
  'published.mistaken': 'We were wrong',
  'published.none': 'No whole month is over yet. The first stands here when it is.',
  'published.few': 'Counts below five are not shown as numbers, so that they tell of nobody.',
  'published.fewer': 'fewer than 5',
  'notice.proof': 'Proof that you were told',
} as const
