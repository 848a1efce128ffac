import { city, line, type PlanInput } from './plan.ts';

export interface Terminal {
	question(text: string): Promise<string>;
	say(line: string): void;
}

/** Asks for what `readPlan` reads, question by question; an answer that is not right is asked again. */
export async function interview(terminal: Terminal): Promise<PlanInput> {
	const name = await ask(terminal, 'Name of the network: ', line('the name of the network'));
	const motto = await askOptional(terminal, 'Motto (Enter for none): ');
	const fundingLine = await askOptional(terminal, 'Line about the funding, on every page (Enter for none): ');
	const cities: PlanInput['cities'] = [];
	do {
		terminal.say(`City ${cities.length + 1}`);
		cities.push(await askCity(terminal, cities.length === 0));
	} while (await yes(terminal, 'One more city? (y/n) '));
	const themes: string[] = [];
	for (;;) {
		const theme = await askOptional(terminal, `Theme ${themes.length + 1} (Enter when there are no more): `);
		if (!theme) break;
		themes.push(theme);
	}
	return { network: { name, motto, fundingLine }, cities, themes };
}

async function askCity(terminal: Terminal, first: boolean): Promise<PlanInput['cities'][number]> {
	return {
		name: await ask(terminal, '  Name in English: ', line('the name of the city')),
		organisation: await ask(terminal, '  Organisation: ', city.shape.organisation),
		country: await ask(terminal, '  Country, two letters (LV): ', city.shape.country),
		timeZone: await ask(terminal, '  Time zone (Europe/Riga): ', city.shape.timeZone),
		language: await ask(terminal, '  Language (lv): ', city.shape.language),
		letters: await ask(terminal, '  Two letters of its mark (Enter to take them from the name): ', city.shape.letters),
		shape: await ask(terminal, '  Shape of its mark: disc, block, arch, shield (Enter for the next): ', city.shape.shape),
		colour: await ask(terminal, '  Colour of its mark, like #20418f (Enter for the next): ', city.shape.colour),
		leads: first && (await yes(terminal, '  Does it lead the network? (y/n) '))
	};
}

interface Field<T> {
	safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: { message: string }[] } };
}

async function ask<T>(terminal: Terminal, question: string, field: Field<T>): Promise<T> {
	for (;;) {
		const answer = (await terminal.question(question)).trim();
		const read = field.safeParse(answer || undefined);
		if (read.success) return read.data;
		terminal.say(`  Not that: ${read.error.issues[0]?.message}`);
	}
}

async function askOptional(terminal: Terminal, question: string): Promise<string | undefined> {
	return (await terminal.question(question)).trim() || undefined;
}

async function yes(terminal: Terminal, question: string): Promise<boolean> {
	return /^(y|yes|j|jā)$/i.test((await terminal.question(question)).trim());
}
