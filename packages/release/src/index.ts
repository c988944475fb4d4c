export { reportPublish, reportRehearse, reportVersion, type ReportContext } from './report.ts';
