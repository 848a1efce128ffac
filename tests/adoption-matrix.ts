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

/**
 * What each command answers to whom, and in which state, by form and over a socket alike. Marks as in `practiceCommands`.
 *
 * Columns, of an entry of Coimbra that Daugavpils takes over: F officer of a Coimbra of another network, R reader, G officer
 * of Granada, L local member, T officer and U coordinator of Daugavpils, O officer of Coimbra, X expert, M lead of no city,
 * P lead who works in Coimbra's team. To mark interest and to ask each speaks for their own city. The entry of the log is T's.
 */
export const adoptionCommands = `
                                     | F R G L T U O X M P
markInterest       draft             | - - - - - - - - - -
markInterest       offered           | - . + . + + . . . .
markInterest       archived          | - . ! . ! ! . . . .
markInterest       adopted           | - . + . + + . . . .
markInterest       stopped           | - . + . + + . . . .

askOwner           draft             | - - - - - - - - - -
askOwner           offered           | - . + . + + . . . .
askOwner           archived          | - . ! . ! ! . . . .
askOwner           adopted           | - . + . + + . . . .

moveAdoption       asked             | - - - . ! ! . . . .
moveAdoption       adopted           | - . . . + + . . . .
moveAdoption       stopped           | - . . . + + . . . .
moveAdoption       taken back        | - . . . + + . . . .

stopAdoption       asked             | - - - . ! ! . . . .
stopAdoption       adopted           | - . . . + + . . . .
stopAdoption       stopped           | - . . . ! ! . . . .

chooseModule       asked             | - - - . ! ! . . . .
chooseModule       adopted           | - . . . + + . . . .

setNextStep        asked             | - - - . ! ! . . . .
setNextStep        adopted           | - . . . + + . . . .

joinAdoption       asked             | - - - . ! ! ! . . !
joinAdoption       adopted           | - . . . + + + . . +

leaveAdoption      asked             | - - - . ! ! ! . . !
leaveAdoption      adopted           | - . . . + + + . . +

addLogEntry        asked             | - - - . ! ! ! . . !
addLogEntry        adopted           | - . . . + + + . . +
addLogEntry        stopped           | - . . . + + + . . +

editLogEntry       adopted           | - . . . + . . . . .
editLogEntry       hidden            | - - - - . - - - . .

removeLogEntry     adopted           | - . . . + . . . . .
removeLogEntry     hidden            | - - - - + - - - . .

hideLogEntry       adopted           | - . . . . . . . + +
hideLogEntry       hidden            | - - - - . - - - ! !

restoreLogEntry    adopted           | - . . . . . . . ! !
restoreLogEntry    hidden            | - - - - . - - - + +

answerPublication  asked             | - - - . ! ! . . . .
answerPublication  revised           | - . . . + + . . . .
`;

/** Where a question of one city to another is learned of, as long as nothing is taken over: by the two, leads and experts. */
export const questionReads = `
                          | F R G L T U O X M P
page                      | - - - + + + + + + +
entry                     | - - - - - - - - - -
mention list              | - - - + + + + + + +
post                      | - - - + + + + + + +
search for its talk       | - - - + + + + + + +
suggestions               | - - - - - - - - - -
desk                      | - - - + + + + + + +
page of the city          | - - - - - - - - - -
card of who wrote         | - - - + + + + + + +
unread                    | - - - + + + + + + +
activity                  | - - - + + + + + + +
join                      | - - - + + + + + + +
replay                    | - - - + + + + + + +
`;

export type AdoptionColumn = 'F' | 'R' | 'G' | 'L' | 'T' | 'U' | 'O' | 'X' | 'M' | 'P';
