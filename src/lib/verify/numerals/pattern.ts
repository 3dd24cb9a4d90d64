/** The pattern of a number. Every run in it is bounded, so that matching takes linear time. */
import { ones, ordinals, tens } from './english.ts';

const word = `(?:${[...tens.map((ten) => `${ten}(?:-(?:${ones.slice(1, 10).join('|')}))?`), ...ones.toReversed()].join('|')})`;
const scale = '(?:dozen|hundred|thousand|million|billion|trillion)';
// Bounded: longer runs are not real numbers, and a pattern runs out of space after millions of repetitions.
const digits = String.raw`\d{1,3}(?:,\d{3}){1,400}(?:\.\d{1,400})?|\d{1,400}(?:\.\d{1,400})?`;
const spaced = String.raw`\d{1,3}(?: \d{3}){1,5}(?![\d ]\d)(?:\.\d{1,20})?`;
const han = '[零〇一二两三四五六七八九十百千万亿]';
/** The numbers in a fraction, which may start within a run; longer ones do not occur. */
const share = String.raw`\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,20})?|\d{1,20}(?:\.\d{1,20})?|${han}{1,24}`;
/** After “a third”: not followed by a word that makes it the ordinal, as in “a third time”. */
const partOf =
	'(?! (?:century|day|time|place|of (?:january|february|march|april|may|june|july|august|september|october|november|december)))';
/** “nine letters out of ten”, “one chance in ten”: a round number is the whole, and not how long it took. */
const ofTen = String.raw` \p{Ll}{3,20} out of (?:every )?(?=(?:ten|twenty|fifty|10|20|50|100)\b)|(?<=\bone) \p{Ll}{3,20} in (?=(?:ten|twenty|fifty|10|20|50|100)(?! ?\p{Ll}{3}))`;
/** Its groups are read in worth.ts. */
export const pattern = new RegExp(
	[
		String.raw`(?<of>(?:${share})分之(?:${share}))`,
		String.raw`(?<![\d/.])(?<slash>\d{1,2}[/\u2044]\d{1,3})(?![\d/])`,
		String.raw`(?<cheng>(?:\d(?:\.\d)?|[一二两三四五六七八九])成(?![为立功员果本长绩熟就人效份分品交都语风群见名年全型不]))(?<half>[一二三四五六七八九半])?`,
		String.raw`第(?<nth>\d{1,9}|${han}{1,24})`,
		String.raw`(?<banned>一半|半数|过半|(?<=超过?)半)(?![个天年月日小路导])`,
		String.raw`(?<shu>(?:好几|几|数|上|成)[十百千万亿]{1,6})(?![上以])`,
		String.raw`\b(?<few>${word}|${digits})(?:[ -](?:in|out of)[ -](?:every )?|${ofTen})(?<many>${word}|${digits})\b`,
		String.raw`\b(?:out )?of every (?<every>${word}|${digits})(?: [\p{L}-]{2,20}){0,5} (?<those>${word}|${digits})\b`,
		String.raw`\b(?<times>${word}|an?) ?-?(?<part>third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?\b${partOf}(?! (?!(?:more|less|lower|higher|smaller|larger|fewer|cheaper|greater|shorter|longer|above|below|than|were|went|from|have|that|came|lead|goes|live|lived|come|because|since|when|while|last|this|each|with|into)\b)\p{Ll}{4})`,
		String.raw`\b(?<halfof>half)(?: an? (?<halfscale>${scale})\b| an?(?<cut>(?=[.,;:]|$)))?`,
		String.raw`\b(?:several|many|a few|a couple of|some) (?<several>${scale})(?!s)\b|\b(?<plural>(?:(?:tens|dozens|hundreds|thousands) of )?(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions))\b`,
		String.raw`(?<!\d|\d[. ])(?<gaps>${spaced})`,
		String.raw`(?<![\d.])(?<mixed>\d{1,4}亿\d{1,4}万|\d{1,4}[万亿](?:\d{1,4}[千百]){1,2}|\d{1,4}万\d{4})(?![\d.百千万亿年])`,
		String.raw`(?<!\d|\d\.)(?<num>${digits})(?:(?<th>st|nd|rd|th)\b|(?<rest>(?:\s?(?:hundred|thousand|million|billion|trillion|mn|mln|bn|tn|[kmb])(?![\p{L}\d]))|[十百千]?[多余来][十百千万亿]{1,4}|(?:[十百千万亿](?!(?<=千)[瓦米克卡赫伏])){1,400}))?`,
		String.raw`\b(?<words>(?:${word}|an?)(?:[ -]${scale}(?:(?: and |[ -])${word}(?! ?-?${scale}))?){1,400}|${word})\b`,
		String.raw`\b(?<ordinal>${ordinals.join('|')})\b`,
		String.raw`(?<hans>[一二两三四五六七八九十]${han}{0,400}(?:[多余来][十百千万亿]{1,4})?)`
	].join('|'),
	'giu'
);
