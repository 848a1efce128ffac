/**
 * What many are answered alike, encoded once for all of them: `json` travels as one text, for which Socket.IO has only to
 * put quotes around it. Whoever does not take it so gets the value itself.
 */
export class Encoded<Value> {
	readonly json: string;

	/** @param json the value as JSON */
	constructor(json: string) {
		this.json = json;
	}

	static of<Value>(value: Value): Encoded<Value> {
		return new Encoded(JSON.stringify(value));
	}

	toJSON(): Value {
		return JSON.parse(this.json) as Value;
	}
}
