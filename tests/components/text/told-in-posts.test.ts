import { render, screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Editor from '#lib/components/text/editor/Editor.svelte';
import { lastAnnouncement } from '#lib/components/ui/announcements.svelte.ts';
import { m } from '#lib/i18n/m';
import { readBy } from '../../support/reader.ts';

function paste(box: HTMLElement, kind: string, words: string): void {
	const clipboardData = new DataTransfer();
	clipboardData.setData(kind, words);
	box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

test('a post says once that lettered lists are numbered, until one writes on', async () => {
	const props = {
		place: 'p',
		label: 'Message',
		lang: 'en',
		placeholder: '',
		disabled: false,
		begun: () => ({ content: '', caret: 0, focused: false, pasted: [] }),
		mentionable: undefined,
		onready: () => {},
		onchange: () => {},
		onsubmit: () => {},
		onrefuse: () => {}
	};
	render(Editor, { props, context: readBy() });
	const box = screen.getByRole('textbox', { name: 'Message' });
	const line = m.text_lettered({ count: 1 });
	paste(box, 'text/html', '<ol type="i"><li>a</li><li>b</li></ol><ol><li>c</li><li>d</li></ol>');
	await waitFor(() => expect(screen.getByText(line)).toBeVisible());
	expect(lastAnnouncement()).toContain(line);
	paste(box, 'text/plain', 'on');
	await waitFor(() => expect(screen.queryByText(line)).toBeNull());
	paste(box, 'text/html', '<ol><li>c</li><li>d</li></ol>');
	await waitFor(() => expect(box).toHaveTextContent('d'));
	expect(screen.queryByText(line)).toBeNull();
});
