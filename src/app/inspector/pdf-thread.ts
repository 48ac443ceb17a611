/** The thread that reads PDFs. It may be killed at any moment: it keeps nothing, and is told of one PDF at a time. */
import { z } from 'zod'
import { answerTasks } from '#threads'
import { readPdf } from './read-pdf.ts'

answerTasks(() => (task) => readPdf(z.instanceof(Uint8Array).parse(task)))
