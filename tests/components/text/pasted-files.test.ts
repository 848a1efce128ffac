import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Uploads } from '#lib/client/uploads.svelte.ts';
import { lastAnnouncement } from '#lib/components/ui/announcements.svelte.ts';
import SectionEditor from '#lib/components/text/section/SectionEditor.svelte';
import { m } from '#lib/i18n/m';
import type { SectionBlock, SectionDoc } from '#lib/model/documents/section-doc.ts';
import { readBy } from '../../support/reader.ts';
import { textOf } from '#lib/model/documents/text-map.ts';
import { docOf, p } from './a-section.ts';

const pdf = () => new File(['%PDF'], 'Study.pdf', { type: 'application/pdf' });

/** A section that is being written, with what its writer has done. */
function written(content: SectionBlock[] = [p('a', 'Words.')]) {
	const onchange = vi.fn<(doc: SectionDoc) => void>();
	const props = { doc: docOf(content), lang: 'en', label: 'Vision', files: { place: 'me:here', network: 'net' }, onchange };
	const { component } = render(SectionEditor, { props, context: readBy({}) });
	const box = screen.getByRole('textbox', { name: 'Vision' });
	return { box, onchange, read: () => component.read().content };
}

function carrying(files: readonly File[], words: Record<string, string> = {}): DataTransfer {
	const data = new DataTransfer();
	for (const file of files) data.items.add(file);
	// As browsers say it.
	if (files.length > 0) Object.defineProperty(data, 'types', { value: [...Object.keys(words), 'Files'] });
	for (const [kind, text] of Object.entries(words)) data.setData(kind, text);
	return data;
}

async function paste(box: HTMLElement, data: DataTransfer): Promise<boolean> {
	return fireEvent(box, new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}

const told = m.section_paste_files({ tool: m.text_link() });

test.each([
	['by itself', {}],
	['with its name in words', { 'text/plain': 'Study.pdf' }]
])('a file that is no picture, pasted %s, changes nothing and says how files are attached', async (_how, words) => {
	const { box, read, onchange } = written();
	const before = read();
	await paste(box, carrying([pdf()], words));
	await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(told));
	expect(lastAnnouncement()).toContain(told);
	expect(read()).toEqual(before);
	expect(onchange).not.toHaveBeenCalled();
});

test('a file dropped on the text or beside it does not take the page away, and is told of', async () => {
	const { box, read } = written();
	const before = read();
	for (const place of [box, screen.getByRole('toolbar')]) {
		for (const kind of ['dragover', 'drop']) {
			const event = new DragEvent(kind, { bubbles: true, cancelable: true });
			Object.defineProperty(event, 'dataTransfer', { value: carrying([pdf()]) });
			await fireEvent(place, event);
			expect(event.defaultPrevented, kind).toBe(true);
		}
		await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(told));
	}
	expect(read()).toEqual(before);
});

test('beside pictures, the line says where other files go, and stays until one writes', async () => {
	// Nothing is sent from here.
	const sent = vi.spyOn(Uploads.prototype, 'add').mockResolvedValue(undefined);
	onTestFinished(() => sent.mockRestore());
	const { box } = written();
	await paste(box, carrying([new File(['x'], 'a.png', { type: 'image/png' }), pdf()]));
	expect(sent).toHaveBeenCalledTimes(1);
	const only = m.section_paste_only_pictures({ tool: m.text_link() });
	await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(only));
	await waitFor(() => expect(box).toHaveTextContent(m.section_picture_coming({ name: 'a.png' })));
	await paste(box, carrying([], { 'text/plain': 'on' }));
	await waitFor(() => expect(screen.queryByRole('status')).toBeNull());
});

const lettered = '<ol type="a"><li>one</li><li>two</li></ol><ol style="list-style-type: upper-roman"><li>I</li></ol>';

test('a section says once that lettered lists are numbered, beside what did not come along', async () => {
	const { box, read } = written();
	await paste(box, carrying([], { 'text/html': `${lettered}<p><img src="file:///a.png">x</p>` }));
	const line = `${m.section_left({ what: m.section_left_pictures({ count: 1 }) })} ${m.text_lettered({ count: 2 })}`;
	await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(line));
	expect(lastAnnouncement()).toContain(line);
	expect(read().filter(({ type }) => type === 'orderedList')).toHaveLength(2);
});

const sheet = 'Year\tAim\r\n2026\t85 %\r\n';

/** Rows of the first table of a section, a tab between two cells. */
function rowsOf(blocks: readonly SectionBlock[]): string[] | undefined {
	const table = blocks.find(({ type }) => type === 'table');
	return table?.type === 'table'
		? table.content.map((row) => row.content.map((cell) => textOf(docOf(cell.content)).trim()).join('\t'))
		: undefined;
}

test('cells of a spreadsheet that come as words are a table, and words by the keys for words alone', async () => {
	const { box, read } = written([p('a')]);
	await paste(box, carrying([], { 'text/plain': sheet }));
	expect(rowsOf(read())).toEqual(['Year\tAim', '2026\t85 %']);
	await fireEvent.keyDown(box, { code: 'KeyV', key: 'V', ctrlKey: true, shiftKey: true });
	await paste(box, carrying([], { 'text/plain': 'a\tb\nc\td' }));
	expect(read().filter(({ type }) => type === 'table')).toHaveLength(1);
	expect(JSON.stringify(read())).toContain('a\\tb');
});
