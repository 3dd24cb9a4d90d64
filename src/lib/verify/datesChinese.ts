/** Dates in Chinese, and expressions of both languages that count from another date. Of two rules that fit, the longer match. */
import { amount, counted, dated, partOfYear, plus, recent, small, two, year4, type Rule } from './reading.ts';

const y = String.raw`(?:(?<!\d|\d\.)\d{4}|[一二][零〇一二三四五六七八九]{3})`;
const zhYear = `(?:(?<y>${y})年|(?<ry>今年|去年|前年|明年|当年|同年|次年|翌年))`;
const zhMonth = String.raw`(?<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?`;
const zhDay = String.raw`(?<d>3[01]|[12]\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])[日号]`;
const zhPart =
	'(?<part>年初|初期|初|年中|中期|年底|年末|岁末|末期|底|末|上半年|下半年|春[天季]?|夏[天季]?|秋[天季]?|冬[天季]?|第?[一二三四1-4]季度|前后|左右)';
const zhMonthPart = '(?<mpart>初|上旬|中旬|下旬|底|末)';
const zhTo = String.raw`\s?(?:至|到|-|~)\s?`;
// A run of any length is looked at once, from its start.
const n = String.raw`(?<n>(?<!\d)\d{1,12}|(?<![一二两三四五六七八九十])[一二两三四五六七八九十]{1,12}|several|an?|${small.join('|')})`;

