/** The mail engine: bytes of a mail in, findings out. Reads no file, asks no network, keeps no state. */
export type { Circle, FileReaders, InspectContext, PdfReading, Resolver } from './context.ts'
export { circleSchema, nobody } from './context.ts'
export { rules } from './detect/rules/index.ts'
export { greyPicture } from './files/bitmap.ts'
export type { Inspection } from './inspect.ts'
export { inspect } from './inspect.ts'
export { adviseIn, sayIn, titleOf, weightInWords } from './say.ts'
export { stoppedInspection } from './stopped-inspection.ts'
