/**
 * WebKit: WebKitGTK’s own small browser on a virtual screen, driven through its WebDriver with Selenium. The protocol
 * does not report a page’s errors, and the browser does not print them under automation, so pages come through a proxy
 * that makes them collect their own.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Builder, Key as Keys, Origin, type WebDriver } from 'selenium-webdriver';
import { collect, told, withoutWorker } from './problems.ts';
import { Tab, type Key } from './tab.ts';

class WebKitTab extends Tab {
	readonly #driver: WebDriver;
	readonly #between: Between;

	constructor(driver: WebDriver, between: Between) {
		super();
		this.#driver = driver;
		this.#between = between;
	}

	goto = (url: string) => this.#driver.get(this.#between.through(url));

	async evaluate<A extends unknown[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
		const answer = await this.#driver.executeAsyncScript<{ value?: Awaited<R>; error?: string }>(
			`const [args, done] = arguments;
			Promise.resolve().then(() => (${work})(...args)).then(
				(value) => done({ value }),
				(error) => done({ error: String(error) })
			);`,
			args
		);
		if (answer.error) throw new Error(answer.error);
		return answer.value as Awaited<R>;
	}

	async clickAt(x: number, y: number) {
		const at = { x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration: 0 };
		await this.#driver.actions().move(at).press().release().perform();
	}

	async press(key: Key) {
		const name = key.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
		const named = key.length > 1 ? Keys[name as 'ARROW_DOWN'] : key;
		await this.#driver.actions().keyDown(named).keyUp(named).perform();
	}

	screenshot = async () => Buffer.from(await this.#driver.takeScreenshot(), 'base64');

	/** A window is the viewport and a bar, whose height is measured; it cannot be narrower than about 450 px. */
	async resize(width: number, height: number) {
		const window = this.#driver.manage().window();
		const seen = () => this.evaluate(() => [innerWidth, innerHeight]);
		await window.setRect({ x: 0, y: 0, width, height });
		const { height: whole } = await window.getRect();
		await window.setRect({ x: 0, y: 0, width, height: height + whole - (await seen())[1] });
		await this.until(
			`a window of ${width} × ${height}`,
			(w, h) => innerWidth === w && innerHeight === h,
			width,
			height
		);
	}

	async problems() {
		return [...this.#between.failed.splice(0), ...(await this.evaluate(told))];
	}
}

/** Forwards the site with one more script in the head of each page, and notes what the site could not deliver. */
class Between {
	readonly failed: string[] = [];
	readonly #server: Server;
	/** Runs first in every page. */
	readonly #first: string;
	#site = '';

	/** @param keeps whether pages may have a service worker */
	constructor(keeps: boolean) {
		this.#first = [collect, ...(keeps ? [] : [withoutWorker])].map((work) => `(${work})();`).join('\n');
		this.#server = createServer(async (request, response) => {
			if (request.url === '/collect-problems.js') {
				response.writeHead(200, { 'content-type': 'text/javascript' }).end(this.#first);
				return;
			}
			try {
				const answer = await fetch(this.#site + request.url, { redirect: 'manual' });
				const type = answer.headers.get('content-type') ?? '';
				const location = answer.headers.get('location');
				if (answer.status >= 400) this.failed.push(`${answer.status} ${request.url}`);
				response.writeHead(answer.status, { 'content-type': type, ...(location && { location }) });
				const body = Buffer.from(await answer.arrayBuffer());
				// From the site’s own origin, so that its script policy still applies unchanged.
				const script = '<head><script src="/collect-problems.js"></script>';
				response.end(type.startsWith('text/html') ? body.toString().replace('<head>', script) : body);
			} catch (error) {
				this.failed.push(`${request.url}: ${error}`);
				response.writeHead(502).end();
			}
		});
	}

	async listen() {
		await once(this.#server.listen(0, '127.0.0.1'), 'listening');
	}

	/** The address of the same page through this server. */
	through(url: string): string {
		const { origin, pathname, search, hash } = new URL(url);
		this.#site = origin;
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${pathname}${search}${hash}`;
	}

	close() {
		this.#server.closeAllConnections();
		this.#server.close();
	}
}

/** Starts a program that ends with this process, however that ends. */
function start(command: string, args: string[], options: { pipe?: boolean; env?: NodeJS.ProcessEnv } = {}) {
	const child = spawn('setpriv', ['--pdeathsig', 'KILL', command, ...args], {
		stdio: ['ignore', 'ignore', 'ignore', options.pipe ? 'pipe' : 'ignore'],
		env: options.env ?? process.env
	});
	child.once('error', () => {});
	return child;
}

async function end(child: ChildProcess) {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill('SIGKILL');
	await once(child, 'exit');
}

/** @returns a port on this machine that is not in use */
async function freePort(): Promise<number> {
	const server = createServer();
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}

/** Starts a screen in memory, whose display number it chooses itself. */
async function openScreen(path: string) {
	const child = start(path, ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], { pipe: true });
	const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${path} ended at once`)));
	const [number] = await Promise.race([once(child.stdio[3]!, 'data'), ended]);
	ended.catch(() => {});
	return { child, display: `:${String(number).trim()}` };
}

async function openDriver(path: string, display: string) {
	const port = await freePort();
	const child = start(path, [`--port=${port}`], {
		env: {
			...process.env,
			DISPLAY: display,
			GDK_BACKEND: 'x11',
			// Without a desktop session there is nothing to ask, and asking costs ten seconds.
			DBUS_SESSION_BUS_ADDRESS: 'disabled:',
			GSETTINGS_BACKEND: 'memory',
			GTK_A11Y: 'none',
			NO_AT_BRIDGE: '1'
		}
	});
	const url = `http://127.0.0.1:${port}`;
	for (const end = Date.now() + 60_000; ; await pause(50)) {
		if (child.exitCode !== null || Date.now() > end) throw new Error(`${path} does not answer`);
		if (await fetch(`${url}/status`).catch(() => null)) return { child, url };
	}
}

/**
 * @param paths of WebKit’s driver, its browser, and Xvfb
 * @param keeps whether pages may have a service worker
 */
export async function openWebKit(paths: { driver: string; browser: string; screen: string }, keeps: boolean) {
	const open: (() => unknown)[] = [];
	const close = async () => {
		for (const undo of open.reverse()) await undo();
	};
	try {
		const between = new Between(keeps);
		await between.listen();
		open.push(() => between.close());
		const screen = await openScreen(paths.screen);
		open.push(() => end(screen.child));
		const driver = await openDriver(paths.driver, screen.display);
		open.push(() => end(driver.child));
		const session = await new Builder()
			.usingServer(driver.url)
			.withCapabilities({
				browserName: 'MiniBrowser',
				'webkitgtk:browserOptions': { binary: paths.browser, args: ['--automation'] }
			})
			.build();
		// A page that hangs does not delay the end: without its screen the browser ends too.
		open.push(() => Promise.race([session.quit(), pause(5000)]).catch(() => {}));
		const version = `WebKitGTK/${(await session.getCapabilities()).get('browserVersion')}`;
		return { tab: new WebKitTab(session, between), version, close };
	} catch (error) {
		await close();
		throw error;
	}
}
