import 'fake-indexeddb/auto';
import { render } from '@testing-library/svelte';
import { expect, onTestFinished, test, vi } from 'vitest';
import SigningOut from '#lib/components/shell/SigningOut.svelte';
import { noteUnread, notedUnread } from '#lib/client/threads/note-unread.ts';

test('who signs out leaves no note of what they have not read, and nobody else’s is touched', async () => {
	const submitted = vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(() => {});
	onTestFinished(() => submitted.mockRestore());
	noteUnread('me', 'meeting:here', [2, 10]);
	noteUnread('another', 'meeting:here', [1, 10]);
	render(SigningOut, { reader: 'me' });
	const form = Object.assign(document.createElement('form'), { action: '/signout', method: 'POST' });
	document.body.append(form);
	form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
	await vi.waitFor(() => expect(submitted).toHaveBeenCalledOnce(), { timeout: 5000 });
	// A page that is still there may note something until the last moment.
	noteUnread('me', 'meeting:here', [1, 10]);
	dispatchEvent(new Event('pagehide'));
	expect([notedUnread('me'), notedUnread('another')]).toEqual([null, expect.any(String)]);
});
