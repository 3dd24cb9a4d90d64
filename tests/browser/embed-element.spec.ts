/** The element of embed.js, in pages of another origin. */
import { expect, test, type Frame, type Page } from '@playwright/test';
import { openHost, pasted } from '../support/hostPage.ts';
import { frames, slug, story, storyUrl } from './support.ts';

let host: Awaited<ReturnType<typeof openHost>>;
test.beforeAll(async () => void (host = await openHost()));
test.afterAll(() => host.close());

const script = (site: string) => `<script defer src="${site}/embed.js"></script>`;
const element = (attributes: string, id = 'one') =>
	`<throughline-timeline id="${id}" ${attributes}><a href="#">The story</a></throughline-timeline>`;
const own = `story="en/${slug}"`;

const outer = (page: Page, id?: string) => page.locator(`${id ? `#${id}` : 'throughline-timeline'} iframe`).first();

/** The page in a frame, once it is drawn and as high as the frame around it. */
async function followed(page: Page, id?: string): Promise<Frame> {
	const frame = (await (await outer(page, id).elementHandle())!.contentFrame())!;
	await frame.waitForFunction(() => document.querySelector('main.followed'));
	await frame.evaluate(() => document.fonts.ready.then(() => {}));
	await expect
		.poll(() => frame.evaluate(() => innerHeight - document.body.offsetHeight), 'frame as high as its content')
		.toBe(0);
	return frame;
}

const height = async (page: Page, id?: string) => (await outer(page, id).boundingBox())!.height;

for (const width of [320, 390, 820])
	test(`the lines of the README make a frame that fits its content, ${width} px`, async ({ page, baseURL }) => {
		await page.setViewportSize({ width, height: 800 });
		await page.goto(host.page(pasted(baseURL!)));
		const frame = await followed(page);
		const seen = await frame.evaluate(() => {
			const root = document.documentElement;
			const outside = [...document.querySelectorAll('header *, footer *, .picture svg text')]
				.map((part) => ({ text: part.textContent, box: part.getBoundingClientRect() }))
				.filter(({ box }) => box.left < -0.5 || box.right > innerWidth + 0.5 || box.bottom > innerHeight + 0.5)
				.map(({ text }) => text);
			return {
				scrolls: root.scrollHeight > root.clientHeight || root.scrollWidth > root.clientWidth,
				bar: innerWidth - root.clientWidth,
				outside,
				named: document.querySelectorAll('.picture a.mark text').length
			};
		});
		expect(seen).toEqual({ scrolls: false, bar: 0, outside: [], named: expect.any(Number) });
		expect(seen.named).toBeGreaterThan(5);
		expect((await outer(page).boundingBox())!.width).toBe(width - 32);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
		await expect(outer(page)).toHaveAttribute('title', story('en').title);
		// Turned to the side, it fits again.
		await page.setViewportSize({ width: 800, height: width });
		await followed(page);
	});

test('two on one page follow their own stories, scripts pasted twice', async ({ page, baseURL }) => {
	const few = element(`story="zh-Hans/${slug}" range="2025-01/2025-11" actors="openai"`, 'few');
	const faults: string[] = [];
	page.on('pageerror', (error) => faults.push(String(error)));
	await page.goto(host.page(pasted(baseURL!) + pasted(baseURL!) + few));
	const [all, part] = [await followed(page), await followed(page, 'few')];
	const refs = (frame: Frame) =>
		frame
			.locator('.picture a.mark')
			.evaluateAll((marks) => marks.map((mark) => (mark as SVGElement & HTMLElement).dataset.ref));
	expect((await refs(part)).length).toBeGreaterThan(0);
	expect((await refs(part)).length).toBeLessThan((await refs(all)).length);
	expect(await height(page, 'few')).toBeLessThan(await height(page));
	await expect(outer(page, 'few')).toHaveAttribute('title', story('zh-Hans').title);
	await expect(part.locator('header p')).toContainText('2025年1月 – 2025年11月');
	expect(faults).toEqual([]);
});

test('attributes may change, all at once, and no step of the history is made', async ({ page, baseURL }) => {
	const asked: string[] = [];
	page.on('request', (request) => request.isNavigationRequest() && asked.push(request.url()));
	const warned: string[] = [];
	page.on('console', (message) => message.type() === 'warning' && warned.push(message.text()));
	await page.goto(host.page(script(baseURL!) + element(own)));
	await followed(page);
	const before = await height(page);
	const steps = await page.evaluate(() => history.length);
	/** Returns the height of the frame as soon as it is there. */
	const set = (values: Record<string, string>) =>
		page.locator('#one').evaluate(async (one, values) => {
			for (const [name, value] of Object.entries(values)) one.setAttribute(name, value);
			await Promise.resolve();
			return one.shadowRoot!.querySelector('iframe')?.offsetHeight;
		}, values);
	await set({ label: 'Who turned to whom' });
	await expect(outer(page)).toHaveAttribute('title', 'Who turned to whom');
	expect(await set({ actors: 'openai', theme: 'dark', range: '2025' })).toBe(before);
	const frame = await followed(page);
	expect(await frame.evaluate(() => [location.search, document.documentElement.dataset.theme])).toEqual([
		'?range=2025&actors=openai&theme=dark&height=auto',
		'dark'
	]);
	await expect(outer(page)).toHaveAttribute('title', 'Who turned to whom');
	expect(await height(page)).toBeLessThan(before);
	expect(await page.evaluate(() => history.length)).toBe(steps);
	// The host, the first frame, and one for three attributes.
	expect(asked).toHaveLength(3);
	await set({ story: 'https://example.org/en/other' });
	await expect(outer(page)).toHaveCount(0);
	await expect(page.getByRole('link', { name: 'The story' })).toBeVisible();
	expect(warned.join()).toContain('write language/story, such as story="en/my-story"');
	await set({ story: `en/${slug}` });
	await followed(page);
	await expect(page.getByRole('link', { name: 'The story' })).toBeHidden();
});

test('taken out it is quiet, and put back it shows again', async ({ page, baseURL }) => {
	await page.addInitScript(() => {
		const listening = new Set<unknown>();
		Object.assign(globalThis, { listening });
		const { addEventListener: add, removeEventListener: remove } = window;
		window.addEventListener = ((type: string, listener: never) => {
			if (type === 'message') listening.add(listener);
			add.call(window, type, listener);
		}) as typeof add;
		window.removeEventListener = ((type: string, listener: never) => {
			if (type === 'message') listening.delete(listener);
			remove.call(window, type, listener);
		}) as typeof remove;
	});
	await page.goto(host.page(script(baseURL!) + element(own)));
	await followed(page);
	const heard = () => page.evaluate(() => (globalThis as unknown as { listening: Set<unknown> }).listening.size);
	expect(await heard()).toBe(1);
	const one = await page.locator('#one').elementHandle();
	await one!.evaluate((one) => one.remove());
	expect([await heard(), page.frames().length]).toEqual([0, 1]);
	await one!.evaluate((one) => document.body.append(one));
	await followed(page);
	expect(await heard()).toBe(1);
});

test('it loads when it comes near, with its title and a height before', async ({ page, baseURL }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	await page.goto(host.page(`${script(baseURL!)}<p style="height: 30000px"></p>${element(own)}`));
	await expect(outer(page)).toHaveAttribute('title', 'The story');
	await page.waitForLoadState('networkidle');
	expect(asked.filter((path) => path.includes(slug))).toEqual([]);
	const reserved = await height(page);
	await outer(page).scrollIntoViewIfNeeded();
	await followed(page);
	// What it becomes moves the page by less than a tenth of a screen.
	expect(Math.abs((await height(page)) - reserved)).toBeLessThan(72);
});

test('only its own frame is heard, and only what can be', async ({ page, baseURL }) => {
	const lie = `{ type: 'throughline:height', height: 4321, title: 'not this' }`;
	const hostile = `<iframe title="hostile" srcdoc="<script>parent.postMessage(${lie}, '*')</script>"></iframe>`;
	await page.goto(host.page(script(baseURL!) + element(own) + element(own, 'two')));
	await followed(page);
	const other = await followed(page, 'two');
	const before = await height(page);
	const say = async (frame: Frame | Page, data: unknown) => {
		await frame.evaluate((data) => parent.postMessage(data, '*'), data);
		await frames(page, 3);
	};
	const heard = page.evaluate(
		() => new Promise((done) => addEventListener('message', ({ data }) => data.height === 4321 && done(true)))
	);
	await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), hostile);
	await heard;
	await say(page, { type: 'throughline:height', height: 4321 });
	await say(other, { type: 'throughline:height', height: 1234 });
	await expect.poll(() => height(page, 'two')).toBe(1234);
	expect(await height(page)).toBe(before);
	await expect(outer(page)).toHaveAttribute('title', story('en').title);
	for (const bad of [null, 'throughline:height', { type: 'throughline:height', height: NaN }, { height: 5000 }, [], 7])
		await say(other, bad);
	await say(other, { type: 'throughline:height', height: 1e9, title: { toString: 'x' } });
	await expect.poll(() => height(page, 'two')).toBe(9999);
	await expect(outer(page, 'two')).toHaveAttribute('title', story('en').title);
	// A frame that was led to another site is no longer its own.
	await other.goto(host.page(`<script>parent.postMessage(${lie}, '*')</script>`));
	await frames(page, 5);
	expect(await height(page, 'two')).toBe(9999);
});

