import { expect, type Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import type { Locale } from '#lib/i18n/locales.ts';

/** An inbox as a person uses it. */
export class InboxPage {
	readonly page: Page;
	readonly locale: Locale;

	constructor(page: Page, locale: Locale = 'en') {
		this.page = page;
		this.locale = locale;
	}

	async open(view = ''): Promise<this> {
		await this.page.goto(`/inbox${view}`);
		await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(m.shell_inbox({}, { locale: this.locale }));
		return this;
	}

	/** What begins so, with its reason. */
	entry(words: string) {
		return this.page.locator('main li').filter({ hasText: words });
	}

	place(words: string) {
		return this.entry(words).getByRole('heading', { level: 3 }).getByRole('link');
	}

	finish(words: string) {
		return this.entry(words).getByRole('button');
	}

	/** The way here from any page, and how much it says is new. */
	get link() {
		return this.page.locator('header').getByRole('link', { name: new RegExp(`^${m.shell_inbox({}, { locale: this.locale })}`) });
	}

	get undo() {
		return this.page
			.locator('form')
			.filter({ hasText: m.inbox_undo({}, { locale: this.locale }) })
			.getByRole('button');
	}

	async count(): Promise<number> {
		return Number(/\d+/.exec((await this.link.getAttribute('aria-label')) ?? '')?.[0] ?? 0);
	}
}
