/** The bytes of a file → its text. */
import { foreignBytes } from '../lib/import/foreign.ts';

export type Decoded =
	| { text: string }
	/** Why the file cannot be read as text. */
	| { problem: { line: number; message: string } }
	/** Why the requested encoding cannot be used. */
	| { refused: string };

/** Common encodings other than UTF-8, and the programs that write them. */
const advice =
	'save it as UTF-8 (in a spreadsheet: “CSV UTF-8”), or say what it is: --encoding windows-1252 (Excel in western Europe and America), gb18030 (Chinese), shift_jis (Japanese), windows-1251 (Cyrillic), utf-16le (Excel’s “Unicode text”)';

const marks: [encoding: string, mark: number[]][] = [
	['utf-8', [0xef, 0xbb, 0xbf]],
	['utf-16le', [0xff, 0xfe]],
	['utf-16be', [0xfe, 0xff]]
];

/** @param encoding name as in `TextDecoder`; by default from the byte order mark, or UTF-8 */
export function decode(bytes: Uint8Array, encoding?: string): Decoded {
	const foreign = foreignBytes(bytes);
	if (foreign) return { problem: { line: 1, message: foreign } };
	const marked = marks.find(([, mark]) => mark.every((byte, n) => bytes[n] === byte))?.[0];
	const label = marked ?? encoding ?? 'utf-8';
	let decoder: TextDecoder;
	try {
		decoder = new TextDecoder(label, { fatal: true });
	} catch {
		return {
			refused: `there is no encoding "${label}"; write e.g. utf-8, utf-16le, windows-1252, gb18030 or shift_jis`
		};
	}
	try {
		const text = read(decoder, bytes);
		return text.includes('\0') ? { problem: { line: 1, message: zeros(bytes) } } : { text };
	} catch {
		const before = new TextDecoder(label).decode(bytes).split('\ufffd', 1)[0];
		const line = before.split(/\r\n|\r|\n/).length;
		const what = label === 'utf-8' ? 'UTF-8' : label;
		const sample = label === 'utf-8' ? sampleOf(bytes, line) : '';
		return {
			problem: {
				line,
				message: `the file is not ${what}: this line holds bytes that are no character; ${sample}${advice}`
			}
		};
	}
}

/** Characters of windows-1252 where ISO 8859-1 has control characters; some versions of Node confuse the two. */
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function read(decoder: TextDecoder, bytes: Uint8Array): string {
	const text = decoder.decode(bytes);
	return decoder.encoding === 'windows-1252'
		? text.replace(/[\u0080-\u009f]/g, (sign) => western[sign.charCodeAt(0) - 0x80])
		: text;
}

/** A word of the line, decoded as windows-1252, the most common other encoding. */
function sampleOf(bytes: Uint8Array, line: number): string {
	const all = read(new TextDecoder('windows-1252'), bytes).split(/\r\n|\r|\n/)[line - 1] ?? '';
	const word = /[^\s,;"]*[\u0080-\uffff][^\s,;"]*/.exec(all)?.[0].slice(0, 40);
	return word ? `if “${word}” is right, it is windows-1252; ` : '';
}

function zeros(bytes: Uint8Array): string {
	const half = bytes.slice(0, 400);
	const [even, odd] = [0, 1].map((parity) => half.filter((byte, n) => n % 2 === parity && byte === 0).length);
	if (even + odd < half.length / 4) return 'the file holds zero bytes, as no text does; export it again';
	return `the file is UTF-16 without a mark that says so; import with --encoding utf-16${odd > even ? 'le' : 'be'}`;
}