export const chinese: Rule[] = [
	// 2024年1月至11月, 2024年1月3日至2月5日
	{
		pattern: new RegExp(
			`${zhYear}${zhMonth}(?:${zhDay})?${zhTo}(?:(?<y2>${y})年)?${zhMonth.replace('<m>', '<m2>')}(?:${zhDay.replace('<d>', '<d2>')})?`
		),
		read: (g, at) => {
			const year = at.year(g);
			if (!year) return null;
			const second = g.y2 ? Number(g.y2) : year.year;
			return {
				edtf: `${dated(year.year, g.m, g.d)}/${dated(second, g.m2, g.d2)}`,
				relative: year.relative
			};
		}
	},
	{
		pattern: new RegExp(`${zhYear}${zhMonth}(?:${zhDay}|${zhMonthPart})?`),
		read: (g, at) => {
			const year = at.year(g);
			if (!year) return null;
			const edtf = dated(year.year, g.m, g.d);
			return g.mpart ? { edtf, sense: 'vague', relative: year.relative } : { edtf, relative: year.relative };
		}
	},
	// 1月至11月, of the year named before
	{
		pattern: new RegExp(`(?<!\\d)${zhMonth}${zhTo}${zhMonth.replace('<m>', '<m2>')}`),
		read: (g, at) => {
			const year = at.yearOf(Number(dated(0, g.m2).slice(5)));
			return year && { edtf: `${dated(year.year, g.m)}/${dated(year.year, g.m2)}`, relative: true };
		}
	},
	{
		pattern: new RegExp(`(?<a>${y})年?${zhTo}(?<b>${y})年`),
		read: ({ a, b }) => ({ edtf: `${year4(amount(a!))}/${year4(amount(b!))}` })
	},
	// 上世纪70年代, 20世纪70年代, 1970年代
	{
		pattern: /(?:(?<c>\d{1,2}|十[一二三四五六七八九]?|二十一?)世纪|(?<ago>上)个?世纪)(?:(?<dec>\d0|[一二三四五六七八九]十)年代)?/,
		read: ({ c, ago, dec }, at) => {
			const century = c ? amount(c) - 1 : ago && at.now ? Math.floor(at.now.year / 100) - 1 : null;
			if (century === null) return null;
			return { edtf: dec ? `${two(century)}${String(amount(dec) / 10)}X` : `${two(century)}XX` };
		}
	},
	{ pattern: /(?<![\d.])(?<d>\d{3})0年代/, read: ({ d }) => ({ edtf: `${d}X` }) },
	{
		pattern: new RegExp(`${zhYear}(?:的)?${zhPart}`),
		read: (g, at) => {
			const year = at.year(g);
			return year && partOfYear(year.year, g.part!, year.relative);
		}
	},
	{ pattern: /(?:公元前|前)(?<y>\d{1,4})年/, read: ({ y }) => ({ edtf: year4(1 - Number(y)) }) },
	{
		pattern: new RegExp(zhYear),
		read: (g, at) => {
			const year = at.year(g);
			return year && { edtf: year4(year.year), relative: year.relative };
		}
	},
	{
		pattern: new RegExp(`(?<!\\d)${zhMonth}${zhDay}`),
		read: (g, at) => {
			const number = Number(dated(0, g.m).slice(5));
			const year = at.yearOf(number);
			return year && { edtf: dated(year.year, g.m, g.d), relative: true };
		}
	},
	{
		pattern: new RegExp(`(?<![\\d个])(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|${zhMonthPart})?(?!\\d|亮|光|球|饼|之)`),
		read: (g, at) => {
			const digits = /^(\d+|[一-龥]+?)月/.exec(g.all!)![1];
			const year = at.yearOf(amount(digits));
			return year && { edtf: dated(year.year, digits), sense: g.mpart ? 'vague' : undefined, relative: true };
		}
	},
	{ pattern: /第二次世界大战|二战|World War (?:II|Two)\b|Second World War/i, read: () => ({ edtf: '1939/1945' }) },
	{ pattern: /第一次世界大战|一战|World War (?:I|One)\b|First World War/i, read: () => ({ edtf: '1914/1918' }) },
	{
		pattern: new RegExp(`(?<![a-z])(?:${n}|几|数|多|a few|several|some)(?:多)?\\s?(?<u>个月|个?星期|周|年|天|months?|years?|weeks?|days?)(?:之)?\\s?(?<dir>前|后|ago|before|earlier|later|after)`, 'i'),
		read: ({ n, u, dir }, at) => {
			const later = /后|later|after/.test(dir!);
			const ago = /ago/.test(dir!) || (dir === '前' && !at.own);
			const from = ago ? at.reference : at.last;
			const by = n ? amount(n) : NaN;
			if (Number.isNaN(by)) {
				// 几个月前, a few weeks before: near the date that it is counted from.
				if (!from || later) return null;
				const back = /年|year/.test(u!) ? 60 : /月|month/.test(u!) ? 9 : 3;
				const point = from.last ?? from.first;
				if (!point) return null;
				const [a, b] = [plus(point.year, point.month ?? 1, -back), [point.year, point.month ?? 12]];
				return { edtf: `${year4(a[0])}-${two(a[1])}/${year4(b[0])}-${two(b[1])}`, sense: 'vague', relative: true };
			}
			return from && counted(from, u!, later ? by : -by);
		}
	},
	{
		pattern: /(?<which>上|下|本|这)个?(?<u>月|周|季度)|\b(?<en>last|this|next) (?<eu>month|year|week|quarter)\b/i,
		read: ({ which, u, en, eu }, at) => {
			if (!at.now) return null;
			const by = /上|last/i.test(which ?? en!) ? -1 : /下|next/i.test(which ?? en!) ? 1 : 0;
			const unit = u ?? eu!.toLowerCase();
			if (unit === 'year') return { edtf: year4(at.now.year + by), relative: true };
			const [year, month] = plus(at.now.year, at.now.month, /季|quarter/.test(unit) ? by * 3 : /周|week/.test(unit) ? 0 : by);
			return { edtf: `${year4(year)}-${two(month)}`, sense: /月|month/.test(unit) ? undefined : 'vague', relative: true };
		}
	},
	{
		pattern: /日前|近日|近来|近期|最近|不久前|刚刚|这几天|\b(?:recently|lately|of late|in recent (?:weeks|months|days))\b/i,
		read: (_, at) => recent(at, 3)
	},
	{
		pattern: /如今|目前|现在|眼下|当下|时至今日|今天|今日|昨天|昨日|前天|\b(?:now(?:adays)?|today|yesterday|currently|at present|to date)\b/i,
		read: (_, at) => recent(at, 0)
	},
	{
		pattern: /那时|当时|彼时|\b(?:at (?:the|that) time|back then|that year|of that year)\b/i,
		read: (_, at) => (at.last ? { edtf: at.last.edtf, sense: 'vague', relative: true } : null)
	}
]; // prettier-ignore
