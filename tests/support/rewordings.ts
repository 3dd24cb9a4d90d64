/** The same said in other words, and as true: none of these may be called wrong. */
import type { Story } from '#lib/story/model.ts';
import { seed, type Seed } from './changes.ts';
import { carrickBridge } from './rewordings/carrickBridge.ts';
import { jiangkouPower } from './rewordings/jiangkouPower.ts';
import { siliconValley } from './rewordings/siliconValley.ts';
import type { Rewordings } from './rewordings/rewordings.ts';
import { textsOf } from './seedsOfTexts.ts';

const rewordings: Record<string, Rewordings> = {
	'carrick-bridge': carrickBridge,
	'jiangkou-power': jiangkouPower,
	'silicon-valley-turns': siliconValley
};

/** The story with each rewording, one at a time. */
export function reworded(story: Story): Seed[] {
	const texts = new Map(textsOf(story).map((text) => [text.name, text]));
	return Object.entries(rewordings[story.slug]).flatMap(([name, rows]) =>
		rows.map((row) => {
			const place = texts.get(name);
			if (!place) throw new Error(`${story.slug} has no text ${name}`);
			const [from, to] = typeof row === 'string' ? [place.text, row] : row;
			if (!place.text.includes(from)) throw new Error(`${story.slug}, ${name} does not say “${from}”`);
			return seed('reworded', `${name}: ${from} → ${to}`, () => place.write(place.text.replace(from, to)));
		})
	);
}
