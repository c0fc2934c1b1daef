import {launch} from 'puppeteer-core';
import {findChromium} from './src/browsers/engines.mjs';
import {launchOptions} from './src/browsers/launch-options.js';
const browser = await launch({...launchOptions.chromium(findChromium()!)});
const [,, ...jobs] = process.argv;
for (const job of jobs) {
  const [url, name, w, dark, send] = job.split('|');
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  if (dark === 'dark') await page.emulateMediaFeatures([{name:'prefers-color-scheme', value:'dark'}]);
  if (dark === 'forced') { const s = await page.createCDPSession(); await s.send('Emulation.setEmulatedMedia', {features:[{name:'forced-colors', value:'active'}]}); }
  await page.setViewport({width: Number(w), height: 900});
  await page.goto('http://127.0.0.1:4999' + url);
  if (send) { await page.evaluate('document.querySelector("form").submit()').catch(()=>{}); await new Promise(r=>setTimeout(r,1500)); }
  console.log(name, await page.evaluate('document.documentElement.scrollWidth + "/" + innerWidth + " " + document.documentElement.scrollHeight + " focus " + document.activeElement.id'));
  const H = await page.evaluate('document.documentElement.scrollHeight') as number;
  const parts: string[] = [];
  for (let y = 0, i = 0; y < H; y += 1900, i++) parts.push(await page.screenshot({encoding: 'base64', clip: {x: 0, y, width: Number(w), height: Math.min(1900, H - y)}, captureBeyondViewport: true}));
  const sheet = await browser.newPage();
  const per = Number(w) < 500 ? 5 : 2;
  for (let i = 0; i < parts.length; i += per) {
    const some = parts.slice(i, i + per);
    await sheet.setViewport({width: (Number(w) + 8) * some.length, height: 1900});
    await sheet.setContent('<body style="margin:0;display:flex;gap:8px;background:red;align-items:start">' + some.map(b => `<img src="data:image/png;base64,${b}">`).join(''));
    await sheet.screenshot({path: `/tmp/job/${name}-${i / per}.png`});
  }
  await sheet.close();
  await page.close();
}
await browser.close();
