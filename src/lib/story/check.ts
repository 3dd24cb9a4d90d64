/**
 * Checks the rules between the values of a story: ids, languages, dates. Works on whatever entries could be read, and
 * reports nothing where another problem already explains what is missing.
 */
import { checkActors } from './checkActors.ts';
import { checkClaims } from './checkClaims.ts';
import { checkFigures } from './checkFigures.ts';
import { checkHead } from './checkHead.ts';
import { checkIds } from './checkIds.ts';
import { checkLanguages } from './checkLanguages.ts';
import { checkPlaceholders } from './checkPlaceholders.ts';
import { checkQuotes } from './checkQuotes.ts';
import { checkScenes } from './checkScenes.ts';
import type { Entries, LineOf, Report } from './entries.ts';

export function checkStory(entries: Entries, report: Report, lineOf: LineOf): void {
	const suggested = checkIds(entries, report, lineOf);
	checkLanguages(entries, report);
	checkHead(entries, report);
	checkClaims(entries, report);
	checkPlaceholders(entries, report);
	checkActors(entries, report);
	checkQuotes(entries, report);
	checkFigures(entries, report, lineOf);
	checkScenes(entries, suggested, report);
}
