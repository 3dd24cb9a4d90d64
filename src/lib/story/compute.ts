/** Computes numbers from those of a source: `4600000 / 1%`. */
import * as say from './messages.ts';

/** A number in an expression: 1% is { value: 1, percent: true }. */
export interface Operand {
	value: number;
	percent: boolean;
}

export type Computed = { value: number; operands: Operand[] } | { problem: string };

/**
 * @param text numbers, with `%` or with commas for thousands, joined by + - * / and brackets
 * @param format of the result; `percent` gives 40 for 40 %
 * @returns the result and the numbers used, or what is wrong
 */
export function compute(text: string, format: 'count' | 'percent' | 'usd' = 'count'): Computed {
	const tokens = text.match(/\d[\d,]*(?:\.\d+)?%?|[-+*/()]/g) ?? [];
	const operands: Operand[] = [];
	let at = 0;
	const isWhole = tokens.join('') === text.replace(/\s/g, '');
	const primary = (): number => {
		const token = tokens[at++];
		if (token === '(') {
			const value = sum();
			return tokens[at++] === ')' ? value : NaN;
		}
		if (!token || !/\d/.test(token)) return NaN;
		const percent = token.endsWith('%');
		const value = Number(token.replace(/[,%]/g, ''));
		operands.push({ value, percent });
		return percent ? value / 100 : value;
	};
	const product = (): number => {
		let value = primary();
		while (tokens[at] === '*' || tokens[at] === '/')
			value = tokens[at++] === '*' ? value * primary() : value / primary();
		return value;
	};
	const sum = (): number => {
		let value = product();
		while (tokens[at] === '+' || tokens[at] === '-')
			value = tokens[at++] === '+' ? value + product() : value - product();
		return value;
	};
	const value = sum() * (format === 'percent' ? 100 : 1);
	return isWhole && at === tokens.length && Number.isFinite(value)
		? { value, operands }
		: { problem: say.notComputable(text) };
}