test('it comes to rest, whatever height the page around it gives the frame', async ({ page, baseURL }) => {
	await page.addInitScript(() => {
		const told: number[] = [];
		Object.assign(globalThis, { told });
		addEventListener('message', ({ data }) => told.push(data.height));
	});
	await page.goto(host.page(script(baseURL!) + element(own)));
	const frame = await followed(page);
	const told = () => page.evaluate(() => (globalThis as unknown as { told: number[] }).told);
	await frames(page, 30);
	const before = await told();
	const content = await frame.evaluate(() => document.body.offsetHeight);
	for (const px of [150, 5000]) {
		await outer(page).evaluate((frame, px) => void (frame.style.height = `${px}px`), px);
		await expect.poll(() => frame.evaluate(() => innerHeight)).toBe(px);
		await frames(page, 30);
		expect(await frame.evaluate(() => document.body.offsetHeight)).toBe(content);
		// No bar takes width while the frame is too low.
		expect(await frame.evaluate(() => innerWidth - document.documentElement.clientWidth)).toBe(0);
	}
	expect(await told()).toEqual(before);
});

test('a card opens where the reader is and the frame grows for it; nothing leads the page away', async ({
	page,
	baseURL
}) => {
	await page.setViewportSize({ width: 390, height: 600 });
	const address = host.page(script(baseURL!) + element(own));
	await page.goto(address);
	const frame = await followed(page);
	const before = await height(page);
	const mark = frame.locator('.picture a.mark:has(text)').last();
	await mark.scrollIntoViewIfNeeded();
	await mark.locator('text').first().click({ force: true });
	const drawer = frame.locator('dialog#evidence');
	await expect(drawer).toBeVisible();
	const fits = () =>
		frame.evaluate(() => {
			const { offsetTop, offsetHeight } = document.querySelector<HTMLElement>('dialog#evidence')!;
			return innerHeight - Math.max(document.body.offsetHeight, offsetTop + offsetHeight);
		});
	await expect.poll(fits).toBe(0);
	await expect(drawer.locator('.close')).toBeInViewport();
	await expect(frame.locator('dialog .content')).toHaveJSProperty('scrollTop', 0);
	expect(await drawer.locator('.content').evaluate((box) => box.scrollHeight - box.clientHeight)).toBe(0);
	const [source] = await Promise.all([page.waitForEvent('popup'), drawer.locator('.source a').first().click()]);
	await expect(source).toHaveURL(/\/en\/silicon-valley-turns#source-article$/);
	await source.close();
	await page.keyboard.press('Escape');
	await expect(drawer).toBeHidden();
	await expect.poll(() => height(page)).toBe(before);
	const way = frame.getByRole('link', { name: story('en').ui.share.readStory });
	const [opened] = await Promise.all([page.waitForEvent('popup'), way.click()]);
	await expect(opened).toHaveURL(storyUrl('en'));
	await frame.evaluate(() => {
		try {
			top!.location.href = 'about:blank';
		} catch {
			// As it should.
		}
	});
	await frames(page, 5);
	expect(page.url()).toBe(address);
});

test('a card that it comes with stands under the timeline and takes no focus', async ({ page, baseURL }) => {
	await page.goto(host.page(script(baseURL!) + element(`${own} card="quote-chesky"`)));
	const frame = await followed(page);
	const drawer = frame.locator('dialog#evidence');
	await expect(drawer).toContainText('both good and cheap');
	expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
	const [card, picture] = [await drawer.boundingBox(), await frame.locator('.picture').boundingBox()];
	expect(card!.y).toBeGreaterThan(picture!.y + picture!.height);
	// Nothing behind it is inert: another card opens over the page.
	await frame.locator('.picture a.mark:has(text)').first().locator('text').first().click({ force: true });
	await expect(drawer).not.toContainText('both good and cheap');
	await expect.poll(() => drawer.evaluate((dialog) => dialog.matches(':modal'))).toBe(true);
	await page.keyboard.press('Escape');
	await expect(drawer).toBeHidden();
	await followed(page);
});

test('a frame of a fixed size says nothing and stays as it is', async ({ page, baseURL }) => {
	const said = host.page(`<script>var told = []; addEventListener('message', ({ data }) => told.push(data))</script>
		<iframe src="${baseURL}${storyUrl('en')}/embed" title="plain" style="width: 600px; height: 500px"></iframe>`);
	await page.goto(said);
	const frame = page.frames()[1];
	await frame.waitForFunction(() => document.querySelector('dialog#evidence[data-ready]'));
	await frames(page, 10);
	expect(await page.evaluate('told')).toEqual([]);
	expect(
		await frame.evaluate(() => [innerHeight, document.querySelector('main')!.offsetHeight, document.body.scrollHeight])
	).toEqual([500, 500, 500]);
});

test('without JavaScript the link between the tags is shown', async ({ browser, baseURL }) => {
	const plain = await browser.newPage({ javaScriptEnabled: false });
	await plain.goto(host.page(pasted(baseURL!)));
	const link = plain.getByRole('link', { name: story('en').title });
	await expect(link).toBeVisible();
	await expect(link).toHaveAttribute('href', `${baseURL}${storyUrl('en')}`);
	await plain.close();
});

test('it is one small file, at an address that stays', async ({ request }) => {
	const answer = await request.get('/embed.js');
	expect(answer.headers()['content-type']).toMatch(/javascript/);
	const code = await answer.text();
	expect(Buffer.byteLength(code)).toBeLessThanOrEqual(3 * 1024);
	expect(code).not.toMatch(/\b(import|export)\b/);
});
