import { createRawSnippet } from 'svelte';
import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Menu from '#lib/components/shell/Menu.svelte';

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));

test('a tool is named, and opens its own sheet without a script', () => {
	render(Menu, { label: 'Language', face: words('EN'), children: words('English') });
	render(Menu, { label: 'You: Ilze', face: words('IO'), children: words('Sign out') });
	const tools = screen.getAllByRole('button');
	expect(tools[0]).toHaveAccessibleName('EN Language');
	const sheets = tools.map((tool) => document.getElementById(tool.getAttribute('popovertarget') ?? ''));
	expect(sheets[0]).toHaveTextContent('English');
	expect(sheets[1]).toHaveTextContent('Sign out');
	for (const sheet of sheets) expect(sheet).toHaveAttribute('popover');
});
