import type { Locator, Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { madePdf, madePhoto } from './made-files.ts';

/** What is chosen from the device, in the place to write; the button that stands for it before that is fetched chooses none. */
export const chooser = (page: Page, locale: 'en' | 'lv' = 'en'): Locator =>
	page.getByLabel(m.files_attach({}, { locale }), { exact: true }).and(page.locator('input'));
export const attached = (page: Page, locale: 'en' | 'lv' = 'en'): Locator =>
	page.getByRole('list', { name: m.files_attached({}, { locale }) }).getByRole('listitem');
export const alt = (page: Page, name: string, locale: 'en' | 'lv' = 'en'): Locator =>
	page.getByLabel(`${m.files_alt_short({}, { locale })} ${name}`);

export async function photo(name = 'square.jpg') {
	return { name, mimeType: 'image/jpeg', buffer: await madePhoto({ sideways: true }) };
}
export const pdf = (name = 'plan.pdf') => ({ name, mimeType: 'application/pdf', buffer: madePdf(3) });
