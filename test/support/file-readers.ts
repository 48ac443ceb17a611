/** The real readers of files, for tests that call the mail engine without a thread around it. Their time is not what those tests are about. */
import { createFileReaders } from '../../src/app/inspector/file-readers.ts'

const source = createFileReaders({ pdfMs: 20_000, pdfsMs: 60_000, codesMs: 60_000 })

export const fileReaders = source.forOneMail
