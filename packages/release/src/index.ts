export { reportPublish, reportVersion, type ReportContext } from './report.ts';
