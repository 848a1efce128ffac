import { createHash } from 'node:crypto';

/** People of the seed by number: readers come first, then those who write. */
export const readers = 1000;
export const writers = 100;
export const firstWriter = readers;
export const people = readers + writers;

/** Threads that live measurements write to; empty at first. */
export const liveThreads = 50;

/** What stands in the cookie of a person of the seed. */
export function tokenOf(person: number): string {
	return `bench-${person}`;
}

export function personId(person: number): string {
	return idOf(`person-${person}`);
}

export function networkId(network: number): string {
	return idOf(`network-${network}`);
}

export function meetingId(slug: string): string {
	return idOf(`meeting-${slug}`);
}

export function streamOf(slug: string): string {
	return `meeting:${meetingId(slug)}`;
}

export function liveSlug(thread: number): string {
	return `live-${thread}`;
}

export function planId(plan: string): string {
	return versioned(idOf(`plan-${plan}`));
}

export function planSectionId(plan: string, place: number): string {
	return versioned(idOf(`plan-${plan}-section-${place}`));
}

/** How addresses name a section: eight signs. */
export function planSectionShortId(plan: string, place: number): string {
	return planSectionId(plan, place).slice(0, 8);
}

/** An id that seed and load generator arrive at by themselves. */
function idOf(name: string): string {
	const hex = createHash('md5').update(name).digest('hex');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** An id that a border of the product takes. */
function versioned(id: string): string {
	return id.replace(/^(.{14}).(.{4}).(.{16})$/, '$14$28$3');
}
