import { join } from 'node:path';
import { chromium } from '@playwright/test'; import { launchOptions } from '../support/browser.mjs';
import { host } from './server.mjs'; import { viewports, readers, slug } from './told.mjs';
import { root } from './story.mjs'; import { wheel, sleep } from './motion.mjs';
const work = join(root, 'node_modules/.cache/bench');
const [width = '1440', rate = '4', rounds = '2', q = '', ...csss] = process.argv.slice(2); const dir = undefined;
const h = await host([join(work, 'site'), dir ?? join(root, 'test-results/bench-site'), work], join(work, 'packed'));
const path = '/en/' + slug + q;
const b = await chromium.launch(launchOptions());
{ const p = await b.newPage(); await p.goto(h.origin + path); await sleep(1500); await p.context().close(); }

const res = {};
for (let r = 0; r < Number(rounds); r++) for (const [ci, css] of ['', ...csss].entries()) {
 const context = await b.newContext({ viewport: viewports[width] }); const page = await context.newPage(); const cdp = await context.newCDPSession(page);
 await page.goto(h.origin + path); await page.waitForFunction(readers[0].ready); if (css) await page.addStyleTag({ content: css }); await sleep(500);
 const away = () => page.evaluate(() => [...document.querySelectorAll('[data-scene]')].at(-1)?.getBoundingClientRect().top ?? NaN);
 const notches = Math.ceil(((await away()) - 900 / 4) / 120);
 await cdp.send('Emulation.setCPUThrottlingRate', { rate: Number(rate) });
 await page.evaluate(() => { globalThis.__l = []; new PerformanceObserver((l) => __l.push(...l.getEntries().map((e) => e.duration))).observe({ type: 'longtask' }); });
 await b.startTracing(page, { categories: ['-*', 'devtools.timeline', 'toplevel'] });
 const begun = Date.now();
 for (let n = 0; n < notches; n++) { await sleep(begun + n * 80 - Date.now()); await wheel(cdp, { x: viewports[width].width / 4, y: 450 }, { deltaY: 120 }); }
 await sleep(250);
 const tr = JSON.parse((await b.stopTracing()).toString()).traceEvents;
 const long = await page.evaluate(() => __l);
 const cnt = new Map(); for (const e of tr) { const k = e.pid + ' ' + e.tid; if (e.name === 'Paint') cnt.set(k, (cnt.get(k) ?? 0) + 1); }
 const best = [...cnt].sort((a, b) => b[1] - a[1])[0][0];
 const ev = tr.filter((e) => e.pid + ' ' + e.tid === best && e.ph === 'X').sort((a, b) => a.ts - b.ts || b.dur - a.dur);
 const stack = []; const self = {}; const tasks = ev.filter((e) => e.name === 'ThreadControllerImpl::RunTask').map((e) => e.dur / 1000).sort((a, b) => b - a);
 for (const e of ev) { while (stack.length && stack.at(-1).end <= e.ts) stack.pop(); const p = stack.at(-1); if (p) self[p.k] = (self[p.k] ?? 0) - e.dur; self[e.name] = (self[e.name] ?? 0) + e.dur; stack.push({ k: e.name, end: e.ts + e.dur }); }
 const n = ev.filter((e) => e.name === 'Paint').length;
 (res[ci] ??= []).push({ tasks, long: long.length, longest: Math.max(0, ...long), n, self, notches });
 await context.close();
}
for (const [ci, l] of Object.entries(res)) { const keys = ['FunctionCall','FireAnimationFrame','UpdateLayoutTree','Layout','PrePaint','Paint','Layerize','Commit','ParseHTML','RunTask','EventDispatch','ScrollLayer','HitTest','v8.callFunction','MinorGC','MajorGC']; const mean = (f) => l.reduce((s, x) => s + f(x), 0) / l.length; console.log((csss[ci - 1] ?? 'as it is').slice(0, 70), '| long', l.map((x) => x.long).join(), '>12.5', l.map((x) => x.tasks.filter((t) => t > 12.5).length).join(), 'top5', l.map((x) => x.tasks.slice(0, 5).map((t) => t.toFixed(0)).join(' ')).join(' / '), 'all', l.map((x) => x.tasks.reduce((s, t) => s + t, 0).toFixed(0)).join(), 'frames', mean((x) => x.n).toFixed(0), '|', keys.map((k) => [k, mean((x) => x.self[k] ?? 0) / 1000]).filter(([, v]) => v > 15).map(([k, v]) => k + ' ' + v.toFixed(0)).join(', ')); }
await b.close(); h.close(); process.exit();
