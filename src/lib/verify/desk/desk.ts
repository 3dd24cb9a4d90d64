import { render } from 'svelte/server';
import type { ComponentProps } from 'svelte';
import Desk from './Desk.svelte';

/** @returns a self-contained HTML document, light and dark, to read and to print */
export function toHtml(props: ComponentProps<typeof Desk>): string {
	const { head, body } = render(Desk, { props });
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
${head}
</head>
<body>
${body}
</body>
</html>
`;
}
