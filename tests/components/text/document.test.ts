import { render } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Document from '#lib/components/text/Document.svelte';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { readBy } from '../../support/reader.ts';

function html(markdown: string): string {
	const { container } = render(Document, { props: { doc: fromMarkdown(markdown), lang: 'lv' }, context: readBy() });
	return container.innerHTML.replace(/<!--.*?-->/g, '').replace(/ class="[^"]*"/g, '');
}

test('what was written becomes semantic HTML', () => {
	expect(html('Sveiki, **draugi** un *viesi*\nšeit\n\n3. trīs\n   • iekšā\n4. četri\n\n> citāts\n\n```\na <b>\n```')).toBe(
		'<div lang="lv"><p dir="auto">Sveiki, <strong>draugi</strong> un <em>viesi</em><br>šeit</p>' +
			'<ol start="3"><li><p dir="auto">trīs</p><ul><li><p dir="auto">iekšā</p></li></ul></li><li><p dir="auto">četri</p></li></ol>' +
			'<blockquote><p dir="auto">citāts</p></blockquote><pre dir="auto"><code>a &lt;b&gt;</code></pre></div>'
	);
});

test('nothing a person wrote is taken for HTML', () => {
	expect(html('<img src=x onerror=alert(1)>')).toContain('&lt;img src=x onerror=alert(1)');
});

test('a link says where it leads, once', () => {
	expect(html('[**the** plan](https://example.org/x)')).toContain('<strong>the</strong> plan</a><small>&nbsp;(example.org)</small>');
	expect(html('https://example.org/x')).not.toContain('<small>');
	expect(html('[mail](mailto:a@example.org?subject=x)')).toContain('mail</a><small>&nbsp;(a@example.org)</small>');
	expect(html('Ilze (ā@example.org) or [write to a@example.org](mailto:a@example.org?subject=x)')).not.toContain('<small>');
	expect(html('[x](https://example.org)')).toContain('rel="noopener noreferrer nofollow"');
});

test('a mention leads to the person’s card and keeps its address for copying; it leads nowhere where its city is not known', () => {
	expect(html('[@Ilze **O**](swing:person/0b7f4c8e-1d2a-4e5f-8a9b-0c1d2e3f4a5b), [@Nysa](swing:city/ny)')).toBe(
		'<div lang="lv"><p dir="auto"><a href="/network/people/0b7f4c8e-1d2a-4e5f-8a9b-0c1d2e3f4a5b" data-mention="swing:person/0b7f4c8e-1d2a-4e5f-8a9b-0c1d2e3f4a5b">@Ilze <strong>O</strong></a>, ' +
			'<a data-mention="swing:city/ny">@Nysa</a></p></div>'
	);
});
