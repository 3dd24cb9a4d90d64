/** Numbers in Chinese characters: 二百三十, 二〇二五, 三亿五千万. */

const hanDigits: Record<string, number> = {
	零: 0,
	〇: 0,
	一: 1,
	二: 2,
	两: 2,
	三: 3,
	四: 4,
	五: 5,
	六: 6,
	七: 7,
	八: 8,
	九: 9
};
/** Factor of each character. */
const hanUnits: Record<string, number> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 };

/** 二百三十 → 230, 三亿五千万 → 350000000; 二〇二五 → 2025; NaN if the text is not a number. */
export function readHan(text: string): number {
	if (/^[零〇一二三四五六七八九]{2,}$/.test(text)) return Number([...text].map((one) => hanDigits[one]).join(''));
	let [high, total, section] = [0, 0, 0];
	let digit = NaN;
	for (const one of text) {
		if (one in hanDigits) digit = hanDigits[one];
		else if (one === '亿') {
			high += (total + section + (digit || 0) || 1) * 1e8;
			[total, section, digit] = [0, 0, NaN];
		} else if (one === '万') {
			total += (section + (digit || 0) || 1) * 1e4;
			[section, digit] = [0, NaN];
		} else if (one in hanUnits) {
			section += (Number.isNaN(digit) ? 1 : digit) * hanUnits[one];
			digit = NaN;
		} else return NaN;
	}
	return high + total + section + (digit || 0);
}

/** 百万 → 1000000 */
export const product = (units: string) => [...units].reduce((all, one) => all * (hanUnits[one] ?? 1), 1);
