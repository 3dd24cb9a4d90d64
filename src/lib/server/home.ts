/** The front page: every story in each of its languages, and the fonts of what it says of them. */
import en from '../text/en.ts';
import { fill } from '../text/fill.ts';
import { facesFor, type FaceFile } from './faces.ts';
import { faceHead, localStory } from './page.ts';
import { readStories } from './stories.ts';

/** Of the page around the stories; none of them has to be in it. */
export const homeLang = 'en';

export const homeStories = (base: string) =>
	[...readStories().values()].map(({ slug, languages }) => ({
		slug,
		editions: languages.map((lang) => {
			const { title, dek, ui, dir } = localStory(slug, lang)!;
			const read = fill(ui.home.read, { language: ui.languageName });
			return { lang, dir, title, dek, read, href: `${base}/${lang}/${slug}` };
		})
	}));

/** Just the characters that it shows. */
export function homeFaces(): FaceFile[] {
	const all = homeStories('').flatMap(({ editions }) => editions);
	const text = (of: 'title' | 'dek' | 'read') => all.map((edition) => edition[of]).join('');
	return facesFor({ serif: en.product + en.home.lead + text('title') + text('dek'), sans: text('read') }, homeLang);
}

/** @param base path the site is served under, '' or '/…' */
export const homeHead = (base: string) => faceHead('', homeLang, homeFaces(), base);
