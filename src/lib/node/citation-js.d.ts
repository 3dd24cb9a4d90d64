/** The part of citation-js that is used here; the package ships no types. */
declare module '@citation-js/core' {
	interface Cite {
		format(output: 'bibliography', options: { format: 'text'; template: string; lang: string }): string;
		format(output: 'data', options: { format: 'object' }): Record<string, unknown>[];
	}
	const core: { Cite: new (data: unknown) => Cite };
	export default core;
}
declare module '@citation-js/plugin-csl';
