import { join } from 'node:path';
import { host } from './server.mjs'; import { openBrowser } from './rounds.mjs';
import { root, buildSite } from './story.mjs'; import { viewports, readers, slug } from './told.mjs'; import { wheel, sleep } from './motion.mjs';
const work = join(root, 'node_modules/.cache/bench');
const [width = '1440', build] = process.argv.slice(2); const path = '/en/' + slug;
if (build) buildSite(join(work, 'story'), false);
const h = await host([join(work, 'site'), join(root, 'test-results/bench-site'), work], join(work, 'packed'));
const open = await openBrowser([h.origin + path]);
const selfT = new Map(), totT = new Map(); const N = 3;
for (let i = 0; i < N; i++) {
 const context = await open.browser().newContext({ viewport: viewports[width] }); const page = await context.newPage(); const cdp = await context.newCDPSession(page);
 await page.goto(h.origin + path); await page.waitForFunction(readers[0].ready); await sleep(500);
 const away = () => page.evaluate(() => [...document.querySelectorAll('[data-scene]')].at(-1)?.getBoundingClientRect().top ?? NaN);
 const notches = Math.ceil(((await away()) - 900 / 4) / 120);
 await cdp.send('Profiler.enable'); await cdp.send('Profiler.setSamplingInterval', { interval: 150 }); await cdp.send('Profiler.start');
 const begun = Date.now();
 for (let n = 0; n < notches; n++) { await sleep(begun + n * 80 - Date.now()); await wheel(cdp, { x: viewports[width].width / 4, y: 450 }, { deltaY: 120 }); }
 await sleep(250);
 const { profile } = await cdp.send('Profiler.stop');
 const byId = new Map(profile.nodes.map((n) => [n.id, n])); const parent = new Map(); for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n.id);
 const key = (n) => `${n.callFrame.functionName || '(anon)'} ${n.callFrame.url.split('/').pop()}:${n.callFrame.lineNumber + 1}`;
 profile.samples.forEach((id, k) => { const dt = profile.timeDeltas[k + 1] ?? 0; const n = byId.get(id); selfT.set(key(n), (selfT.get(key(n)) ?? 0) + dt); const seen = new Set(); for (let x = id; x; x = parent.get(x)) { const kk = key(byId.get(x)); if (!seen.has(kk)) { seen.add(kk); totT.set(kk, (totT.get(kk) ?? 0) + dt); } } });
 await context.close();
}
const show = (m, n) => console.log([...m].sort((a, b) => b[1] - a[1]).slice(0, n).map(([k, v]) => `${(v / N / 1000).toFixed(1).padStart(7)} ${k}`).join('\n'));
console.log('SELF'); show(selfT, 45); console.log('TOTAL'); show(totT, 110);
await open.close(); h.close(); process.exit();
