/** What lies in an archive, by the names, which a lock does not hide. */
import type { Attachment } from '../message.ts'

const paper = /\.(?:pdf|xlsx|docx|pptx|csv|txt|odt|ods|jpe?g|png|heic|mp[34]|wav)$|\/$/i

/** Nothing but what a person reads, looks at or listens to. */
export const holdsOnlyPapers = ({ inside }: Attachment): boolean => inside.length > 0 && inside.every((name) => paper.test(name))

const picture = /\.(?:txt|jpe?g|png|heic|gif|mp[34]|wav)$|\/$/i

/** Nothing but pictures, sounds and plain text, which lead nowhere. */
export const holdsOnlyPictures = ({ inside }: Attachment): boolean => inside.length > 0 && inside.every((name) => picture.test(name))
