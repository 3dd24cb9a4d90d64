/** Characters that a terminal executes instead of showing: escapes, controls, and those that change text direction. */
// eslint-disable-next-line no-control-regex
const obeyed = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** @returns the text with each such character as an escape such as `\u001b`, as in JSON; tabs and line breaks stay */
export const printable = (text: string): string =>
	text.replace(obeyed, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
