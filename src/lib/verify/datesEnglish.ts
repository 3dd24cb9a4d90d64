/** Dates in English. */
import { month, monthOf, partOfYear, two, year4, type Rule } from './reading.ts';

export const english: Rule[] = [
	{ pattern: /(?<![\d-])(?<y>\d{4})-(?<m>0[1-9]|1[0-2])(?:-(?<d>0[1-9]|[12]\d|3[01]))?(?![\d-])/, read: ({ y, m, d }) => ({ edtf: [y, m, d].filter(Boolean).join('-') }) },
	{
		pattern: new RegExp(`\\b(?<a>${month}) (?:to|through|until|and|-) (?<b>${month}),? (?<y>\\d{4})\\b`, 'i'),
		read: ({ a, b, y }) => ({ edtf: `${y}-${two(monthOf(a!))}/${y}-${two(monthOf(b!))}` })
	},
	{
		pattern: new RegExp(`\\b(?:(?<d>\\d{1,2})(?:st|nd|rd|th)?(?: of)? )(?<mon>${month})(?:,? (?<y>\\d{4})\\b)?`, 'i'),
		read: ({ d, mon, y }, at) => {
			const year = y ? { year: Number(y), relative: false } : at.yearOf(monthOf(mon!));
			return year && { edtf: `${year4(year.year)}-${two(monthOf(mon!))}-${two(Number(d))}`, relative: year.relative };
		}
	},
	{
		pattern: new RegExp(`\\b(?<mon>${month}) (?<d>\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d)(?:,? (?<y>\\d{4})\\b)?`, 'i'),
		read: ({ d, mon, y }, at) => {
			const year = y ? { year: Number(y), relative: false } : at.yearOf(monthOf(mon!));
			return year && { edtf: `${year4(year.year)}-${two(monthOf(mon!))}-${two(Number(d))}`, relative: year.relative };
		}
	},
	{
		pattern: new RegExp(`\\b(?:(?<when>early|mid|late|(?:the )?(?:beginning|start|end|middle) of)[ -])?(?<mon>${month})(?:,? (?:of )?(?<y>\\d{4})\\b| of (?<ry>that|this|last) year)`, 'i'),
		read: ({ when, mon, y, ry }, at) => {
			const point = at.last?.last ?? at.last?.first;
			const year = y ? Number(y) : ry === 'that' ? point?.year : at.now && at.now.year - (ry === 'last' ? 1 : 0);
			return year === undefined || year === null ? null : { edtf: `${year4(year)}-${two(monthOf(mon!))}`, sense: when ? 'vague' : undefined, relative: !y };
		}
	},
	{
		pattern: new RegExp(`\\b(?:(?<when>early|mid|late)[ -]|(?:the )?(?<edge>beginning|start|end|middle|first half|second half|(?:first|second|third|fourth) quarter) of |(?<season>spring|summer|autumn|fall|winter|Q[1-4])(?: of|,)? )(?:(?<y>\\d{4})\\b|(?<ry>this|last|the|that) year\\b)`, 'i'),
		read: ({ when, edge, season, y, ry }, at) => {
			const point = at.last?.last ?? at.last?.first;
			const year = y ? Number(y) : ry === 'that' ? point?.year : at.now && at.now.year - (ry === 'last' ? 1 : 0);
			if (year === undefined || year === null) return null;
			return partOfYear(year, (when ?? edge?.replace('middle', 'mid') ?? season!).toLowerCase(), !y);
		}
	},
	{ pattern: /\b(?<when>early|late) (?<ry>this|last) year\b|\b(?<w2>earlier) this year\b/i, read: ({ when, ry, w2 }, at) => at.now && partOfYear(at.now.year - (ry === 'last' ? 1 : 0), w2 ? 'first half' : when!.toLowerCase(), true) },
	{ pattern: /\b(?:from|between) (?<a>\d{4}) (?:to|and|until|through) (?<b>\d{4})\b|(?<![\d-])(?<c>1\d{3}|20\d{2})-(?<d>1\d{3}|20\d{2})(?![\d-])/, read: ({ a, b, c, d }) => ({ edtf: `${a ?? c}/${b ?? d}` }) },
	{ pattern: /\b(?:the )?(?:early |mid-?|late )?(?<d>\d{3})0s\b/, read: ({ d }) => ({ edtf: `${d}X` }) },
	{ pattern: /\b(?<c>\d{1,2})(?:st|nd|rd|th) century\b(?! BC)/i, read: ({ c }) => ({ edtf: `${two(Number(c) - 1)}XX` }) },
	{ pattern: /\b(?<y>\d{1,4}) ?(?:BCE?|B\.C\.(?:E\.)?)/, read: ({ y }) => ({ edtf: year4(1 - Number(y)) }) },
	{ pattern: /\b(?:AD|A\.D\.) ?(?<a>\d{1,4})\b|\b(?<b>\d{1,4}) (?:AD|CE)\b/, read: ({ a, b }) => ({ edtf: year4(Number(a ?? b)) }) },
	{ pattern: new RegExp(`(?<=\\b(?:in|since|until|of|last|this) )(?<mon>${month})(?![\\p{L}\\d]| \\d)`, 'iu'), read: ({ mon }, at) => { const year = at.yearOf(monthOf(mon!)); return year && { edtf: `${year4(year.year)}-${two(monthOf(mon!))}`, relative: true }; } },
	{ pattern: /(?<![\d.,$€£¥-])(?<y>1\d{3}|20\d{2})(?![\d%]|[.,]\d|\s?(?:million|billion|thousand|people|times|users|km|per|[万亿千百个条次人名公]))(?=$|[\s,.;:!?)\]"'-])/, read: ({ y }) => ({ edtf: y! }) }
]; // prettier-ignore
