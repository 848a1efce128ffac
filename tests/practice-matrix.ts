/**
 * Who may do what with good practices, continued from `policy-matrix.ts` and with its columns. The lead of the table is of
 * no city: the lead of a city works in its team too.
 */
export const practiceMatrix = `
practice.write       own city                   | . . . . . + . + .
practice.write       other city                 | . . . . . . . . .
practice.decide                                 | . . . . . . . . +
practice.archive     own city                   | . . . . . + . + +
practice.archive     other city                 | . . . . . . . . +
practice.ask                                    | . . . + + + + + +
`;
