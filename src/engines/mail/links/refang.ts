/**
 * Undoes what reports, and we, do to addresses so that nobody follows them: `hxxps://evil[.]example` → `https://evil.example`. One for all who read
 * what people paste: the hunt, lists, indicators.
 */
export const refang = (text: string): string =>
  text
    .trim()
    .replace(/\bh[tx]{2}p(s?)(?=:|\[:)/gi, 'http$1')
    .replace(/\[:\/?\/?\]/g, (found) => found.slice(1, -1))
    .replace(/[[({]\s?\.\s?[\])}]/g, '.')
    .replace(/[[({]\s?@\s?[\])}]/g, '@')
    // As words only within an address: a subject may say “(at) noon”.
    .replace(/(?<=\S)[[({]\s?dot\s?[\])}](?=\S)/gi, '.')
    .replace(/(?<=\S)[[({]\s?at\s?[\])}](?=\S)/gi, '@')
    .replace(/\\\./g, '.')
