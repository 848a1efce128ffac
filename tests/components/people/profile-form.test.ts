import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import ProfileForm from '#lib/components/people/ProfileForm.svelte';
import type { Actor } from '#lib/model/access/actor.ts';
import { readBy } from '../../support/reader.ts';

const paolo = (name: string): Actor =>
	({ kind: 'person', id: 'p', name, locale: 'en', timeZone: 'Europe/Rome', suspended: false, memberships: [] }) as unknown as Actor;

test('what is being filled in stays when the page’s data come anew', async () => {
	const given = { theme: 'system' as const, letterKeys: true, zones: ['Europe/Rome', 'Europe/Riga'] };
	const { rerender } = render(ProfileForm, { props: { ...given, actor: paolo('Paolo') }, context: readBy() });
	const [field, light] = [screen.getByLabelText('Name'), screen.getByLabelText('Light or dark')];
	await fireEvent.input(field, { target: { value: 'Paolo Torri' } });
	await fireEvent.change(light, { target: { value: 'dark' } });
	await rerender({ ...given, actor: paolo('Paolo') });
	expect(field).toHaveValue('Paolo Torri');
	expect(light).toHaveValue('dark');
});
