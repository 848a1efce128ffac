import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import type { LockedWrite, Write } from './locked-writes.ts';
import { onceStirred } from './stirred.ts';

/** Where the last turn that was given stands, among what is kept. */
const turns = 'turns';
const sign = 'swing-outbox';

let opened: UseStore | undefined;

function store(): UseStore {
	return (opened ??= createStore(sign, 'waiting'));
}

/** Other tabs hear it, this one does not. */
function tellOthers(): void {
	try {
		localStorage.setItem(sign, crypto.randomUUID());
	} catch {
		// They find out when their line comes back.
	}
}

/** Fetched once somebody stirs, or once there is something to open. */
const locks = () => import('./locked-writes.ts');

/** Writes that survive reloads and restarts of the browser, and that all tabs see. */
export const keptWrites = {
	/** All of a person's that can be opened; null where the browser forbids storage. */
	async all<One extends Write>(personId: string): Promise<One[] | null> {
		try {
			const all: (One | (Omit<One, 'input'> & LockedWrite) | number)[] = await store()('readonly', (kept) =>
				promisifyRequest(kept.getAll())
			);
			const mine = all.filter((one) => typeof one === 'object' && one.personId === personId) as Exclude<
				(typeof all)[number],
				number
			>[];
			if (mine.length === 0) return [];
			const { openWrite } = await locks();
			const opened = mine.map(async (one) => {
				if ('locked' in one) return openWrite<One>(one);
				// An earlier version of the program kept it as it was.
				await keptWrites.change(one.commandId, one);
				return one;
			});
			return (await Promise.all(opened)).filter((one) => one !== null);
		} catch {
			return null;
		}
	},

	/** Keeps a new one. @returns its turn, which only grows, whatever clocks do; null when it could not be kept */
	async add<One extends Write>(id: string, entry: One): Promise<number | null> {
		try {
			const locked = await (await locks()).lockWrite(entry);
			if (!locked) return null;
			const given = await store()('readwrite', async (kept) => {
				const turn = 1 + ((await promisifyRequest<number | undefined>(kept.get(turns))) ?? 0);
				kept.put(turn, turns);
				kept.put({ ...locked, turn }, id);
				await promisifyRequest(kept.transaction);
				return turn;
			});
			tellOthers();
			return given;
		} catch {
			return null;
		}
	},

	/** Keeps what became of one, unless another tab has dropped it. */
	async change<One extends Write>(id: string, entry: One): Promise<void> {
		try {
			const locked = await (await locks()).lockWrite(entry);
			if (!locked) return;
			await store()('readwrite', async (kept) => {
				if (await promisifyRequest<unknown>(kept.get(id))) kept.put(locked, id);
				return promisifyRequest(kept.transaction);
			});
			tellOthers();
		} catch {
			// What is kept is as it was: it is sent again under the same id, and answered the same.
		}
	},

	async drop(id: string): Promise<void> {
		try {
			await store()('readwrite', (kept) => {
				kept.delete(id);
				return promisifyRequest(kept.transaction);
			});
			tellOthers();
		} catch {
			// A leftover is sent again under the same id, which changes nothing.
		}
	},

	/** Hears that another tab has kept, changed or dropped something. Returns the way to stop. */
	watch(changed: () => void): () => void {
		const hear = ({ key }: StorageEvent): void => void (key === sign && changed());
		addEventListener('storage', hear);
		// What locks is fetched while there is a line: without it nothing could be kept once the line is lost.
		const callOff = onceStirred(() => void locks().catch(() => {}));
		return () => {
			removeEventListener('storage', hear);
			callOff();
		};
	}
};
