import { join } from 'node:path';
import { chromium } from '@playwright/test'; import { launchOptions } from '../support/browser.mjs';
import { host } from './server.mjs'; import { viewports, readers, slug } from './told.mjs';
import { root } from './story.mjs'; import { wheel, sleep } from './motion.mjs';
const work = join(root, 'node_modules/.cache/bench');
const [width = '1440', rate = '4', rounds = '2', q = '', dir] = process.argv.slice(2);
const h = await host([join(work, 'site'), dir ?? join(root, 'test-results/bench-site'), work], join(work, 'packed'));
const path = '/en/' + slug + q;
const b = await chromium.launch(launchOptions());
{ const p = await b.newPage(); await p.goto(h.origin + path); await sleep(1500); await p.context().close(); }
const counts = [];
for (let r = 0; r < Number(rounds); r++) {
 const context = await b.newContext({ viewport: viewports[width] }); const page = await context.newPage(); const cdp = await context.newCDPSession(page);
 await page.goto(h.origin + path); await page.waitForFunction(readers[0].ready); await sleep(500);
 const away = () => page.evaluate(() => [...document.querySelectorAll('[data-scene]')].at(-1)?.getBoundingClientRect().top ?? NaN);
 const notches = Math.ceil(((await away()) - 900 / 4) / 120);
 await cdp.send('Emulation.setCPUThrottlingRate', { rate: Number(rate) });
 await b.startTracing(page, { categories: ['-*','devtools.timeline', 'toplevel'] });
 const begun = Date.now();
 for (let n = 0; n < notches; n++) { await sleep(begun + n * 80 - Date.now()); await wheel(cdp, { x: viewports[width].width / 4, y: 450 }, { deltaY: 120 }); }
 await sleep(250);
 const tr = JSON.parse((await b.stopTracing()).toString()).traceEvents;
 const pids = new Map(); for (const e of tr) if (e.name === 'thread_name' && e.args.name === 'CrRendererMain') pids.set(e.pid, e.tid);
 let best, bn = 0; for (const [pid, tid] of pids) { const n = tr.filter((e) => e.pid === pid && e.tid === tid).length; if (n > bn) { bn = n; best = [pid, tid]; } }
 const ev = tr.filter((e) => e.pid === best[0] && e.tid === best[1] && e.ph === 'X').sort((a, b) => a.ts - b.ts || b.dur - a.dur);
 const t0 = ev[0].ts;
 const tasks = ev.filter((e) => (e.name === 'RunTask' || e.name === 'ThreadControllerImpl::RunTask') && e.dur > 10500);
 const uniq = tasks.filter((t, i) => !tasks.some((o, j) => j !== i && o.ts <= t.ts && o.ts + o.dur >= t.ts + t.dur && (o.dur > t.dur || j < i)));
 counts.push(`${uniq.length} (${Math.max(0, ...uniq.map((t) => t.dur / 1000)).toFixed(0)})`);
 for (const t of uniq) {
  const inside = ev.filter((e) => e.ts >= t.ts && e.ts + e.dur <= t.ts + t.dur && e !== t && e.dur > 80);
  const stack = []; const self = {};
  for (const e of inside) { while (stack.length && stack.at(-1).end <= e.ts) stack.pop(); const p = stack.at(-1); const k = e.name + (e.name === 'FunctionCall' ? ' ' + (e.args?.data?.functionName || '') + ':' + (e.args?.data?.url ?? '').split('/').pop() + ':' + e.args?.data?.lineNumber + ':' + e.args?.data?.columnNumber : e.name === 'EventDispatch' ? ' ' + e.args?.data?.type : e.name==='Layout' ? ' '+e.args?.beginData?.dirtyObjects+'/'+e.args?.beginData?.totalObjects : e.name==='UpdateLayoutTree' ? ' '+e.args?.elementCount : ''); if (p) self[p.k] = (self[p.k] ?? 0) - e.dur; self[k] = (self[k] ?? 0) + e.dur; stack.push({ k, end: e.ts + e.dur }); }
  console.log(`${((t.ts - t0) / 1000).toFixed(0).padStart(6)} ${(t.dur / 1000).toFixed(0)} ms: ` + Object.entries(self).filter(([k]) => !/RunTask/.test(k)).sort((a, b) => b[1] - a[1]).slice(0, 7).map(([k, v]) => `${k} ${(v / 1000).toFixed(0)}`).join('; '));
 }
 await context.close();
}
console.log(width, rate, q, counts.join(' '));
await b.close(); h.close(); process.exit();
