/** Takes reports apart in a thread of its own: what is forwarded to us was written to harm whoever reads it. */
export { openReportReader, type ReportReader } from './report-reader.ts'
