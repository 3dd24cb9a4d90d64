/** The `edtf` package ships no types; date.ts is the only one to use it. */
declare module 'edtf' {
	/** @throws Error for what is no EDTF */
	export default function edtf(text: string): unknown;
}
