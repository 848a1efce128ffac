import { eq, sql } from 'drizzle-orm';
import { m } from '#lib/i18n/m';
import { email } from '#lib/model/mail/email.ts';
import { hrefOfPlan, planStream } from '#lib/model/plans/plan.ts';
import type { Database, Transaction } from '../db/client.ts';
import { partners } from '../db/schema/networks.ts';
import { plans } from '../db/schema/plans.ts';
import { endOf } from '../notifications/email/parts.ts';
import { emailReaderOf } from '../notifications/email/reader.ts';
import { waysOf } from '../notifications/email/ways.ts';
import type { ReminderKind } from '../notifications/reminders/reminder-kind.ts';
import { cancelReminders, remind } from '../notifications/reminders/remind.ts';
import { planById, planHead, selectPlans } from './find.ts';

const kind = 'plan.ends';
const subjectOf = (id: string) => ({ kind: 'plan', id });
/** So many days before the last one. */
const ahead = 3;

/** In the morning, by the clocks of the city. */
function remindsAt(endsOn: string): string {
	const day = new Date(Date.parse(`${endsOn}T00:00:00Z`) - ahead * 86_400_000);
	return `${day.toISOString().slice(0, 10)}T09:00`;
}

/** Who is asked about a plan is reminded once before the consultation ends; a new last day moves the reminder. */
export async function planEnd(
	tx: Transaction,
	{ id, partnerId, endsOn }: { id: string; partnerId: string; endsOn: string }
): Promise<void> {
	const [city] = await tx.select({ zone: partners.timeZone }).from(partners).where(eq(partners.id, partnerId));
	if (city) await remind(tx, { kind, subject: subjectOf(id), at: remindsAt(endsOn), zone: city.zone });
}

/** Nobody is asked any more. */
export async function cancelEnd(tx: Transaction, id: string): Promise<void> {
	await cancelReminders(tx, subjectOf(id), kind);
}

async function inConsultation(db: Database | Transaction, id: string) {
	const [row] = await selectPlans(db, eq(plans.id, id));
	const plan = row && planHead(row);
	return plan?.state === 'consultation' && plan.consultation ? { ...plan, consultation: plan.consultation } : null;
}

/** That a consultation ends in a few days. */
export const consultationEnds: ReminderKind = {
	kind,
	async whom(tx, _services, { subjectId }) {
		if (!(await inConsultation(tx, subjectId))) return [];
		const rows = await tx.execute<{ id: string }>(sql`
			select distinct person_id as id from notifications
			where item_kind = 'plan' and item_id = ${subjectId} and stream = ${planStream(subjectId)} and kind = 'assignment'
				and done_at is null and withdrawn_at is null and seq in (
					select seq from events where events.stream = notifications.stream and events.name in ('plan.opened', 'plan.asked'))
			order by 1`);
		return rows.map(({ id }) => id);
	},
	async where(tx, { subjectId: id }) {
		const plan = await inConsultation(tx, id);
		return plan ? { network: plan.network, stream: planStream(id), item: subjectOf(id) } : null;
	},
	/** Nothing once it is over, or to who may not know of the plan any more. */
	async email(services, mail, { subjectId }) {
		const reader = await emailReaderOf(services, mail.personId);
		if (!reader || (await waysOf(services.db, reader.person.id)).reminder === 'off') return null;
		if (!(await inConsultation(services.db, subjectId))) return null;
		const { locale, format, person } = reader;
		const plan = await planById(services.db, person, subjectId).catch(() => null);
		if (!plan?.consultation) return null;
		if (reader.quietUntil) return { later: reader.quietUntil };
		const said = { locale };
		const { question, endsOn } = plan.consultation;
		return {
			to: reader.to,
			email: email({
				lang: locale,
				subject: m.plans_email_ends_subject({ title: plan.title }, said),
				title: m.plans_told_ends({ date: format.date(endsOn) }, said),
				parts: [
					{ is: 'words', words: `${plan.title}\n${question}` },
					{ is: 'door', words: m.plans_email_ends_door({}, said), url: services.config.publicUrl + hrefOfPlan(plan) }
				],
				thread: `plan-${subjectId}`,
				...(await endOf(services, reader, ['reminder']))
			})
		};
	}
};
