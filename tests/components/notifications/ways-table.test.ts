import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import WaysTable from '#lib/components/notifications/email/WaysTable.svelte';
import { m } from '#lib/i18n/m';
import { usualWays } from '#lib/model/notifications/email/choices.ts';

test('only emails that exist are offered', () => {
	const { container } = render(WaysTable, { props: { chosen: usualWays } });
	for (const there of [m.email_settings_kind_mention(), m.email_settings_kind_reply(), m.email_settings_kind_reminder()])
		expect(screen.getByText(there)).toBeVisible();
	for (const name of ['assignment', 'invitation', 'decision']) expect(container.querySelector(`[name="${name}"]`)).toBeNull();
});
