/** What people have checked in an entry where a program cannot: which claim, and in which state of the entry. */
import type { Review } from '../story/model.ts';
import { reviewDigest } from './digest.ts';
import { isOpen, type Finding } from './finding.ts';

/** What may be reviewed: an entry, or what story.yaml says. */
export interface Reviewed {
	reviewed?: Review[];
}

export class Reviews {
	private known: string | undefined;

	private readonly list: readonly Review[];

	/**
	 * @param entry as the story has it
	 * @param language in which a report gives reasons
	 */
	constructor(
		private readonly entry: Reviewed,
		private readonly language: string
	) {
		this.list = entry.reviewed ?? [];
	}

	/** What a review of the entry in its present state is bound to. */
	get digest(): string {
		return (this.known ??= reviewDigest(this.entry));
	}

	/** @returns the finding as `reviewed`, if it was open and somebody has reviewed the entry in its present state */
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
	 * @param findings all findings of the entry
	 * @returns reviews of what the entry does not claim, with their index among its reviews
	 */
	unused(findings: readonly Finding[]): { review: Review; index: number }[] {
		const isOf = ({ claim, of }: Review) => findings.some(({ aspect, value }) => aspect === claim && value === of);
		return this.list.flatMap((review, index) => (isOf(review) ? [] : [{ review, index }]));
	}
}
