import { base } from '$app/paths';
import { localise } from '#lib/view/localise.ts';
import { readStories } from '#lib/server/stories.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
	stories: [...readStories().values()].map((story) => ({
		slug: story.slug,
		editions: story.languages.map((lang) => {
			const { title, dek, ui, dir } = localise(story, lang);
			return {
				lang,
				dir,
				title,
				dek,
				read: ui.home.read,
				name: ui.languageName,
				href: `${base}/${lang}/${story.slug}`
			};
		})
	}))
});
