/**
 * What many are answered alike, encoded once for all of them: `json` travels as one text, for which Socket.IO has only to
 * put quotes around it. Whoever does not take it so gets the value itself.
 */
export class Encoded<Value> {
	readonly json: string;

	constructor(value: Value) {
		this.json = JSON.stringify(value);
	}

	toJSON(): Value {
		return JSON.parse(this.json) as Value;
	}
}
