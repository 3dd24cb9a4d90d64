/** The `edtf` package ships no types; only date.ts uses it. */
declare module 'edtf' {
	/** @throws Error where the text is not EDTF */
	export default function edtf(text: string): unknown;
}
