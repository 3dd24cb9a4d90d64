/** Numbers of four digits that are not years: Room 1984, ISO 8601, 1600 Pennsylvania Avenue, p. 1066. */
import { isAmount, isDuration } from './amounts.ts';
import { any } from './rule.ts';

/**
 * Words that a number follows to identify one of many. Words that a year follows as often are left out: Reform Bill
 * 1832, Penal Code 1860, the Regulations 1984, Collected Verse 1885–1918.
 */
const labels = any(
	...'rooms? suites? apartments? apt flat floor gate platform locker cell block lot hill mile'.split(' '),
	...'exit routes? highway interstate motorway bus train tram lines? flights? runway channel grave tomb trench'.split(
		' '
	),
	...'pages? pp? ll chapters? ch sections? sec sect § articles? art\\. paragraphs? para clause rule'.split(' '),
	...'volume vol hymn psalm figure fig table folio fol item opus op appendix footnote note'.split(' '),
	...'nos?\\. nr number № case docket file resolutions? directive regulation decree serial ticket invoice'.split(' '),
	...'asteroid object model type mk versions? v builds? firmware revision rev locomotive'.split(' ')
);
/** Makers and products with numbered models; catalogues and standards. */
const names = any(
	...'Airbus Boeing Peugeot Porsche BMW Fiat Nokia Windows Office Server'.split(' '),
	...'NGC IC HD HIP SAO UGC PSR ISO IEC IEEE RFC DIN ANSI ASTM BS CVE BWV KV HWV HB SB CAS PMID ISBN ISSN'.split(' ')
);
const labelBefore = new RegExp(`(?<![a-z])${labels}\\.? ?(?:\\d{1,4} (?:and|&) )?$`, 'i');
const nameBefore = new RegExp(`(?<![A-Za-z])${names} $`);
/** “In case 2020 is worse”, “first flight 1903”, “Notting Hill 1999”: the words before change the label’s meaning. */
const noLabel =
	/\b(?:in case|the case|on file|in line|first flight|maiden flight|last flight|branch line|main line|railway line|take note) $|[A-Z][a-z]{1,20} (?:Hill|(?<!Microsoft )Office) $/;

/** The words before mark a time: “In 1934 Fleet Street fell silent”. */
const timeBefore = /(?:\b(?:in|since|during|by|until|before|after|copyright) |(?:©|\(c\)) ?)$/i;
const addressAfter =
	/^(?: (?:[A-Z][a-z]{1,20}\.?|[NSEW]\.?|\d{1,3}(?:st|nd|rd|th))){1,3} (?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Highway|Parkway|Square|Terrace|Place|Court)\b/;
const blockAfter = /^ block of /;
const telephoneAfter = /^[ -]\d{3}[ -]\d{3,4}(?!\d)/;
const telephoneBefore = /\d{3}[ -]\d{3}[ -]$/;
/** A title that is a year: the novel 1984, 《1984》, 1984 by George Orwell. */
const titleBefore = /\b(?:novel|book|film|movie|play|album|song|titled|called|entitled|named|reads?|reread) ["'“*_]?$/i;
const titleMarks = /《$/;
const parts = /^(?:,0\d{3}|\/(?:[A-Z]{2}|\d{1,5}\/[A-Z]))/;
const designation = /\b(?:asteroid|comet|object|planet) $/i;

const numberedInChinese = /(?:第|[房编型货车门订单卡账证文票]号|号码|车牌|邮编|电话|代码|[A-Z]·) ?:? ?$/;

/** Within the title of a work, such as 《今天》, a relative date is not a date. */
export const inTitle = (left: string, right: string) =>
	/[《〈][^》〉]{0,40}$/.test(left) && /^[^《〈]{0,40}[》〉]/.test(right);

/**
 * Do the words around a number that looks like a year show that it is not one?
 * @param left, right text before and after it, as foldDates gives it: see Unless
 */
export function isNumbered(number: string, left: string, right: string): boolean {
	if (isAmount(number, left, right) || parts.test(right)) return true;
	if ((labelBefore.test(left) || nameBefore.test(left)) && !noLabel.test(left)) return true;
	if (designation.test(left) || telephoneAfter.test(right) || telephoneBefore.test(left)) return true;
	if (addressAfter.test(right) && !timeBefore.test(left)) return true;
	if (blockAfter.test(right) && /\bthe $/.test(left)) return true;
	if (titleBefore.test(left) || (titleMarks.test(left) && /^》/.test(right))) return true;
	if (right.startsWith('年') && isDuration(`${number}年`, left, right.slice(1))) return true;
	return numberedInChinese.test(left);
}
