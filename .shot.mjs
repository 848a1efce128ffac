import { chromium } from 'playwright';
// usage: node shot.mjs base path name widths themes locales [click selector]
const [base, path, name, widths='390,1280', themes='light,dark', langs='en', click] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const lang of langs.split(',')) for (const theme of themes.split(',')) for (const w of widths.split(',')) {
  const c = await b.newContext({ viewport: { width: +w, height: 900 }, colorScheme: theme, locale: lang === 'lv' ? 'lv-LV':'en-GB', storageState: process.env.STATE || undefined });
  await c.addCookies([{name:'swing-locale', value:lang, url:base},{name:'swing-theme', value:theme, url:base}]);
  const p = await c.newPage();
  p.on('console', m => { if (['error','warning'].includes(m.type())) console.log(name, w, m.type(), m.text().slice(0,300)); });
  p.on('pageerror', e => console.log(name, w, 'pageerror', String(e).slice(0,300)));
  await p.goto(base + path, { waitUntil: 'networkidle' });
  await p.evaluate(() => document.fonts.ready);
  const over = await p.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (over > 0) console.log(name, w, lang, 'overflows by', over, await p.evaluate(() => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.vh')).slice(0,5).map(e => e.tagName+'.'+e.className)));
  if (click) { await p.click(click); }
  await p.screenshot({ path: `/tmp/look/${name}-${w}-${theme}-${lang}.png`, fullPage: !click });
  await c.close();
}
await b.close();
