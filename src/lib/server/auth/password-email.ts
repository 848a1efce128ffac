import { m } from '#lib/i18n/m';
import { baseLocale, isLocale } from '#lib/i18n/locales.ts';
import { email } from '#lib/model/mail/email.ts';
import type { EmailTemplate } from '../mail/template.ts';
import { issueReset, validFor } from './reset.ts';

/**
 * The way back in for somebody who has forgotten the password. Only the address that was typed is known: whether it
 * belongs to anybody is looked up here, so that asking takes as long for everybody.
 */
export const passwordEmail: EmailTemplate = {
	called: (locale) => m.email_called_password({}, { locale }),
	async render(services, { address, createdAt }) {
		const late = services.clock.now().getTime() - createdAt.getTime() > validFor;
		const link = address && !late ? await issueReset(services, address) : null;
		if (!address || !link) return null;
		const { name, url } = link;
		const locale = isLocale(link.locale) ? link.locale : baseLocale;
		const said = { locale };
		return {
			to: { name, address },
			email: email({
				lang: locale,
				subject: m.email_password_subject({}, said),
				parts: [
					{ is: 'words', words: m.email_hello({ name }, said) },
					{ is: 'words', words: m.email_password({}, said) },
					{ is: 'door', words: m.email_password_door({}, said), url },
					{ is: 'words', words: m.email_password_not_you({}, said) }
				]
			})
		};
	}
};
