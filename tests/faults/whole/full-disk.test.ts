import { execFileSync } from 'node:child_process';
import { open, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'vitest';
import { onStage } from '../stage.ts';

/** A small disk of its own, which only root may have. */
async function smallDisk(): Promise<{ dir: string; remove(): Promise<void> }> {
	const dir = await mkdtemp(join(tmpdir(), 'swing-disk-'));
	execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m,mode=0755', 'tmpfs', dir]);
	return {
		dir,
		async remove() {
			execFileSync('umount', [dir]);
			await rm(dir, { recursive: true });
		}
	};
}

/** Takes all the room there is; returns the way to give it back. */
async function fill(dir: string): Promise<() => Promise<void>> {
	const path = join(dir, 'filler');
	const file = await open(path, 'w');
	const piece = Buffer.alloc(64 * 1024);
	try {
		for (;;) await file.write(piece);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
	} finally {
		await file.close();
	}
	return () => rm(path);
}

test('the disk of the database is full for a while', { timeout: 300_000 }, async () => {
	const disk = await smallDisk();
	try {
		await onStage('a full disk', { dataDir: join(disk.dir, 'data') }, async (stage) => {
			await stage.whileWriting(async () => {
				await stage.acknowledged(20);
				const empty = await fill(disk.dir);
				stage.ledger.faults += 1;
				await stage.untilUnanswered();
				await empty();
				await stage.untilReady();
				await stage.acknowledged(20);
			});
			await stage.settle('room again', 60_000);
		});
	} finally {
		await disk.remove();
	}
});
