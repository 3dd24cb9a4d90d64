/** Countries by their English and Chinese names, so that 日本 is Japan and “Japanese” too. */
import { memoiseByText } from './remember.ts';

/** All names of regions that people call by names other than those in Unicode CLDR. */
const others: Record<string, readonly string[]> = {
	US: [
		'United States',
		'美军',
		'美式',
		'美籍',
		'美股',
		'United States of America',
		'America',
		'U.S.',
		'US',
		'USA',
		'U.S.A.',
		'American',
		'Americans',
		'美国',
		'美方',
		'美利坚'
	],
	GB: [
		'United Kingdom',
		'Britain',
		'Great Britain',
		'U.K.',
		'UK',
		'British',
		'Briton',
		'Britons',
		'England',
		'English',
		'Scotland',
		'Scottish',
		'Scots',
		'Wales',
		'Welsh',
		'英国',
		'英文',
		'英语',
		'英格兰',
		'苏格兰',
		'英方',
		'大不列颠'
	],
	CN: ['China', 'Chinese', '中文', '汉语', '华语', '华人', '华裔', '中国', '中方', '我国', '中华人民共和国'],
	TW: ['Taiwan', 'Taiwanese', '台湾'],
	HK: ['Hong Kong', '香港'],
	MO: ['Macau', 'Macao', '澳门'],
	JP: ['Japan', 'Japanese', '日语', '日文', '日军', '日本', '日方', '日据'],
	KR: [
		'Korea',
		'Korean',
		'Koreans',
		'South Korea',
		'South Korean',
		'South Koreans',
		'Republic of Korea',
		'韩国',
		'韩方',
		'南韩'
	],
	KP: ['North Korea', 'North Korean', 'North Koreans', '朝鲜', '北韩'],
	RU: ['Russia', 'Russian', 'Russians', '俄语', '俄军', '俄罗斯', '俄国', '俄方'],
	UA: ['Ukraine', 'Ukrainian', 'Ukrainians', '乌克兰'],
	DE: ['Germany', 'German', 'Germans', '德语', '德军', '德国', '德方', '西德', '东德'],
	FR: ['France', 'French', '法语', '法军', '法国', '法方'],
	IT: ['Italy', 'Italian', 'Italians', '意大利'],
	ES: ['Spain', 'Spanish', 'Spaniards', '西班牙'],
	PT: ['Portugal', 'Portuguese', '葡萄牙'],
	NL: ['Netherlands', 'Holland', 'Dutch', '荷兰'],
	BE: ['Belgium', 'Belgian', 'Belgians', '比利时'],
	CH: ['Switzerland', 'Swiss', '瑞士'],
	AT: ['Austria', 'Austrian', 'Austrians', '奥地利'],
	SE: ['Sweden', 'Swedish', 'Swedes', '瑞典'],
	NO: ['Norway', 'Norwegian', 'Norwegians', '挪威'],
	DK: ['Denmark', 'Danish', 'Danes', '丹麦'],
	FI: ['Finland', 'Finnish', 'Finns', '芬兰'],
	IS: ['Iceland', 'Icelandic', '冰岛'],
	IE: ['Ireland', 'Irish', '爱尔兰'],
	PL: ['Poland', 'Polish', 'Poles', '波兰'],
	CZ: ['Czechia', 'Czech Republic', 'Czech', '捷克'],
	HU: ['Hungary', 'Hungarian', 'Hungarians', '匈牙利'],
	RO: ['Romania', 'Romanian', '罗马尼亚'],
	GR: ['Greece', 'Greek', 'Greeks', '希腊'],
	TR: ['Turkey', 'Türkiye', 'Turkish', 'Turks', '土耳其'],
	IL: ['Israel', 'Israeli', 'Israelis', '以色列'],
	IR: ['Iran', 'Iranian', 'Iranians', 'Persia', '伊朗'],
	IQ: ['Iraq', 'Iraqi', 'Iraqis', '伊拉克'],
	SA: ['Saudi Arabia', 'Saudi', 'Saudis', '沙特', '沙特阿拉伯'],
	AE: ['United Arab Emirates', 'UAE', 'Emirati', '阿联酋'],
	EG: ['Egypt', 'Egyptian', 'Egyptians', '埃及'],
	IN: ['India', 'Indian', 'Indians', '印度'],
	PK: ['Pakistan', 'Pakistani', '巴基斯坦'],
	ID: ['Indonesia', 'Indonesian', '印度尼西亚', '印尼'],
	MY: ['Malaysia', 'Malaysian', '马来西亚'],
	SG: ['Singapore', 'Singaporean', '新加坡'],
	TH: ['Thailand', 'Thai', '泰国'],
	VN: ['Vietnam', 'Vietnamese', '越南'],
	PH: ['Philippines', 'Filipino', 'Filipinos', '菲律宾'],
	AU: ['Australia', 'Australian', 'Australians', '澳大利亚', '澳洲'],
	NZ: ['New Zealand', '新西兰'],
	CA: ['Canada', 'Canadian', 'Canadians', '加拿大'],
	MX: ['Mexico', 'Mexican', 'Mexicans', '墨西哥'],
	BR: ['Brazil', 'Brazilian', 'Brazilians', '巴西'],
	AR: ['Argentina', 'Argentine', 'Argentinian', '阿根廷'],
	CL: ['Chile', 'Chilean', '智利'],
	CU: ['Cuba', 'Cuban', '古巴'],
	ZA: ['South Africa', 'South African', '南非'],
	NG: ['Nigeria', 'Nigerian', '尼日利亚'],
	KE: ['Kenya', 'Kenyan', '肯尼亚'],
	ET: ['Ethiopia', 'Ethiopian', '埃塞俄比亚'],
	SU: ['Soviet Union', 'Soviet', 'Soviets', 'USSR', '苏联'],
	EU: ['European Union', 'EU', '欧盟']
};
/** CLDR regions that are left out: their names are also words or people’s names, or they are not countries. */
const left = new Set([
	'ZZ',
	'UN',
	'EZ',
	'QO',
	'XA',
	'XB',
	'GE',
	'JO',
	'TD',
	'ML',
	'DG',
	'JE',
	'GG',
	'AX',
	'CP',
	'AC',
	'TA',
	'HM',
	'BV',
	'CW'
]);
/** Single characters that stand for a country beside another: 中美, 对日. */
const short: Record<string, string> = {
	中: 'CN',
	美: 'US',
	日: 'JP',
	英: 'GB',
	法: 'FR',
	德: 'DE',
	俄: 'RU',
	韩: 'KR',
	印: 'IN',
	澳: 'AU',
	台: 'TW',
	港: 'HK',
	苏: 'SU'
};

