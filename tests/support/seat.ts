import type { BrowserContextOptions, Page } from '@playwright/test';
import type { Locale } from '#lib/i18n/locales.ts';

/** The password of everybody in the demos that tests start. */
export const demoPassword = 'a long word for the demo';

/** How somebody sits at the desk: a phone or a wide screen, dark or light, with or without scripts. */
export interface Seat {
	/** What the browser asks for, and what somebody signed in chooses; without it their own language. */
	locale?: Locale;
	width?: number;
	theme?: 'light' | 'dark';
	javaScript?: boolean;
}

/** The browser of somebody who sits so. */
export function seated(url: string, { locale = 'en', width = 1280, theme = 'light', javaScript = true }: Seat = {}): BrowserContextOptions {
	const phone = width < 700;
	return {
		baseURL: url,
		locale: locale === 'lv' ? 'lv-LV' : 'en-GB',
		timezoneId: 'Europe/Riga',
		colorScheme: theme,
		viewport: { width, height: phone ? 844 : 900 },
		hasTouch: phone,
		javaScriptEnabled: javaScript,
		reducedMotion: 'reduce'
	};
}

/** Signs in through the form, as people do. */
export async function signIn(page: Page, email: string, password = demoPassword): Promise<void> {
	await page.goto('/signin');
	await page.locator('input[name="email"]').fill(email);
	await page.locator('input[name="password"]').fill(password);
	await page.locator('form:has(input[name="password"]) button[type="submit"]').click();
	await page.waitForURL((url) => url.pathname !== '/signin');
}

/** Chooses the language by the form that every page carries. */
export async function speak(page: Page, locale: Locale): Promise<void> {
	const { origin } = new URL(page.url());
	const answer = await page.request.post('/settings?/language', {
		form: { language: locale, back: '/about' },
		headers: { origin, accept: 'text/html' }
	});
	if (!answer.ok()) throw new Error(`The language form answered ${answer.status()}`);
	await page.reload();
}
