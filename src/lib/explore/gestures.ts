/**
 * Pointer and wheel gestures on the picture. The page keeps its scroll: a wheel zooms with Ctrl (or as a pinch on a
 * trackpad, which browsers report so), and without it once the picture has the focus, by a click or a key; sideways it
 * then moves the picture. One finger scrolls the page, two move and zoom. Where time runs across, one finger moves the
 * picture, and only vertical swipes scroll the page.
 */
interface Moves {
	/** px along the axis */
	move(px: number): void;
	/** @param px the point that stays fixed, along the axis from the picture’s start */
	zoom(factor: number, px: number): void;
	/** A wheel was turned over the picture, but left to the page. */
	passed(): void;
}

/** A press that moves less than this is a click, px. */
const slack = 4;

/** @returns a function that removes the listeners */
export function gestures(element: HTMLElement, across: () => boolean, moves: Moves): () => void {
	const pointers = new Map<number, { x: number; y: number }>();
	let dragged = 0;
	const along = (point: { x: number; y: number }) => (across() ? point.x : point.y);
	const place = (point: { x: number; y: number }) => along(point) - along(element.getBoundingClientRect());

	function wheel(event: WheelEvent) {
		const held = event.ctrlKey || event.metaKey;
		if (!held && !element.contains(document.activeElement)) return moves.passed();
		event.preventDefault();
		// A wheel has one axis, a trackpad two.
		const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
		const turned = sideways ? event.deltaX : event.deltaY;
		const px = event.deltaMode === 1 ? turned * 16 : event.deltaMode === 2 ? turned * 400 : turned;
		if (!held && (sideways || event.shiftKey)) moves.move(px);
		else moves.zoom(2 ** (-px / (held ? 200 : 400)), place({ x: event.clientX, y: event.clientY }));
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
			moves.move((along(last) - along(here)) / 2);
			moves.zoom(apart(here, other) / apart(last, other), (place(here) + place(other)) / 2);
		} else if (event.pointerType !== 'touch' || across()) {
			dragged += Math.abs(here.y - last.y) + Math.abs(here.x - last.x);
			if (dragged <= slack) return;
			if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
			moves.move(along(last) - along(here));
		}
		pointers.set(event.pointerId, here);
	}

	function up(event: PointerEvent) {
		pointers.delete(event.pointerId);
	}

	/** The end of a drag is not a click on what is there. */
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
