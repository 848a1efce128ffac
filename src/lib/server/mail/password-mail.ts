import { baseLocale, isLocale } from '#lib/i18n/locales.ts';
import { m } from '#lib/i18n/m';
import type { Mail } from './mailer.ts';

/** The way back in for somebody who has forgotten the password. */
export function passwordMail({ to, name, url, locale }: { to: string; name: string; url: string; locale: string }): Mail {
	const lang = isLocale(locale) ? locale : baseLocale;
	return {
		to,
		subject: m.letters_password_subject({}, { locale: lang }),
		text: m.letters_password({ name, url }, { locale: lang }),
		lang
	};
}
