/** The gallery’s pages: all pictures, or those that changed, before and after. No framework; images load lazily. */
import { pictureThemes } from '../../src/lib/layout/palettes.ts';
import type { Changes } from './compare.ts';
import type { Plate } from './pictures.ts';

type Shown = Omit<Plate, 'svg'>;

const escape = (text: string) =>
	text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

export function galleryPage(shown: readonly Shown[]): string {
	return page(shown, 'Every picture', (plate) => image(plate, plate.name));
}

/** @param shown all present pictures */
export function changesPage(shown: readonly Shown[], { changed, added, gone }: Changes): string {
	const [isChanged, isNew] = [new Set(changed), new Set(added)];
	const lines = [
		`${changed.length} of ${shown.length} pictures changed, ${added.length} are new, ${gone.length} gone.`
	];
	const lost = gone.map((name) => `<li><a href="before/${encodeURI(name)}">${escape(name)}</a></li>`).join('');
	return page(
		shown.filter(({ name }) => isChanged.has(name) || isNew.has(name)),
		'What changed',
		(plate) =>
			isNew.has(plate.name)
				? image(plate, plate.name, 'new')
				: image(plate, `before/${plate.name}`, 'before') + image(plate, plate.name, 'after'),
		`<p>${lines.join('')}</p>${lost && `<p>Gone:</p><ul>${lost}</ul>`}`
	);
}

function image({ name, width, height }: Shown, src: string, word = ''): string {
	const alt = word ? `${name}, ${word}` : name;
	return (
		`<a href="${encodeURI(src)}"><img src="${encodeURI(src)}" alt="${escape(alt)}" loading="lazy" ` +
		`width="${width}" height="${height}">${word && `<small>${word}</small>`}</a>`
	);
}

function page(shown: readonly Shown[], title: string, draw: (plate: Shown) => string, before = ''): string {
	const editions = [...new Set(shown.map(({ edition }) => edition))];
	const groups = editions.map((edition) => {
		const figures = shown
			.filter((plate) => plate.edition === edition)
			.map(
				(plate) =>
					`<figure id="${escape(plate.name)}" data-edition="${escape(edition)}" data-size="${plate.size}" ` +
					`data-theme="${plate.theme}"><div>${draw(plate)}</div>` +
					`<figcaption><a href="#${encodeURI(plate.name)}">${escape(plate.name)}</a></figcaption></figure>`
			);
		return `<section id="${escape(edition)}"><h2>${escape(edition)}</h2><div class="wall">${figures.join('\n')}</div></section>`;
	});
	const choice = (name: string, words: string, values: string[]) =>
		`<label>${words} <select name="${name}"><option value="">all</option>` +
		[...new Set(values)].map((value) => `<option>${escape(value)}</option>`).join('') +
		'</select></label>';
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${styles}</style>
<header><h1>${title}</h1><form>
${choice('edition', 'Story', editions)}
${choice(
	'size',
	'Size',
	shown.map(({ size }) => size)
)}
${choice(
	'theme',
	'Theme',
	shown.map(({ theme }) => theme)
)}
<label>Height <input type="range" name="height" min="120" max="1200" value="300"></label>
<output aria-live="polite">${shown.length} of ${shown.length}</output></form>
<nav>${editions.map((edition) => `<a href="#${escape(edition)}">${escape(edition)}</a>`).join(' ')}</nav></header>
<main>${before}${groups.join('\n')}</main>
<script>${script}</script>
</html>
`;
}

const grounds = Object.entries(pictureThemes)
	.map(([name, { paper }]) => `[data-theme="${name}"] img{background:${paper}}`)
	.join('');

const styles = `
:root{--height:300px;color-scheme:light;font:15px/1.4 system-ui,sans-serif;scroll-padding-top:7rem}
body{margin:0;background:#e4e4e4;color:#111}
header{position:sticky;top:0;padding:.6rem 1rem;background:#fff;border-bottom:1px solid #999}
h1{display:inline;margin:0 1rem 0 0;font-size:1rem}
form{display:inline-flex;flex-wrap:wrap;gap:.3rem 1rem;align-items:center}
select,input{font:inherit;max-width:12rem}
nav{margin-top:.3rem}
nav a{margin-right:.8rem}
main{padding:0 1rem 3rem}
h2{margin:1.5rem 0 .6rem;font-size:1.1rem}
.wall{display:flex;flex-wrap:wrap;gap:1rem;align-items:start}
figure{margin:0;max-width:100%}
figure:target{outline:3px solid #06c;outline-offset:4px}
figure>div{display:flex;flex-wrap:wrap;gap:.5rem}
figure>div>a{color:inherit}
img{display:block;height:var(--height);width:auto;max-width:100%;object-fit:contain}
figcaption,small{font-size:.75rem;overflow-wrap:anywhere}
figure[data-size^="chart"] img{height:auto;max-height:var(--height);padding:12px;box-sizing:content-box;max-width:calc(100% - 24px)}
[hidden]{display:none!important}
${grounds}`;

/** Shows only what is chosen; the choice is kept in the address, so that it can be shared. */
const script = `
const form = document.querySelector('form');
const figures = [...document.querySelectorAll('figure')];
const names = ['edition', 'size', 'theme'];
function show() {
	const chosen = names.map((name) => [name, form.elements[name].value]).filter(([, value]) => value);
	for (const figure of figures) figure.hidden = !chosen.every(([name, value]) => figure.dataset[name] === value);
	for (const section of document.querySelectorAll('section')) section.hidden = !section.querySelector('figure:not([hidden])');
	document.documentElement.style.setProperty('--height', form.elements.height.value + 'px');
	document.querySelector('output').value = figures.filter(({ hidden }) => !hidden).length + ' of ' + figures.length;
	history.replaceState(null, '', '?' + new URLSearchParams(chosen) + location.hash);
}
const asked = new URLSearchParams(location.search);
for (const name of names) form.elements[name].value = asked.get(name) || '';
form.addEventListener('input', show);
show();
`;
