import { redirect } from '@sveltejs/kit';
import type { RequestEvent } from './$types';
import { isLocale, type Locale } from '#lib/i18n/locales.ts';
import { isTheme, type Theme } from '#lib/model/theme.ts';
import { formOf } from '#lib/server/kit/form.ts';
import { safeNext } from '#lib/server/kit/guard.ts';
import { localeCookie, themeCookie } from '#lib/server/kit/preferences.ts';
import { setPreferences } from '#lib/server/people/profile.ts';
import { services } from '#lib/server/services.ts';

/** Remembered by this browser; a year is as long as browsers keep it anyway. */
function remember({ cookies, url }: RequestEvent, name: string, value: string): void {
	cookies.set(name, value, {
		path: '/',
		maxAge: 365 * 24 * 3600,
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:'
	});
}

/** Somebody signed in finds the choice in every browser. */
async function intoProfile({ locals: { actor } }: RequestEvent, preferences: { locale?: Locale; theme?: Theme }): Promise<void> {
	if (actor.kind === 'person') await setPreferences(services(), actor, preferences);
}

/** Back to the page the form stood on. */
function back(form: FormData): never {
	const path = form.get('back');
	redirect(303, safeNext(typeof path === 'string' ? path : null));
}

export const actions = {
	async language(event: RequestEvent) {
		const form = await formOf(event.request);
		const language = form.get('language');
		if (isLocale(language)) {
			remember(event, localeCookie, language);
			await intoProfile(event, { locale: language });
		}
		back(form);
	},
	async theme(event: RequestEvent) {
		const form = await formOf(event.request);
		const theme = form.get('theme');
		if (isTheme(theme)) {
			remember(event, themeCookie, theme);
			await intoProfile(event, { theme });
		}
		back(form);
	}
};
