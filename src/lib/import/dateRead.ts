/** A date of an imported file as it was read. */

/** Local date and time where it was written. */
export interface LocalTime {
	/** EDTF */
	day: string;
	/** 24 hours, “08:15”; with seconds where they are not 0. */
	clock: string;
	/** As shown to readers: “UTC−5”, “Asia/Shanghai”; undefined where the file gives none. */
	zone?: string;
}

export interface DateRead {
	edtf: string;
	/** Local day and time where it was written, which readers see. */
	local?: LocalTime;
	/** Ms within the day, or within the second of an instant, that EDTF cannot express; only used for sorting. */
	after?: number;
	/** How the date was read, as a sentence. */
	note?: string;
}
export type ReadDate = DateRead | { problem: string };
