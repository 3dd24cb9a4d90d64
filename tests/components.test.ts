/** docs/components.md names every component that the package has, with every prop. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(path, 'utf8');
const sections = read('docs/components.md').split(/^(?=## )/m);

/** Names of what is taken apart, without `...rest`. */
const namesIn = (text: string) =>
	text
		.split(',')
		.map((part) => /^\s*(\w+)/.exec(part)?.[1])
		.filter((name) => name !== undefined);

const components = [...read('src/lib/components.ts').matchAll(/as (\w+) } from '\.\/(.+\.svelte)'/g)].map(
	([, name, file]) => ({ name, file })
);

it.each(components)('$name', ({ name, file }) => {
	const source = read(`src/lib/${file}`);
	const [, taken] = /let \{([^}]*)\}[^;]*= \$props\(\)/.exec(source)!;
	const shared = source.includes('CardProps')
		? [...read('src/lib/cards/Card.svelte').matchAll(/interface CardProps \{([^]*?)\n\t\}/g)]
				.flatMap(([, body]) => [...body.matchAll(/^\t\t(\w+)\??:/gm)])
				.map(([, prop]) => prop)
		: [];
	const section = sections.find((one) => /^## (.*)/.exec(one)?.[1].split(', ').includes(name)) ?? '';
	const told = [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, prop]) => prop);
	expect(told.sort()).toEqual([...new Set([...namesIn(taken), ...shared])].sort());
});
