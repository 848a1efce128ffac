import type { FileRefusal } from '#lib/model/files/kinds.ts';
import { Invalid } from '../platform/errors.ts';

/** A file that is not taken, and why. */
export class FileRefused extends Invalid {
	override name = 'FileRefused';
	readonly reason: FileRefusal;
	constructor(reason: FileRefusal) {
		super([{ field: 'file', code: reason }]);
		this.reason = reason;
	}
}
