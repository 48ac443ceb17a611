/** What mail programs turn into something that can be tapped, for tests that forbid it. */

const patterns = [
  /\b[a-z][a-z0-9+.-]*:\/\/\S*/giu,
  /\b(?:mailto|tel|sms|javascript|data|skype|facetime|ms-word):\S*/giu,
  /\bwww\.\S+/giu,
  /[^\s@]+@[^\s@]+\.[^\s@]+/giu,
  // A bare domain: a label, a dot of any script, and letters.
  /[\p{L}\p{M}\p{N}\p{So}][\p{L}\p{M}\p{N}\p{So}-]*[.。．｡](?:[\p{L}]{2,}|\p{So})/giu,
  /\b\d{1,3}(?:\.\d{1,3}){3}\b/gu,
  /\+?\d[\d\s().-]{7,}\d/gu,
]

/** Every piece of `text` that could become a link; those that `allowed` contains are left out. */
export const linkable = (text: string, allowed: readonly string[] = []): readonly string[] =>
  patterns
    .flatMap((pattern) => [...text.matchAll(pattern)].map(([found]) => found))
    .filter((found) => !allowed.some((one) => one.includes(found)))
