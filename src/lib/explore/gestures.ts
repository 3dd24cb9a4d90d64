/**
 * Pointer and wheel on the picture. The page keeps its scroll: a wheel zooms only with Ctrl (or as a pinch on a
 * trackpad, which browsers report so) and moves only where the reader has put the focus; one finger scrolls the page,
 * two move and zoom.
 */
interface Moves {
	/** px along the axis */
	move(px: number): void;
	/** @param px along the axis, from the picture’s start: what stays */
	zoom(factor: number, px: number): void;
}

/** A press that moves less is a click, px. */
const slack = 4;

/** @returns what ends it */
export function gestures(element: HTMLElement, moves: Moves): () => void {
	const pointers = new Map<number, { x: number; y: number }>();
	let dragged = 0;
	const top = () => element.getBoundingClientRect().top;

	function wheel(event: WheelEvent) {
		const px = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaMode === 2 ? event.deltaY * 400 : event.deltaY;
		if (event.ctrlKey || event.metaKey) moves.zoom(2 ** (-px / 200), event.clientY - top());
		else if (element.contains(document.activeElement)) moves.move(px);
		else return;
		event.preventDefault();
	}

	function down(event: PointerEvent) {
		if (event.button) return;
		pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
		dragged = 0;
	}

	function moved(event: PointerEvent) {
		const last = pointers.get(event.pointerId);
		if (!last) return;
		const here = { x: event.clientX, y: event.clientY };
		if (pointers.size === 2) {
			const other = [...pointers].find(([id]) => id !== event.pointerId)![1];
			const apart = (a: typeof here, b: typeof here) => Math.max(10, Math.hypot(a.x - b.x, a.y - b.y));
			moves.move((last.y - here.y) / 2);
			moves.zoom(apart(here, other) / apart(last, other), (here.y + other.y) / 2 - top());
		} else if (event.pointerType !== 'touch') {
			dragged += Math.abs(here.y - last.y) + Math.abs(here.x - last.x);
			if (dragged <= slack) return;
			if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
			moves.move(last.y - here.y);
		}
		pointers.set(event.pointerId, here);
	}

	function up(event: PointerEvent) {
		pointers.delete(event.pointerId);
	}

	/** The end of a drag is no click on what lies there. */
	function click(event: MouseEvent) {
		if (dragged > slack) {
			event.stopPropagation();
			event.preventDefault();
		}
		dragged = 0;
	}

	const stop = new AbortController();
	const { signal } = stop;
	element.addEventListener('wheel', wheel, { passive: false, signal });
	element.addEventListener('pointerdown', down, { signal });
	element.addEventListener('pointermove', moved, { signal });
	for (const name of ['pointerup', 'pointercancel', 'lostpointercapture'] as const)
		element.addEventListener(name, up, { signal });
	element.addEventListener('click', click, { capture: true, signal });
	element.addEventListener('dragstart', (event) => event.preventDefault(), { signal });
	return () => stop.abort();
}
