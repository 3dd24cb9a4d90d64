/** Reports that code hosts show beside the lines of a change: SARIF 2.1.0, and GitHub’s workflow commands. */
import { isOpen, type Finding, type Report } from './finding.ts';
import { oneLine, short, type StoryPlace } from './report.ts';

/** Findings that somebody has to look at, each an error or a note. */
const open = ({ findings }: Report) =>
	findings
		.filter(({ verdict }) => isOpen(verdict))
		.map((finding) => ({ finding, level: finding.verdict === 'missing' ? 'error' : 'note' }));

const sentence = ({ value, message, claim }: Finding) =>
	`${value ? `“${short(oneLine(value), 80)}”` : claim}: ${message ?? 'not found in what is cited'}`;

/**
 * SARIF 2.1.0 (OASIS): one result for each claim that is not found (error) or that a person has to judge (note).
 * @param files path of each source by its id; where a claim stands in one, or nearly, is a related location
 */
export function toSarif(report: Report, place: StoryPlace, files: ReadonlyMap<string, string>): string {
	const physical = (file: string, startLine: number, startColumn: number) => ({
		physicalLocation: {
			artifactLocation: { uri: file.split(/[\\/]/).map(encodeURIComponent).join('/') },
			region: { startLine, startColumn }
		}
	});
	const found = open(report);
	const results = found.map(({ finding, level }) => {
		const { file, line, column } = place(finding);
		const { source, place: there } = finding;
		const text = source && files.get(source);
		return {
			ruleId: finding.aspect,
			level,
			message: { text: sentence(finding) },
			locations: [{ ...physical(file, line, column), logicalLocations: [{ fullyQualifiedName: finding.claim }] }],
			...(text && there && { relatedLocations: [physical(text, there.line, there.column)] })
		};
	});
	const rules = [...new Set(found.map(({ finding }) => finding.aspect))].map((id) => ({ id }));
	const driver = { name: 'throughline verify', rules };
	const runs = [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }];
	return JSON.stringify(
		{ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs },
		null,
		'\t'
	);
}

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Workflow commands, one a line: GitHub shows them beside the story’s files. */
export function toGithub(report: Report, place: StoryPlace): string {
	return open(report)
		.map(({ finding, level }) => {
			const { file, line, column } = place(finding);
			const command = level === 'error' ? 'error' : 'notice';
			const at = `file=${property(file)},line=${line},col=${column},title=${property(finding.claim)}`;
			return `::${command} ${at}::${data(sentence(finding))}`;
		})
		.join('\n');
}
