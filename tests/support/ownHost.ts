/** A host of a test’s own: it can be stopped and started, kept from answering, and given another build. */
import { folderAnswers, listen, type Listening } from '../../src/lib/node/serve.ts';

/**
 * @param folder of a built site
 * @param port by default any free one
 */
export async function openHost(folder: string, port = 0) {
	const answerFrom = (build: string) => folderAnswers(build, '', () => ({ 'Cache-Control': 'no-cache' }));
	let answer = answerFrom(folder);
	let held: (() => void)[] | null = null;
	const open = (port: number) =>
		listen(
			(request, response) => {
				const go = () => answer(request, response);
				if (held) held.push(go);
				else go();
			},
			{ port, base: '' }
		);
	let server: Listening = await open(port);
	const { url } = server;
	return {
		url,
		stop: () => server.close(),
		/** Starts it again at the same address. @param build folder of a built site */
		async start(build = folder) {
			answer = answerFrom(build);
			server = await open(Number(new URL(url).port));
		},
		/** Lets requests wait until `release`. */
		hold: () => void (held = []),
		release() {
			const waiting = held ?? [];
			held = null;
			for (const go of waiting) go();
		}
	};
}
