import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import AskDialog from '#lib/components/thread/AskDialog.svelte';

test('whoever is asked before something is deleted begins at what leaves all as it is', () => {
	let asked = 0;
	render(AskDialog, {
		props: {
			title: 'Delete this message?',
			says: 'Its text disappears.',
			does: 'Delete the message',
			leaves: 'Keep it',
			onconfirm: async () => {
				asked += 1;
				return null;
			},
			onclose: () => {}
		}
	});
	expect(screen.getByRole('button', { name: 'Keep it' })).toHaveFocus();
	(document.activeElement as HTMLButtonElement).click();
	expect(asked).toBe(0);
});
