import { and, eq } from 'drizzle-orm';
import { email } from '#lib/model/mail/email.ts';
import type { EmailTemplate } from '#lib/server/mail/template.ts';
import { emailReaderOf } from '#lib/server/notifications/email/reader.ts';
import { memos } from './table.ts';
import { visibleMemos } from './visible.ts';

const words = {
	en: { called: 'copy of a memo', subject: 'A memo', door: 'Open the memo' },
	lv: { called: 'piezīmes kopija', subject: 'Piezīme', door: 'Atvērt piezīmi' }
};

/** A memo for somebody who asked for it, whatever the hour; nothing to who may no longer read it. */
export const copyEmail: EmailTemplate = {
	called: (locale) => words[locale].called,
	async render(services, { personId, subjectId }) {
		const reader = await emailReaderOf(services, personId);
		const [memo] =
			reader && subjectId
				? await services.db
						.select()
						.from(memos)
						.where(and(eq(memos.id, subjectId), visibleMemos(reader.person)))
				: [];
		if (!reader || !memo) return null;
		const said = words[reader.locale];
		return {
			to: reader.to,
			email: email({
				lang: reader.locale,
				subject: `${said.subject}: ${memo.title}`,
				parts: [
					{ is: 'words', words: memo.title },
					{ is: 'door', words: said.door, url: `${services.config.publicUrl}/memos/${memo.id}` }
				]
			})
		};
	}
};
