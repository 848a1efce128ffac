/**
 * Who may do what when a city takes over a practice of another one, continued from `policy-matrix.ts` and with its columns.
 * The lead of the table is of no city.
 */
export const adoptionMatrix = `
adoption.mark        practice of another city    | . . . . . + . + .
adoption.mark        practice of own city        | . . . . . . . . .
adoption.mark        between other cities        | . . . . . . . . .
adoption.write       practice of another city    | . . . . . + . + .
adoption.write       taken over from own city    | . . . . . . . . .
adoption.write       between other cities        | . . . . . . . . .
adoption.log         practice of another city    | . . . . . + . + .
adoption.log         taken over from own city    | . . . . . + . + .
adoption.log         between other cities        | . . . . . . . . .
adoption.moderate                                | . . . . . . . . +
`;
