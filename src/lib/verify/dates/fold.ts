/** Puts a text into the form that the rules for dates read: each variant of a character becomes the same one. */

const guises = new Map<string, string>();
const fold = (to: string, from: string) => [...from].forEach((sign) => guises.set(sign, to));
for (let code = 0xff01; code <= 0xff5e; code++) fold(String.fromCharCode(code - 0xfee0), String.fromCharCode(code));
fold('-', '‐‑‒–—―−﹘﹣─');
fold('-', '~～〜∼');
fold("'", '‘’‚‛ʼ′');
fold('.', '。｡');
fold('·', '•‧∙⋅・･');
fold(
	' ',
	'\t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000'
);
// Characters in dates that traditional script and Japanese write differently.
const pairs =
	'後后週周禮礼個个號号紀纪歷历曆历農农國国數数幾几兩两這这當当時时現现剛刚來来開开間间從从約约過过內内順顺緒绪慶庆豐丰統统萬万啟启禎祯樂乐歲岁節节聖圣誕诞勞劳動动臘腊單单闢辟陽阳爾尔為为於于與与將将億亿貳贰叁三還还並并熱热龍龙鳳凤總总顯显聖圣寶宝應应長长載载證证儀仪禪禅點点際际';
for (let i = 0; i < pairs.length; i += 2) fold(pairs[i + 1], pairs[i]);
fold('〇', '○零');

const folded = new RegExp(`[${[...guises.keys()].map((sign) => (sign === '-' ? '\\-' : sign)).join('')}]`, 'g');

/** Keeps the length and replaces characters one for one, so that offsets are the same in both texts. */
export const foldDates = (text: string): string => text.replace(folded, (sign) => guises.get(sign)!);
