/** The web pages in a mail that is attached to a mail: whoever opens the one opens the other. */
import PostalMime, { type Attachment } from 'postal-mime'

const limits = { bytes: 2_000_000, pages: 5 }
const page = /^(?:text\/html|image\/svg\+xml|application\/xhtml\+xml)$|\.(?:s?html?|xhtml|xht|svg|mht|hta)$/i

/** Its attached pages; none when the mail cannot be read. */
export async function pagesInMail(content: Uint8Array): Promise<readonly Attachment[]> {
  if (content.byteLength > limits.bytes) return []
  try {
    const { attachments } = await PostalMime.parse(content, { maxNestingDepth: 20, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 2 })
    return attachments
      .filter((one) => one.disposition !== 'inline' && (page.test(one.mimeType) || page.test(one.filename ?? '')))
      .slice(0, limits.pages)
  } catch {
    return []
  }
}
