/**
 * Data of a page that is drawn by the server alone, or that carries what its script reads itself (routes/Live.svelte).
 * Kit would write all of it out for its router, which no page loads; an instance it leaves to src/hooks.ts.
 */
export class Unsent<Data> {
	constructor(readonly data: Data) {}
}
