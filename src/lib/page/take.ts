/**
 * What a reader can take along with one touch: the link, the share sheet, a picture, a printout. Buttons rendered by
 * the server name it in `data-take`; the result is announced in the `role="status"` beside them.
 */
import type { PageFonts } from '../export/runs.ts';
import type { SiteColours } from '../layout/palettes.ts';
import { copyText, share } from '../export/share.ts';
import { Absent } from '../part/absent.ts';
import { Part, type AnyPart } from '../part/part.svelte.ts';
import { fill } from '../text/fill.ts';
import type { LocalStory } from '../view/local.ts';
import type { View } from '../view/view.ts';

interface Page {
	story: LocalStory;
	/** Loads the complete story, where the page carries only a part. */
	full: () => Promise<LocalStory>;
	view: View;
	fonts: PageFonts;
	colours: SiteColours;
	/** Returns the absolute address of a View. */
	link: (view: View) => string;
	/** Whether the screen is narrow, as a phone’s: pictures are then tall. */
	narrow: boolean;
	/** Called with a part that is being loaded, since it may fail. */
	onask: (part: AnyPart) => void;
}

/** @param button with `data-take`: `link`, `share`, `picture` or `print` */
export async function take(button: HTMLElement, page: Page): Promise<void> {
	const { story, view, link } = page;
	const what = button.dataset.take;
	const place = button.closest('section')!;
	const status = place.querySelector('[role="status"]')!;
	// The story with the reader’s settings, from its beginning.
	const url = link({ ...view, scene: null, focus: null });
	if (what === 'print') print();
	else if (what === 'share')
		status.textContent = (await share({ title: story.title, url })) === 'failed' ? story.ui.export.shareFailed : '';
	else if (what === 'picture') await picture(button, place, status, page);
	else if (await copyText(url)) status.textContent = story.ui.ending.copied;
	else {
		status.textContent = story.ui.ending.refused;
		const field = place.querySelector('input')!;
		field.value = url;
		field.hidden = false;
		field.focus();
		field.select();
	}
}

/** The part requested by each button, replaced by a further touch. */
const saving = new WeakMap<Element, Part<string>>();

/** Saves a picture of a scene, or of the ending’s line; one at a time. */
async function picture(
	button: Element,
	place: HTMLElement,
	status: Element,
	{ story, full, view, narrow, onask, ...page }: Page
) {
	if (button.ariaBusy) return;
	const ui = story.ui.export;
	button.ariaBusy = 'true';
	status.textContent = ui.working;
	const scene = place.dataset.scene ?? null;
	const ending = place.matches('.ending');
	const pictured: View = ending ? { ...view, scene, scale: 'true' } : { ...view, scene };
	saving.get(button)?.drop();
	const part = new Part(
		ui.image,
		async () => {
			const { savePicture } = await import('../export/savePicture.ts');
			return savePicture(await full(), pictured, ending ? 'card' : narrow ? 'phone' : 'slide', page);
		},
		({ here, error }) => {
			status.textContent =
				here ?? (error instanceof Absent ? error.message : fill(ui.failed, { reason: ui.partFailed }));
			button.ariaBusy = null;
		}
	);
	saving.set(button, part);
	onask(part);
	await part.ask();
}
