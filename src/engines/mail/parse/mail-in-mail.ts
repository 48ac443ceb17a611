/** The web pages in a mail that is attached to a mail: whoever opens the one opens the other. */
import type { MimeFile } from './mime/email.ts'
import { parseMime } from './mime/parse-mime.ts'

const limits = { bytes: 2_000_000, pages: 5 }
const page = /^(?:text\/html|image\/svg\+xml|application\/xhtml\+xml)$|\.(?:s?html?|xhtml|xht|svg|mht|hta)$/i

/** Its attached pages; none of a mail that is too large. */
export const pagesInMail = (content: Uint8Array): readonly MimeFile[] =>
  content.byteLength > limits.bytes
    ? []
    : parseMime(content)
        .attachments.filter((one) => one.disposition !== 'inline' && (page.test(one.mimeType) || page.test(one.filename)))
        .slice(0, limits.pages)
