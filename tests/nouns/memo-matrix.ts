/**
 * Who may do what with a memo, as `tests/policy-matrix.ts` has it for the product: its columns, its marks, its way to be
 * read. The memo is kept by Coimbra. Officer, local member and coordinator are of Coimbra; `by name` says that the one
 * who asks is named among those who hear it, and their city is not. The posts in its thread are another's.
 */
export const memoMatrix = `
                                                | V S F R L O X C M
memo.write           own city                   | . . . . . + . + .
memo.write           another city               | . . . . . . . . .

memo.change          own, to its city           | . . . . + + . + .
memo.change          own, to another city       | . . . . . . . . .
memo.change          own, by name               | . . + + + + + + +
memo.change          another's, to its city     | . . . . . . . . .
memo.change          another's, by name         | . . . . . . . . .

thread.read          to its city                | . . . . + + . + .
thread.read          to another city            | . . . . . . . . .
thread.read          by name                    | . . + + + + + + +
thread.read          to nobody                  | . . . . . . . . .

thread.speak         to its city                | . . . . . + . + .
thread.speak         to another city            | . . . . . . . . .
thread.speak         by name                    | . . . . . + + + +

thread.react         to its city                | . . . . . + . + .
thread.react         to another city            | . . . . . . . . .
thread.react         by name                    | . . . . . + + + +

post.react           to its city                | . . . . . + . + .
post.react           to another city            | . . . . . . . . .
post.react           by name                    | . . . . . + + + +

thread.moderate      to its city                | . . . . . . . . .
thread.moderate      to another city            | . . . . . . . . .
thread.moderate      by name                    | . . . . . . . . +
`;
