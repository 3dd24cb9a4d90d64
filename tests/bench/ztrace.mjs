import { join } from 'node:path'; import { readFileSync } from 'node:fs';
import { host } from './server.mjs'; import { openBrowser } from './rounds.mjs'; import { subjects } from './subjects.mjs';
import { root } from './story.mjs';
const work = join(root, 'node_modules/.cache/bench');
const h = await host([join(work, 'site'), (process.env.DIR ?? join(root, 'test-results/bench-site')), work], join(work, 'packed'));
const [path, wait='1500'] = process.argv.slice(2);
const open = await openBrowser([h.origin + path]);
const agg = {}; let ends = [];
const N = 5; let lines;
for (let i = 0; i < N; i++) {
 const b = open.browser(); const context = await b.newContext({ viewport: { width: 1280, height: 800 } }); const page = await context.newPage();
 await b.startTracing(page, { categories: ['devtools.timeline', 'blink.user_timing', 'v8', 'disabled-by-default-v8.compile', 'loading','disabled-by-default-devtools.timeline'] });
 await page.goto(h.origin + path); await page.waitForTimeout(Number(wait));
 const tr = JSON.parse((await b.stopTracing()).toString()).traceEvents;
 const nav = tr.find((e) => e.name === 'navigationStart' && e.args?.data?.documentLoaderURL?.includes(path.split('?')[0]) || (e.name==='navigationStart' && e.args?.data?.isOutermostMainFrame && e.args?.data?.documentLoaderURL?.startsWith('http')));
 const { pid } = nav; const main = tr.find((e) => e.pid === pid && e.name === 'thread_name' && e.args.name === 'CrRendererMain').tid;
 const ev = tr.filter((e) => e.pid === pid && e.tid === main && e.ph === 'X' && e.ts >= nav.ts).sort((a, b) => a.ts - b.ts || b.dur - a.dur);
 // self time
 const stack = []; const self = {};
 for (const e of ev) { while (stack.length && stack.at(-1).end <= e.ts) stack.pop(); const p = stack.at(-1); if (p) self[p.name] = (self[p.name] ?? 0) - e.dur; self[e.name] = (self[e.name] ?? 0) + e.dur; stack.push({ name: e.name, end: e.ts + e.dur }); }
 for (const [k, v] of Object.entries(self)) agg[k] = (agg[k] ?? 0) + v;
 if (i === N - 1) lines = ev.filter((e) => ['ParseHTML', 'EvaluateScript', 'FunctionCall', 'Layout', 'UpdateLayoutTree', 'Paint', 'v8.compileModule', 'v8.evaluateModule','FireAnimationFrame','RunMicrotasks','V8.GCScavenger','MinorGC','MajorGC','PrePaint','Layerize','Commit','HitTest','TimerFire'].includes(e.name) && e.dur > 1500).map((e) => `${((e.ts - nav.ts) / 1000).toFixed(0).padStart(5)} ${(e.dur / 1000).toFixed(1).padStart(6)} ${e.name} ${e.name==='Layout'?e.args?.beginData?.dirtyObjects+'/'+e.args?.beginData?.totalObjects:e.name==='UpdateLayoutTree'?e.args?.elementCount:''} ${(e.args?.data?.url ?? e.args?.beginData?.url ?? e.args?.data?.functionName ?? '').slice(-60)}`);
 lines && lines.push(...tr.filter(e=>e.pid===pid&&['firstPaint','firstContentfulPaint','loadEventStart','domContentLoadedEventStart','domInteractive','ResourceReceiveResponse','ResourceFinish','ResourceSendRequest'].includes(e.name)&&e.ts>=nav.ts).map(e=>`${((e.ts - nav.ts) / 1000).toFixed(0).padStart(5)} mark ${e.name} ${e.name==='Layout'?e.args?.beginData?.dirtyObjects+'/'+e.args?.beginData?.totalObjects:e.name==='UpdateLayoutTree'?e.args?.elementCount:''} ${(e.args?.data?.url??'').slice(-40)}`));
 await context.close();
}
console.log(Object.entries(agg).sort((a, b) => b[1] - a[1]).slice(0, 25).map(([k, v]) => `${(v / N / 1000).toFixed(1).padStart(7)} ${k}`).join('\n'));
console.log(lines.sort((a,b)=>parseFloat(a)-parseFloat(b)).join('\n'));
await open.close(); h.close(); process.exit();
