/**
 * A page in a frame that is as high as what it shows (src/embed): it says its height to the page around it, and opens
 * cards where the reader is. Nothing in it may depend on the height of the frame, which would follow itself.
 */

/** Whether the address asks for it; a frame of a fixed height stays as it is. */
export const isFollowed = () => parent !== window && new URLSearchParams(location.search).get('height') === 'auto';

/**
 * Says the height now and whenever it changes. Hears nothing.
 * @param over what stands over the page, outside its flow
 */
export function reportHeight(over: HTMLElement): { report: () => void; end: () => void } {
	let reported = 0;
	const report = () => {
		// Where it is not shown, it ends at 0. Offsets know nothing of animations on the way to them.
		const height = Math.max(document.body.offsetHeight, over.offsetTop + over.offsetHeight);
		if (height === reported) return;
		reported = height;
		// To any page: the height of a public page is no secret.
		parent.postMessage({ type: 'throughline:height', height, title: document.title }, '*');
	};
	const changed = new ResizeObserver(report);
	changed.observe(document.body);
	changed.observe(over);
	// Where the frame is not in view, a browser may put off what is observed until it is, and the page around it would jump.
	void document.fonts.ready.then(report);
	return { report, end: () => changed.disconnect() };
}

/** Lengths in px from the top of the page in the frame. */
export interface CardPlace {
	/** What was touched. */
	mark: number;
	/** The uppermost part of the frame that the reader sees. */
	seen: number;
	/** Heights of the card and of the page under it. */
	card: number;
	page: number;
}

/** Space between a card and the mark under it. */
const above = 48;

/**
 * @returns where the card begins: a little above what was touched, further up where it would make the frame higher, but
 * never above what the reader sees
 */
export const cardTop = ({ mark, seen, card, page }: CardPlace): number =>
	Math.max(0, seen, Math.min(mark - above, page - card));

/** Calls back with the uppermost part of the frame that the reader sees, which only an observer can tell here. */
export function whenSeen(then: (top: number) => void): void {
	const observer = new IntersectionObserver(([{ intersectionRect }]) => {
		observer.disconnect();
		then(intersectionRect.top);
	});
	observer.observe(document.body);
}
