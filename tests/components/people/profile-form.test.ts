import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import ProfileForm from '#lib/components/people/ProfileForm.svelte';
import InboxKeyList from '#lib/components/notifications/KeyList.svelte';
import ThreadKeyList from '#lib/components/thread/ThreadKeyList.svelte';
import { locales } from '#lib/i18n/locales.ts';
import { m } from '#lib/i18n/m';
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

/** The keys of a list that are one sign alone, and not a name. */
function singleKeys(List: typeof ThreadKeyList): string[] {
	const { container, unmount } = render(List, { props: { onclose: () => {} } });
	const keys = [...container.querySelectorAll('kbd')].map(({ textContent }) => textContent.toLowerCase());
	unmount();
	return keys.filter((key) => /^[a-z?]$/.test(key));
}

test.each(locales)(
	'whoever can switch shortcuts of a single key off is told all of them, of discussions and of the inbox (%s)',
	(locale) => {
		const [, discussion = '', inbox = '', both = '', ...rest] = m.people_letter_keys_hint({}, { locale }).split(/(?<=\.) /);
		const told = (sentence: string) => sentence.match(/(?<!\S)(?:[a-z]|\?)(?=[ ,.])/g)?.filter((sign) => sign !== 'a');
		for (const [sentence, List] of [
			[discussion, ThreadKeyList],
			[inbox, InboxKeyList]
		] as const)
			expect([...told(sentence)!, ...told(both)!].sort()).toEqual(singleKeys(List).sort());
		expect(rest).toHaveLength(2);
	}
);
