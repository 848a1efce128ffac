import { flushSync } from 'svelte';
import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Announcer from '#lib/components/ui/Announcer.svelte';
import { announce } from '#lib/components/ui/announcements.svelte.ts';

test('what is announced can be heard, also twice the same', () => {
	render(Announcer);
	const region = screen.getByRole('status');
	flushSync(() => announce('A new post from Genoa'));
	expect(region).toHaveTextContent('A new post from Genoa');
	const first = region.textContent;
	flushSync(() => announce('A new post from Genoa'));
	expect(region).toHaveTextContent('A new post from Genoa');
	expect(region.textContent).not.toBe(first);
});
