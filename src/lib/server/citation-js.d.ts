/** What is used of citation-js, which ships no types. */
declare module '@citation-js/core' {
	class Cite {
		constructor(data: unknown);
		format(output: 'bibliography', options: { format: 'text'; template: string; lang: string }): string;
		format(output: 'data', options: { format: 'object' }): Record<string, unknown>[];
	}
	const core: { Cite: typeof Cite };
	export default core;
}
declare module '@citation-js/plugin-csl';
