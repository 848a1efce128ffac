import type { Question } from '#lib/model/policy.ts';

/**
 * Who may do what, as a table for people to read and review. The answers are tried against the rules themselves and
 * against forms and sockets of a running server.
 *
 * Columns: V visitor, S suspended officer, F expert of another network, R reader, L local member, O officer,
 * X expert, C coordinator, M lead (the lead partner's moderator). Officer, local member and coordinator are of
 * Daugavpils. Marks: `+` may, `.` may not. The threads and posts are those of a meeting.
 */
export const columns = ['V', 'S', 'F', 'R', 'L', 'O', 'X', 'C', 'M'] as const;
export type Column = (typeof columns)[number];

export const matrix = `
                                                | V S F R L O X C M
network.read                                    | . . . + + + + + +
meeting.read                                    | . . . + + + + + +
meeting.post                                    | . . . . . + + + +
file.add                                        | . . . . . + + + +

thread.read          to the network             | . . . + + + + + +
thread.read          to leads                   | . . . . . . . . +
thread.read          to Daugavpils              | . . . . + + . + .
thread.read          to one person              | . . + + + + + + +
thread.read          to nobody                  | . . . . . . . . .
thread.speak         to the network             | . . . . . + + + +
thread.speak         to leads                   | . . . . . . . . +
thread.speak         to Daugavpils              | . . . . . + . + .
thread.speak         to one person              | . . . . . + + + +
thread.speak         to nobody                  | . . . . . . . . .
thread.react         to the network             | . . . . . + + + +
thread.react         to leads                   | . . . . . . . . +
thread.react         to Daugavpils              | . . . . . + . + .
thread.react         to one person              | . . . . . + + + +
thread.react         to nobody                  | . . . . . . . . .
thread.moderate      to the network             | . . . . . . . . +
thread.moderate      to leads                   | . . . . . . . . +
thread.moderate      to Daugavpils              | . . . . . . . . .
thread.moderate      to one person              | . . . . . . . . +
thread.moderate      to nobody                  | . . . . . . . . .

post.edit            own, posted                | . . . . . + + + +
post.edit            own, hidden                | . . . . . . . . .
post.edit            own, deleted               | . . . . . . . . .
post.edit            another's, posted          | . . . . . . . . .
post.edit            another's, hidden          | . . . . . . . . .
post.edit            another's, deleted         | . . . . . . . . .

post.delete          own, posted                | . . . . . + + + +
post.delete          own, hidden                | . . . . . + + + +
post.delete          own, deleted               | . . . . . . . . .
post.delete          another's, posted          | . . . . . . . . .
post.delete          another's, hidden          | . . . . . . . . .
post.delete          another's, deleted         | . . . . . . . . .

post.react           own, posted                | . . . . . + + + +
post.react           another's, posted          | . . . . . + + + +
post.react           another's, hidden          | . . . . . . . . .
post.react           another's, deleted         | . . . . . . . . .

post.hide            own, posted                | . . . . . . . . +
post.hide            another's, posted          | . . . . . . . . +
post.hide            another's, hidden          | . . . . . . . . .
post.hide            another's, deleted         | . . . . . . . . .

post.restore         own, hidden                | . . . . . . . . +
post.restore         another's, hidden          | . . . . . . . . +
post.restore         another's, posted          | . . . . . . . . .
post.restore         another's, deleted         | . . . . . . . . .

post.readHidden      own, hidden                | . . . + + + + + +
post.readHidden      another's, hidden          | . . . . . . . . +
post.readHidden      another's, posted          | . . . . . . . . .

inbox.read           own                        | . . + + + + + + +
inbox.read           another's                  | . . . . . . . . .

moderation.read                                 | . . . . . . . . +

person.suspend       officer                    | . . . . . . . . +
person.suspend       expert                     | . . . . . . . . +
person.suspend       lead                       | . . . . . . . . .
person.suspend       oneself                    | . . . . . . . . .
person.suspend       officer, suspended         | . . . . . . . . .
person.suspend       officer, of two networks   | . . . . . . . . .

person.readmit       officer, suspended         | . . . . . . . . +
person.readmit       officer                    | . . . . . . . . .
person.readmit       officer, suspended, of two networks| . . . . . . . . .

person.reach         seen by nobody             | . . . . . . . . .
person.reach         seen by partners           | . . . . . + + + +
person.reach         seen by the network        | . . . + + + + + +
person.reach         own, seen by nobody        | . . + + + + + + +

person.invite        lead                       | . . . . . . . . +
person.invite        expert                     | . . . . . . . . +
person.invite        reader                     | . . . . . . . . +
person.invite        coordinator, own city      | . . . . . . . . +
person.invite        officer, own city          | . . . . . . . + +
person.invite        local, own city            | . . . . . . . + +
person.invite        coordinator, other city    | . . . . . . . . +
person.invite        officer, other city        | . . . . . . . . +
person.invite        local, other city          | . . . . . . . . +

invitation.withdraw  lead                       | . . . . . . . . +
invitation.withdraw  expert                     | . . . . . . . . +
invitation.withdraw  reader                     | . . . . . . . . +
invitation.withdraw  coordinator, own city      | . . . . . . . . +
invitation.withdraw  officer, own city          | . . . . . . . + +
invitation.withdraw  local, own city            | . . . . . . . + +
invitation.withdraw  coordinator, other city    | . . . . . . . . +
invitation.withdraw  officer, other city        | . . . . . . . . +
invitation.withdraw  local, other city          | . . . . . . . . +

invitation.list      own city                   | . . . . . . . + +
invitation.list      other city                 | . . . . . . . . +
invitation.list      of no city                 | . . . . . . . . +
`;

export interface Line {
	question: Question;
	/** The state asked about, in the words of the table. */
	state: string;
	may: Record<Column, boolean>;
}

/** The table, read. */
export function lines(text = matrix): Line[] {
	return text
		.split('\n')
		.filter((line) => line.includes('|') && !line.trimStart().startsWith('|'))
		.map((line) => {
			const [asked = '', marks = ''] = line.split('|');
			const [question = '', ...state] = asked.trim().split(/\s{2,}/);
			const answers = marks.trim().split(/\s+/);
			if (answers.length !== columns.length || answers.some((mark) => !/^[+.]$/.test(mark)))
				throw new Error(`This line of the table cannot be read: ${line}`);
			return {
				question: question as Question,
				state: state.join(' '),
				may: Object.fromEntries(columns.map((column, n) => [column, answers[n] === '+'])) as Record<Column, boolean>
			};
		});
}
