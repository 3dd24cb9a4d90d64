/** The part of `pptxtojson` that the tests read files with; the package’s own types point to no module. */
declare module 'pptxtojson/dist/index.cjs' {
	interface Read {
		size: { width: number; height: number };
		slides: { note: string; elements: ({ type: string } & ({ content: string } | object))[] }[];
	}
	const reader: { parse(file: ArrayBuffer, options: Record<string, string>): Promise<Read> };
	export default reader;
}
