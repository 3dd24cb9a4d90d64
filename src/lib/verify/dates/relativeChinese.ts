/** Relative dates in Chinese: 昨天, 上个月, 上周五, 近三年, 次日. */
import { dayLength } from '../../story/calendar.ts';
import { chineseCount, chineseCounts, chineseUnit, chineseUnits, chineseWeekday, chineseWeekdays } from './chinese.ts';
import { dayOf, mondayOf } from './points.ts';
import { bareWeekday, daysFromToday, lastNamed, partial, recent, stretchOf, unitFrom } from './relative.ts';
import { rule, type Rule } from './rule.ts';

const bys: Record<string, number> = { 上上: -2, 上: -1, 本: 0, 这: 0, 当: 0, 下: 1, 下下: 2 };
const ways = '(?:上上|下下|上|下|本|这)';

export const chineseRelative: Rule[] = [
	rule(
		`(?<way>${ways})(?:一)?个?(?<u>月|周|星期|礼拜|季度)(?![一二三四五六日天末份]|刊|报|一)`,
		({ way, u }, at) => at.now && unitFrom(at.now, chineseUnit(u!), bys[way!])
	),
	rule(`(?<way>${ways})个?(?<u>月)份`, ({ way }, at) => at.now && unitFrom(at.now, 'month', bys[way!])),
	rule(`(?:当|同)月`, (_, at) => (at.named?.month ? unitFrom(at.named, 'month', 0) : null)),
	rule(`[次翌]月`, (_, at) => (at.named?.month ? unitFrom(at.named, 'month', 1) : null)),
	rule(`(?<way>${ways})个?(?:周|星期)末`, ({ way }, at) => at.now && unitFrom(at.now, 'weekend', bys[way!])),
	rule(`(?<way>${ways})个?(?<w>${chineseWeekdays})`, ({ way, w }, at) => {
		if (at.today === null) return at.now && unitFrom(at.now, 'week', 0);
		return partial(dayOf(mondayOf(at.today) + (bys[way!] * 7 + chineseWeekday(w!) - 1) * dayLength));
	}),
	rule(
		`(?<![每逢〇一二两三四五六七八九十几数\\d上下本这个第])(?<w>${chineseWeekdays})(?![均报刊游记]|[一-龥]?[\\d一二三四五六七八九十]个?小时)`,
		({ w }, at) => bareWeekday(chineseWeekday(w!), at)
	),
	rule(
		`(?<way>过去|未来|今后|此后|近|最近|前|后|往后|接下来)的?(?<n>${chineseCounts})(?<u>${chineseUnits})(?:来|间|内|里)?(?![前后级度])`,
		({ way, n, u }, at) => {
			const back = /过去|近|前/.test(way!);
			return stretchOf(back, chineseCount(n!), chineseUnit(u!), at);
		}
	),
	rule(`(?<n>${chineseCounts})(?<u>年|个月|周|天)(?:以?来)(?!的?[历自])`, ({ n, u }, at) =>
		stretchOf(true, chineseCount(n!), chineseUnit(u!), at)
	),
	rule('近年来?|(?:最近|近|前)几年来?|多年[以]?来', (_, at) => recent(at, 60)),
	rule('日前|近日|近来|近期|最近(?![\\d一二两三几])|不久前|刚刚|这几天', (_, at) => recent(at, 3)),
	rule('如今|目前|现在|眼下|当下|时至今日', (_, at) => recent(at, 0)),
	rule('(?<day>大前天|前天|昨[天日晚夜]|今[天日晚晨早](?!头条)|明[天日](?!之后)|大?后天)', ({ day }, at) => {
		const by = { 大: -3, 前: -2, 昨: -1, 今: 0, 明: 1, 后: 2 }[day![0]] ?? 0;
		return daysFromToday(day === '大后天' ? 3 : by, at);
	}),
	rule('(?<day>当[天日晚]|同日|[次翌]日|第二天|隔天)', ({ day }, at) =>
		at.named?.day ? unitFrom(at.named, 'day', /当|同/.test(day!) ? 0 : 1) : null
	),
	rule('那时|当时|彼时', (_, at) => lastNamed(at))
];
