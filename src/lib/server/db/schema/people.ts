import { sql } from 'drizzle-orm';
import { boolean, check, index, pgTable, text, uniqueIndex, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { cityRoles, expertKinds, roles } from '#lib/model/access/roles.ts';
import { seenByChoices } from '#lib/model/people/seen-by.ts';
import { colourThemes } from '#lib/model/theme.ts';
import { id, moment, oneOf } from '../columns.ts';
import { networks, partners } from './networks.ts';

export const people = pgTable(
	'people',
	{
		id: id(),
		email: text('email').notNull(),
		name: text('name').notNull(),
		/** argon2id; null until the person has chosen a password. */
		passwordHash: text('password_hash'),
		locale: text('locale').notNull(),
		timeZone: text('time_zone').notNull(),
		theme: text('theme', { enum: colourThemes }).notNull().default('system'),
		/** Whether single letters and signs are shortcuts; some people type them without meaning to. */
		letterKeys: boolean('letter_keys').notNull().default(true),
		/** Language of the texts that this person writes, as last chosen. */
		writingLanguage: text('writing_language').notNull(),
		/** What they do, in a line of their own on their card. */
		does: text('does').notNull().default(''),
		/** Tags of the languages they speak. */
		languages: text('languages')
			.array()
			.notNull()
			.default(sql`'{}'`),
		telephone: text('telephone'),
		emailSeenBy: text('email_seen_by', { enum: seenByChoices }).notNull().default('network'),
		telephoneSeenBy: text('telephone_seen_by', { enum: seenByChoices }).notNull().default('partners'),
		/** Made up for the demo. */
		invented: boolean('invented').notNull().default(false),
		createdAt: moment('created_at').notNull(),
		suspendedAt: moment('suspended_at'),
		suspendedBy: uuid('suspended_by').references((): AnyPgColumn => people.id),
		/** Told to the suspended person. */
		suspendedReason: text('suspended_reason')
	},
	(t) => [
		check(
			'people_suspended_by_somebody',
			sql`${t.suspendedAt} is not null or (${t.suspendedBy} is null and ${t.suspendedReason} is null)`
		),
		uniqueIndex('people_email_unique').on(sql`lower(${t.email})`),
		check('people_theme_known', oneOf(t.theme, colourThemes)),
		check('people_name_given', sql`length(${t.name}) between 1 and 200`),
		check('people_does_is_a_line', sql`length(${t.does}) <= 200`),
		check('people_telephone_given', sql`length(${t.telephone}) between 1 and 60`),
		check('people_email_seen_by_known', oneOf(t.emailSeenBy, seenByChoices)),
		check('people_telephone_seen_by_known', oneOf(t.telephoneSeenBy, seenByChoices))
	]
);

/** A column that names somebody, whoever it is. */
export const ofPerson = (column: string) =>
	uuid(column)
		.notNull()
		.references(() => people.id);

export const memberships = pgTable(
	'memberships',
	{
		id: id(),
		personId: ofPerson('person_id'),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id),
		role: text('role', { enum: roles }).notNull(),
		partnerId: uuid('partner_id').references(() => partners.id),
		expertKind: text('expert_kind', { enum: expertKinds }),
		startsAt: moment('starts_at').notNull(),
		/** Null while it lasts. */
		endsAt: moment('ends_at')
	},
	(t) => [
		uniqueIndex('memberships_one_current')
			.on(t.personId, t.networkId, t.role, sql`coalesce(${t.partnerId}, '00000000-0000-0000-0000-000000000000')`)
			.where(sql`${t.endsAt} is null`),
		index('memberships_by_network').on(t.networkId, t.partnerId),
		index('memberships_by_person').on(t.personId),
		check('memberships_role_known', oneOf(t.role, roles)),
		check(
			'memberships_city_where_due',
			sql`case when ${oneOf(t.role, cityRoles)} then ${t.partnerId} is not null when ${t.role} in ('expert', 'reader') then ${t.partnerId} is null else true end`
		),
		check(
			'memberships_expert_kind',
			sql`(${t.role} = 'expert') = (${t.expertKind} is not null) and (${t.expertKind} is null or ${oneOf(t.expertKind, expertKinds)})`
		)
	]
);

/** `id` is the SHA-256 of the token in the cookie, in hex: a leaked table opens no session. */
export const sessions = pgTable(
	'sessions',
	{
		id: text('id').primaryKey(),
		/** The person; called as Lucia's adapter wants it. */
		userId: ofPerson('person_id'),
		expiresAt: moment('expires_at').notNull(),
		createdAt: moment('created_at').notNull(),
		lastSeenAt: moment('last_seen_at').notNull(),
		/** The browser in words, for the person's own list. */
		device: text('device').notNull()
	},
	(t) => [index('sessions_by_person').on(t.userId)]
);

export const invitations = pgTable(
	'invitations',
	{
		id: id(),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id),
		role: text('role', { enum: roles }).notNull(),
		partnerId: uuid('partner_id').references(() => partners.id),
		expertKind: text('expert_kind', { enum: expertKinds }),
		email: text('email').notNull(),
		name: text('name').notNull(),
		locale: text('locale').notNull(),
		/** SHA-256 of the token in the link, in hex. */
		tokenHash: text('token_hash').notNull(),
		/** Null when the installation's administrator invited. */
		invitedBy: uuid('invited_by').references(() => people.id),
		createdAt: moment('created_at').notNull(),
		expiresAt: moment('expires_at').notNull(),
		usedAt: moment('used_at'),
		usedBy: uuid('used_by').references(() => people.id),
		withdrawnAt: moment('withdrawn_at')
	},
	(t) => [
		uniqueIndex('invitations_token_unique').on(t.tokenHash),
		index('invitations_by_network').on(t.networkId, t.partnerId),
		check('invitations_used_by_somebody', sql`(${t.usedAt} is null) = (${t.usedBy} is null)`)
	]
);

export const passwordResets = pgTable(
	'password_resets',
	{
		/** SHA-256 of the token in the link, in hex. */
		tokenHash: text('token_hash').primaryKey(),
		personId: ofPerson('person_id'),
		createdAt: moment('created_at').notNull(),
		expiresAt: moment('expires_at').notNull(),
		usedAt: moment('used_at')
	},
	(t) => [index('password_resets_by_person').on(t.personId)]
);

/** When a person was last at the desk, and since when things are new to them. */
export const visits = pgTable('visits', {
	personId: uuid('person_id')
		.primaryKey()
		.references(() => people.id),
	lastAt: moment('last_at').notNull(),
	newSince: moment('new_since').notNull(),
	/** When they had done with the welcome of a newcomer. */
	welcomedAt: moment('welcomed_at')
});
