/** Handles marks and other elements that name an item in `data-ref` or `data-also`, whoever rendered them. */
import type { Ref } from '../view/local.ts';

/** Highlights an item wherever it appears. */
export function ring(ref: Ref | null): void {
	document.querySelectorAll('main .active').forEach((element) => element.classList.remove('active'));
	if (!ref) return;
	const places = ['.opening', '.telling', '.ending'].flatMap((place) =>
		['ref', 'also'].map((name) => `${place} [data-${name}~="${CSS.escape(ref)}"]`)
	);
	document.querySelectorAll(places.join(',')).forEach((element) => element.classList.add('active'));
}

/** The mark for an item: its own, or that of its event. */
export const markOf = (picture: Element, ref: Ref): SVGAElement | null =>
	picture.querySelector<SVGAElement>(`a.mark[data-ref="${ref}"]`) ??
	picture.querySelector<SVGAElement>(`a.mark[data-also~="${ref}"]`);

/** Handles arrow keys only on a focused mark; elsewhere they keep their usual function. */
export function onmarkkey(event: KeyboardEvent): void {
	const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
	const mark = (event.target as Element).closest<SVGAElement>('a.mark');
	const picture = mark?.closest<SVGSVGElement>('svg[data-orientation]');
	if (!step || !mark || !picture || event.altKey || event.ctrlKey || event.metaKey) return;
	const marks = inOrder(picture);
	const next = marks[marks.indexOf(mark) + step];
	if (!next) return;
	event.preventDefault();
	next.focus({ preventScroll: true });
}

/** Marks in order of time. */
function inOrder(picture: SVGSVGElement): SVGAElement[] {
	const down = picture.dataset.orientation === 'down';
	const placed = [...picture.querySelectorAll<SVGAElement>('a.mark')].map((mark) => {
		const { x, y } = mark.querySelector('.ring')!.getBoundingClientRect();
		return { mark, along: Math.round(down ? y : x), beside: Math.round(down ? x : y) };
	});
	return placed.sort((a, b) => a.along - b.along || a.beside - b.beside).map(({ mark }) => mark);
}
