export interface BatchOptions<Item, Value> {
	/** Items of different names do not wait for each other. */
	apart?: (item: Item) => string;
	/** Asked for together at most. */
	most?: number;
	/** Hears the answers that came together, before those who asked and when the next question is on its way. */
	heard?: (values: Value[]) => void;
	/** Milliseconds between an answer to many and the next question, for what nobody waits for: still more come together. */
	pause?: number;
	/** Milliseconds after which a question that is not answered holds up nobody but those who asked it. */
	patience?: number;
	/** Whether those who failed together are to be asked for one by one, so that nobody fails for another. */
	alone?: (error: unknown) => boolean;
}

/**
 * Asks for many at once: what is wanted while a question is under way waits for it to be answered and goes into the
 * next one. Nobody waits for company, and nobody gets an answer that was asked for before they came.
 * @param ask gives the answers in the order of the items
 */
export function batched<Item, Value>(
	ask: (items: Item[]) => Promise<Value[]>,
	{ apart = () => '', most = 1000, heard = () => {}, pause = 0, patience = 2000, alone = () => false }: BatchOptions<Item, Value> = {}
): (item: Item) => Promise<Value> {
	type Place = PromiseWithResolvers<Value> & { item: Item };
	/** Who waits, by name; a name stands here as long as it is being asked for. */
	const waiting = new Map<string, Place[]>();

	function next(name: string): void {
		const places = waiting.get(name)?.splice(0, most) ?? [];
		const goOn = () => next(name);
		if (places.length > 0) answer(places, pause > 0 && places.length > 1 ? () => void setTimeout(goOn, pause) : goOn);
		else waiting.delete(name);
	}

	/** What cannot even be asked has failed too. */
	async function asked(places: Place[]): Promise<Value[]> {
		return ask(places.map(({ item }) => item));
	}

	function answer(places: Place[], whenFree: () => void): void {
		const goOn = once(whenFree, patience);
		asked(places).then(
			(values) => {
				goOn();
				try {
					heard(values);
				} finally {
					places.forEach(({ resolve }, n) => resolve(values[n] as Value));
				}
			},
			(error: unknown) => {
				if (places.length > 1 && alone(error)) oneByOne(places, goOn);
				else {
					goOn();
					for (const { reject } of places) reject(error);
				}
			}
		);
	}

	function oneByOne([first, ...others]: Place[], goOn: () => void): void {
		if (first) answer([first], () => oneByOne(others, goOn));
		else goOn();
	}

	return (item) => {
		const name = apart(item);
		const place = { ...Promise.withResolvers<Value>(), item };
		const line = waiting.get(name);
		if (line) line.push(place);
		else {
			waiting.set(name, [place]);
			next(name);
		}
		return place.promise;
	};
}

/** Does the work when it is called, or when it was not called in time, but not twice. */
function once(work: () => void, patience: number): () => void {
	let done = false;
	const timer = setTimeout(go, patience).unref();
	function go(): void {
		clearTimeout(timer);
		if (!done) work();
		done = true;
	}
	return go;
}
