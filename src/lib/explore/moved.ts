/** Where an element lies along time: moved by `shift` px, and stretched from its start by `factor`. */
export interface Place {
	across: boolean;
	shift?: number;
	factor?: number;
}

/** No shift and no factor is as large as this. */
const most = 1e6;

/**
 * A Svelte action that moves an element along time. It sets how far paused animations have come, since Chromium then
 * moves the element’s layer alone: a changed `style.transform` has the layers of the whole page worked out again.
 */
export function moved(element: HTMLElement, place: Place) {
	let held = hold(element, place);
	held.to(place);
	return {
		update(next: Place) {
			if (next.across !== held.across) {
				held.release();
				held = hold(element, next);
			}
			held.to(next);
		}
	};
}

/** The animations run from -`most` to `most` in as many ms. */
function hold(element: HTMLElement, { across, shift, factor }: Place) {
	const animate = (property: 'translate' | 'scale', rest: string, unit: string) => {
		const frame = (value: number) => (across ? `${value}${unit} ${rest}` : `${rest} ${value}${unit}`);
		const animation = element.animate({ [property]: [frame(-most), frame(most)] }, { duration: 2 * most });
		animation.pause();
		return animation;
	};
	const translate = shift === undefined ? undefined : animate('translate', '0', 'px');
	const scale = factor === undefined ? undefined : animate('scale', '1', '');
	/** Setting the same time again would count as a change. */
	const set = (animation: Animation | undefined, value = 0) => {
		if (animation && animation.currentTime !== value + most) animation.currentTime = value + most;
	};
	return {
		across,
		to({ shift, factor }: Place) {
			set(translate, shift);
			set(scale, factor);
		},
		release() {
			translate?.cancel();
			scale?.cancel();
		}
	};
}
