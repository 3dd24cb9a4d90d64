import { error } from '@sveltejs/kit';
import { codeHash } from '#lib/node/answerKeys.ts';
import { named } from '#lib/node/missing.ts';
import { localStory } from '#lib/node/page.ts';
import { renderImage } from '#lib/node/render.ts';
import { site } from '#lib/node/site.ts';
import type { Ref } from '#lib/view/local.ts';
import { initialView } from '#lib/view/view.ts';
import type { RequestHandler } from './$types';

/** The images for link previews of a story and of its quotes. */
export const GET: RequestHandler = async ({ params }) => {
	const story = localStory(params.story, params.lang);
	const [name, size] = params.image.split('.');
	const quote = name === 'story' ? undefined : story?.items.find(({ ref }) => ref === name);
	if (!story || size !== 'card' || (name !== 'story' && quote?.kind !== 'quote'))
		error(404, `no image "${params.image}" of "${params.story}" in "${params.lang}"`);
	const { origin, base } = site();
	let complete = true;
	const image = await renderImage({
		story,
		view: initialView(story.lang),
		quote: quote?.ref as Ref | undefined,
		size: 'card',
		format: 'png',
		theme: 'light',
		resolution: 1,
		code: codeHash(),
		onmissing: (characters) => {
			complete = false;
			console.warn(
				`${story.slug}/${story.lang}/${params.image}.png: no font has ${named([...characters])}; there are boxes in their places`
			);
		},
		link: [`${origin}${base}/${story.lang}/${story.slug}`, quote?.ref].filter(Boolean).join('/')
	});
	// What is warned of is drawn, and warned of, in every build.
	const headers = { 'content-type': 'image/png', 'cache-control': complete ? 'no-cache' : 'no-store' };
	return new Response(new Uint8Array(image), { headers });
};
