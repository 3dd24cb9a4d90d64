/** What people have checked of an entry, where a program cannot: which claim, in which state of the entry. */
import type { Review } from '../story/model.ts';
import { reviewDigest } from './digest.ts';
import { isOpen, type Finding } from './finding.ts';

/** What may have been reviewed: an entry, or what story.yaml says. */
export interface Reviewed {
	reviewed?: Review[];
}

export class Reviews {
	private known: string | undefined;

	private readonly list: readonly Review[];

	/**
	 * @param entry as the story has it
	 * @param language of the reasons that a report gives
	 */
	constructor(
		private readonly entry: Reviewed,
		private readonly language: string
	) {
		this.list = entry.reviewed ?? [];
	}

	/** What a review of the entry as it is now is bound to. */
	get digest(): string {
		return (this.known ??= reviewDigest(this.entry));
	}

	/** @returns the finding as a person has settled it: `reviewed`, where it was open and the entry is as it was then */
	settle(finding: Finding): Finding {
		const review = this.list.find(({ claim, of }) => claim === finding.aspect && of === finding.value);
		if (!review) return finding;
		if (!isOpen(finding.verdict)) return finding;
		const { date, by, why } = review;
		if (review.digest === this.digest)
			return { ...finding, verdict: 'reviewed', message: `${date} ${by}: ${why[this.language]}` };
		const lapsed = review.digest
			? `The entry has changed since ${by} reviewed it on ${date}. Look again, then write digest: ${this.digest}.`
			: `The review of ${date} by ${by} is bound to no state of the entry. Write digest: ${this.digest} beside it.`;
		return { ...finding, message: [finding.message, lapsed].filter(Boolean).join(' ') };
	}

	/**
	 * @param findings all of the entry’s
	 * @returns reviews of what the entry does not claim, with where they stand among its reviews
	 */
	unused(findings: readonly Finding[]): { review: Review; index: number }[] {
		const isOf = ({ claim, of }: Review) => findings.some(({ aspect, value }) => aspect === claim && value === of);
		return this.list.flatMap((review, index) => (isOf(review) ? [] : [{ review, index }]));
	}
}
