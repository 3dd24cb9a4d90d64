/** The text of an iCalendar file: its lines, and how signs are escaped in them. */

/** An unfolded line: in the file it may span several lines (RFC 5545, 3.1). */
export interface Line {
	text: string;
	/** Line number in the file, from 1. */
	line: number;
}

export function unfold(text: string): Line[] {
	const lines: Line[] = [];
	text.split(/\r\n|\r|\n/).forEach((one, index) => {
		if (/^[ \t]/.test(one) && lines.length > 0) lines.at(-1)!.text += one.slice(1);
		else if (one !== '') lines.push({ text: one, line: index + 1 });
	});
	return lines;
}

/** Undoes TEXT escapes (RFC 5545, 3.3.11), which ical.js leaves in properties unknown to it. */
export const unescaped = (text: string) =>
	text.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