export interface Place {
	/** ISO 3166 code, or SU or EU. */
	id: string;
	/** Position in the text, [start, end). */
	start: number;
	end: number;
}

const byName = new Map<string, string>();
const latin = /\p{sc=Latin}/u;

function fill(): void {
	const [english, chinese] = ['en', 'zh-Hans'].map((language) => new Intl.DisplayNames(language, { type: 'region' }));
	for (let a = 65; a < 91; a++)
		for (let b = 65; b < 91; b++) {
			const id = String.fromCharCode(a, b);
			// The code of a former country has the name of its successor.
			if (others[id] || left.has(id) || english.of(id) === id) continue;
			for (const name of [english.of(id)!.replace(/ \(.*$/, ''), chinese.of(id)!.replace(/（.*$/, '')])
				if (!byName.has(name)) byName.set(name, id);
		}
	for (const [id, names] of Object.entries(others)) for (const name of names) byName.set(name, id);
}

const escaped = (text: string) => text.replace(/[.()]/g, '\\$&');
let pattern: RegExp | undefined;

function names(): RegExp {
	if (pattern) return pattern;
	fill();
	const all = [...byName.keys()].sort((a, b) => b.length - a.length).map(escaped);
	const words = all.filter((name) => latin.test(name));
	const signs = all.filter((name) => !latin.test(name));
	const pair = `[${Object.keys(short).join('')}]`;
	// 中美关系, 中、美两国, but not the 中 in 中间 or the 日 in 5日.
	const pairs = `(?<![\\d一二三四五六七八九十集空心其高初])${pair}{2,3}(?=[两三关贸签建合战冲对之间双科经])`;
	return (pattern = new RegExp(
		`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{Ll}\\p{N}])|${signs.join('|')}|(?<short>${pairs})`,
		'gu'
	));
}

/** The country that a name stands for; undefined if there is none. */
export function placeOf(name: string): string | undefined {
	names();
	return byName.get(name);
}

/** Every country named in a text in normal form, in order. */
export const places: (text: string) => readonly Place[] = memoiseByText((text) =>
	[...text.matchAll(names())].flatMap(({ 0: name, index, groups }) =>
		groups?.short
			? [...name].map((one, at) => ({ id: short[one], start: index + at, end: index + at + 1 }))
			: { id: byName.get(name)!, start: index, end: index + name.length }
	)
);

/** English names of countries and their peoples. */
export function placeWords(): readonly string[] {
	names();
	return (words ??= [...byName.keys()].filter((name) => /^\p{Lu}\p{Ll}+$/u.test(name)));
}
let words: string[] | undefined;

/** One of a country’s names, for a message. */
export const placeName = (id: string) =>
	others[id]?.[0] ?? new Intl.DisplayNames('en', { type: 'region' }).of(id) ?? id;
