import { expect, test } from 'vitest';
import { asOf, assetsIn, titleOf, withList } from '#lib/client/kept-pages/kept-html.ts';
import { bounds, findPage, withinBounds, type KeptPage } from '#lib/client/kept-pages/kept-page.ts';

const page = (url: string, at: number, bytes = 1000): KeptPage => ({ url, title: url, at, bytes, assets: [] });
const urls = (pages: readonly KeptPage[]) => pages.map(({ url }) => url);

test('what is kept is bounded by number, by size and by age, and the oldest go first', () => {
	const many = Array.from({ length: bounds.pages + 2 }, (_, at) => page(`/${at}`, at));
	expect(urls(withinBounds(many, bounds.pages).gone)).toEqual(['/1', '/0']);
	const large = [page('/old', 1, bounds.bytes / 2), page('/new', 3, bounds.bytes / 2), page('/newer', 4, 10)];
	expect(urls(withinBounds(large, 4).kept)).toEqual(['/newer', '/new']);
	expect(urls(withinBounds([page('/old', 0), page('/new', 2)], bounds.age + 1).gone)).toEqual(['/old']);
});

test('an address leads to the page that was read there, or to the newest part of the same', () => {
	const kept = [page('/meetings/a', 1), page('/meetings/a?newest', 3), page('/meetings/ab', 9)];
	expect(findPage(kept, '/meetings/a')?.at).toBe(1);
	expect(findPage(kept, '/meetings/a?before=7')?.at).toBe(3);
	expect(findPage(kept, '/meetings')).toBeUndefined();
});

test('a page tells its title, and what of the program it needs', () => {
	const html = `<html lang="en"><title>(3) Coimbra &amp; Poznań · Swing</title><link href="/_app/immutable/a.css" rel="stylesheet">
		<link href="/cities.css?network=gen-y&amp;v=1"><script nonce="n">import("/_app/immutable/start.js")</script><a href="/meetings">`;
	expect(titleOf(html)).toBe('Coimbra &amp; Poznań');
	expect(assetsIn(html)).toEqual(['/_app/immutable/a.css', '/cities.css?network=gen-y&v=1', '/_app/immutable/start.js']);
});

test('a kept page says when it was read, and the one for those never read lists what can be opened', () => {
	expect(asOf('<!doctype html>\n<html lang="en">', 0)).toBe('<!doctype html>\n<html data-kept="1970-01-01T00:00:00.000Z" lang="en">');
	const offline = '<html lang="en"><div class="list s1" data-kept-pages=""></div>';
	const listed = withList(offline, [page('/a?x="<', 1), { ...page('/b', 2), title: '$& &lt;b&gt;' }]);
	expect(listed).toContain('<div class="list s1" data-kept-pages=""><ul><li><a href="/b">$& &lt;b&gt;</a>');
	expect(listed).toContain('<a href="/a?x=&quot;&lt;">');
	expect(withList(offline, [])).toBe(offline);
});

test('a version that was never read is not shown as what stands now, nor as another version', () => {
	const kept = [page('/plans/r/a?section=x', 1), page('/plans/r/a?v=2', 3)];
	expect(findPage(kept, '/plans/r/a')?.at).toBe(1);
	expect(findPage(kept, '/plans/r/a?v=2')?.at).toBe(3);
	expect(findPage(kept, '/plans/r/a?v=1')).toBeUndefined();
});
