import type { StandingForm } from './autosave.svelte.ts';

/** Some fields on their way to the server, under an id that stays the same through every retry. */
export interface FieldWrite {
	commandId: string;
	/** The revision that they were made from. */
	base: number;
	fields: string[];
	values: Record<string, unknown>;
	/** What stood in the form, as JSON. */
	typed: Record<string, string>;
}

interface Base {
	/** What the server has of the field, as it stands in the form, as JSON. */
	json: string;
	/** The revision that says so. */
	n: number;
}

interface Holding<Typed> {
	isHeld(field: string): boolean;
	/** Whether both say the same, however they were typed. */
	isSame(field: string, one: Typed, other: Typed): boolean;
}

/** From which revision each field of a form was made, and what stood there then. */
export class FieldBases<Typed extends object> {
	/** What was loaded last. */
	standing: StandingForm<Typed>;
	/** The revision that was loaded last; what came after it in what stands is this form's own. */
	#loaded: number;
	#bases: Map<string, Base>;

	constructor(standing: StandingForm<Typed>) {
		this.standing = standing;
		this.#loaded = standing.n;
		this.#bases = new Map(
			Object.entries(standing.typed).map(([field, typed]) => [field, { json: JSON.stringify(typed), n: standing.n }])
		);
	}

	set(field: string, json: string, n: number): void {
		this.#bases.set(field, { json, n });
	}

	/** What the server has of this field, as it stands in the form. */
	says<Field extends keyof Typed>(field: Field): Typed[Field] | undefined {
		const json = this.#bases.get(String(field))?.json;
		return json === undefined ? undefined : (JSON.parse(json) as Typed[Field]);
	}

	/** What is typed in this field was begun with this revision. */
	madeFrom(field: string, n: number): void {
		this.set(field, this.#bases.get(field)?.json ?? '', n);
	}

	/**
	 * A save was answered with revision `n`.
	 * @returns whether it says nothing but what this form sent; else somebody wrote meanwhile, and it is to be loaded
	 */
	went({ base, typed }: FieldWrite, n: number): boolean {
		if (base < this.#loaded || n > this.standing.n + 1) return false;
		const sent = Object.entries(typed).map(([field, json]) => [field, JSON.parse(json) as unknown]);
		this.standing = { n: Math.max(n, this.standing.n), typed: { ...this.standing.typed, ...Object.fromEntries(sent) } };
		return true;
	}

	/** Fields that stand otherwise than the server has them. */
	changed(typed: Typed): string[] {
		return Object.entries(typed).flatMap(([field, now]) => (JSON.stringify(now) === this.#bases.get(field)?.json ? [] : [field]));
	}

	/** These fields with what was typed, and the revision each was made from. */
	unsaved(typed: Typed): Record<string, { typed: unknown; n: number }> {
		const all = this.changed(typed).map((field) => [field, { typed: typed[field as keyof Typed], n: this.#bases.get(field)?.n ?? 1 }]);
		return Object.fromEntries(all) as Record<string, { typed: unknown; n: number }>;
	}

	/** Of these values those that were made from the earliest revision; null when there are none. */
	writeOf(typed: Typed, values: Record<string, unknown>): FieldWrite | null {
		const ns = Object.keys(values).map((field) => this.#bases.get(field)?.n ?? 1);
		if (ns.length === 0) return null;
		const base = Math.min(...ns);
		const fields = Object.keys(values).filter((field) => (this.#bases.get(field)?.n ?? 1) === base);
		const now = fields.map((field) => [field, JSON.stringify(typed[field as keyof Typed])]);
		return {
			commandId: crypto.randomUUID(),
			base,
			fields,
			values: Object.fromEntries(fields.map((field) => [field, values[field]])),
			typed: Object.fromEntries(now) as Record<string, string>
		};
	}

	/** @returns what the fields that nobody has touched are filled with */
	adopt(standing: StandingForm<Typed>, typed: Typed, { isHeld, isSame }: Holding<Typed>): Partial<Typed> {
		this.standing = standing;
		this.#loaded = Math.max(this.#loaded, standing.n);
		const filled: Partial<Typed> = {};
		for (const [field, comes] of Object.entries(standing.typed)) {
			const now = JSON.stringify(typed[field as keyof Typed]);
			const base = this.#bases.get(field);
			if (isHeld(field) || now !== base?.json || base.n > standing.n) continue;
			const json = JSON.stringify(comes);
			const stays = json === now || isSame(field, typed, standing.typed);
			if (!stays) Object.assign(filled, { [field]: structuredClone(comes) as unknown });
			this.set(field, stays ? now : json, standing.n);
		}
		return filled;
	}

	/** @returns what stands on the server in this field, which is what it was made from now */
	takeStanding(field: string, n: number): Partial<Typed> {
		const stands = this.standing.typed[field as keyof Typed];
		this.set(field, JSON.stringify(stands), n);
		return { [field]: structuredClone(stands) } as Partial<Typed>;
	}

	/** @returns what was kept of these fields, where nothing was typed since */
	takeUp(fields: Record<string, { typed: unknown; n: number }>, typed: Typed): Partial<Typed> {
		const untouched = Object.entries(fields).filter(
			([field]) => this.#bases.get(field)?.json === JSON.stringify(typed[field as keyof Typed])
		);
		for (const [field, { n }] of untouched) this.madeFrom(field, n);
		return Object.fromEntries(untouched.map(([field, { typed }]) => [field, typed])) as Partial<Typed>;
	}
}
