import type { BrowserContextOptions, Page } from '@playwright/test';
import type { Locale } from '#lib/i18n/locales.ts';
import { cast } from '#lib/server/demo/cast.ts';

/** The password of everybody in the demos that tests start. */
export const demoPassword = 'a long word for the demo';

/** How somebody sits at the desk: a phone or a wide screen, dark or light, with or without scripts. */
export interface Seat {
	/** What the browser asks for, and what somebody signed in chooses; without it their own language. */
	locale?: Locale;
	width?: number;
	theme?: 'light' | 'dark';
	javaScript?: boolean;
	/** Whether pages that are read are kept for reading without a line. */
	keepsPages?: boolean;
}

/** The browser of somebody who sits so. */
export function seated(
	url: string,
	{ locale = 'en', width = 1280, theme = 'light', javaScript = true, keepsPages = false }: Seat = {}
): BrowserContextOptions {
	const phone = width < 700;
	return {
		baseURL: url,
		locale: locale === 'lv' ? 'lv-LV' : 'en-GB',
		timezoneId: 'Europe/Riga',
		colorScheme: theme,
		viewport: { width, height: phone ? 844 : 900 },
		hasTouch: phone,
		javaScriptEnabled: javaScript,
		// What a worker answers passes by the routes of a test.
		serviceWorkers: keepsPages ? 'allow' : 'block',
		reducedMotion: 'reduce'
	};
}

/** The language somebody of the cast has to begin with. */
export function localeOf(email: string): Locale | undefined {
	return cast.find((member) => member.email === email)?.locale;
}

/**
 * Signs in by the form of the sign-in page, sent without looking at the page, and opens the desk in the language wished;
 * without a wish in the person's own, whatever was chosen for them before.
 */
export async function comeIn(page: Page, url: string, email: string, locale?: Locale): Promise<void> {
	const send = async (path: string, form: Record<string, string>) => {
		const answer = await page.request.post(path, { form, headers: { origin: url, accept: 'text/html' }, maxRedirects: 0 });
		if (answer.status() !== 303) throw new Error(`${path} answered ${answer.status()}`);
	};
	await send('/signin?/password', { email, password: demoPassword });
	const language = locale ?? localeOf(email);
	if (language) await send('/settings?/language', { language, back: '/about' });
	await page.goto('/');
}
