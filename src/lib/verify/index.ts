/**
 * A story against the text of its sources. Pure: give it both.
 *
 * @module throughline/verify
 */
export { verifyStory } from './verify.ts';
export { SourceText } from './source.ts';
export type { Finding, Report } from './finding.ts';
export { formatFinding, formatReport } from './report.ts';
export { asChecked, recordOf, staleness } from './record.ts';
