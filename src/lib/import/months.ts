/** Names of months and weekdays in many languages, taken from the platform. */

const languages = 'en fr de es it pt nl sv da nb fi pl cs sk hu ro ru uk tr id'.split(' ');
const bare = (word: string) => word.toLowerCase().replace(/\.$/, '');

/** Word → number from 1; a word that means different months in two languages is left out. */
function namesOf(
	dates: readonly Date[],
	part: 'month' | 'weekday',
	options: readonly Intl.DateTimeFormatOptions[]
): Map<string, number> {
	const names = new Map<string, number>();
	for (const language of languages)
		for (const option of options) {
			const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...option });
			dates.forEach((date, index) => {
				const name = bare(format.formatToParts(date).find(({ type }) => type === part)?.value ?? '');
				if (!/^\p{L}{3,}$/u.test(name)) return;
				const known = names.get(name);
				names.set(name, known === undefined || known === index + 1 ? index + 1 : 0);
			});
		}
	return names;
}

const english = 'january february march april may june july august september october november december'.split(' ');
let months: Map<string, number> | undefined;
let weekdays: Map<string, number> | undefined;

/** “Nov”, “Nov.”, “Sept”, “November”, “novembre”, “Mai”: 1–12; 0 for any other word. */
export function monthOf(word: string): number {
	const name = bare(word);
	if (name.length < 3) return 0;
	const start = english.findIndex((month) => month.startsWith(name));
	if (start >= 0) return start + 1;
	// Some languages put the name into another case when it follows a day.
	months ??= namesOf(
		Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2023, month, 15))),
		'month',
		[{ month: 'long' }, { month: 'short' }, { month: 'long', day: 'numeric' }, { month: 'short', day: 'numeric' }]
	);
	return months.get(name) ?? 0;
}

export function isWeekday(word: string): boolean {
	weekdays ??= namesOf(
		Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2023, 0, 1 + day))),
		'weekday',
		[{ weekday: 'long' }, { weekday: 'short' }]
	);
	return weekdays.has(bare(word));
}
