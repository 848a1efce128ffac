import { m } from '#lib/i18n/m';
import { email } from '#lib/model/mail/email.ts';
import type { EmailTemplate } from '../../mail/template.ts';
import { emailReaderOf } from './reader.ts';

/** Shows somebody that emails arrive, whatever the hour. */
export const testEmail: EmailTemplate = {
	called: (locale) => m.email_called_trial({}, { locale }),
	async render(services, { personId }) {
		const reader = await emailReaderOf(services, personId);
		if (!reader) return null;
		const said = { locale: reader.locale };
		return {
			to: reader.to,
			email: email({
				lang: reader.locale,
				subject: m.email_trial_subject({}, said),
				parts: [
					{ is: 'words', words: m.email_hello({ name: reader.to.name }, said) },
					{ is: 'words', words: m.email_trial({}, said) },
					{ is: 'door', words: m.email_foot_choose({}, said), url: `${services.config.publicUrl}/profile/notices` }
				]
			})
		};
	}
};
