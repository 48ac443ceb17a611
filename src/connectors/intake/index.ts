/** Intake: receives what people report and what bounces, over SMTP. */
export { type AnswerTo, mayAnswer, type Resolve } from './may-answer.ts'
export type { Dsn, DsnRecipient } from './read-dsn.ts'
export { openReport, type SpooledReport } from './spool.ts'
export { type Intake, type IntakeOptions, startIntake } from './start-intake.ts'
export { type UnpackedMessage, type UnpackedReport, unpackReport } from './unpack-report.ts'
export { readWatched, type WatchedMail } from './watched.ts'
