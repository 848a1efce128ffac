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

/**
 * What each command answers to whom, and in which state of the entry, by form and over a socket alike.
 *
 * Columns, of an entry of Coimbra: F officer of a Coimbra of another network, R reader, G officer of Granada, L local member,
 * O officer and C coordinator of Coimbra, X expert, M lead of no city, P lead who works in Coimbra's team. Who is not signed
 * in and who is suspended come to the door. Marks: `+` done, `.` may know of it and not do it, `-` is told of nothing,
 * `!` may do it, and not in this state.
 */
export const practiceCommands = `
                                     | F R G L O C X M P
beginPractice      for Coimbra       | - . . . + + . . +
beginPractice      for Granada       | - . + . . . . . .
beginPractice      for no city       | - . . . . . . . .

savePractice       draft             | - - - . + + - . +
savePractice       submitted         | - - - . + + - . +
savePractice       changes           | - - - . + + - . +
savePractice       published         | - - - . + + - . +
savePractice       archived          | - - - . + + - . +
takeBackWords      draft             | - - - . + + - . +
takeBackWords      submitted         | - - - . + + - . +
takeBackWords      changes           | - - - . + + - . +
takeBackWords      published         | - - - . + + - . +
takeBackWords      archived          | - - - . + + - . +

settleClash        draft             | - - - . + + - . +
settleClash        published         | - - - . + + - . +

submitPractice     draft             | - - - . + + - . +
submitPractice     submitted         | - - - . ! ! - . !
submitPractice     changes           | - - - . + + - . +
submitPractice     published         | - - - . ! ! - . !
submitPractice     archived          | - - - . ! ! - . !

withdrawPractice   draft             | - - - . ! ! - . !
withdrawPractice   submitted         | - - - . + + - . +
withdrawPractice   changes           | - - - . ! ! - . !
withdrawPractice   published         | - - - . ! ! - . !

requestChanges     draft             | - - - . . . - ! !
requestChanges     submitted         | - - - . . . - + +
requestChanges     changes           | - - - . . . - ! !
requestChanges     published         | - - - . . . - ! !

approvePractice    draft             | - - - . . . - ! !
approvePractice    submitted         | - - - . . . - + +
approvePractice    changes           | - - - . . . - ! !
approvePractice    published         | - - - . . . - ! !

publishChanges     draft             | - - - . ! ! - . !
publishChanges     submitted         | - - - . ! ! - . !
publishChanges     published         | - - - . + + - . +
publishChanges     archived          | - - - . ! ! - . !

archivePractice    draft             | - - - . + + - + +
archivePractice    submitted         | - - - . ! ! - ! !
archivePractice    changes           | - - - . + + - + +
archivePractice    published         | - - - . + + - + +
archivePractice    archived          | - - - . ! ! - ! !

reopenPractice     draft             | - - - . ! ! - ! !
reopenPractice     archived          | - - - . + + - + +
reopenPractice     set aside         | - - - . + + - + +

growPractice       draft             | - - - . ! ! - . !
growPractice       story             | - - - . + + - . +

askForField        draft             | - - - - - - - - -
askForField        published         | - + + + + + + + +
askForField        archived          | - + + + + + + + +

bookmarkPractice   draft             | - - - - - - - - -
bookmarkPractice   published         | - + + + + + + + +
bookmarkPractice   archived          | - + + + + + + + +
`;

/**
 * Where a draft that was not published yet is learned of, and by whom: `+` told, `.` refused, `-` told of nothing. What waits
 * above the list is for those who have it in hand; a desk tells also of what is said about it.
 */
export const draftReads = `
                          | F R G L O C X M P
entry                     | - - - + + + - + +
draft                     | - - - + + + - + +
form                      | - - - . + + - . +
history                   | - - - + + + - + +
one revision              | - - - + + + - + +
adoptions                 | - - - - - - - - -
mention list              | - - - + + + - + +
post                      | - - - + + + - + +
file                      | - - - + + + - + +

list                      | - - - - + + - - +
export                    | - - - - - - - - -
similar                   | - - - - - - - - -
search for its title      | - - - - - - - - -
search for its talk       | - - - + + + - + +
suggestions               | - - - - - - - - -
desk                      | - - - + + + - + +
page of the city          | - - - - - - - - -
card of who wrote         | - - - + + + - + +

unread                    | - - - + + + - + +
activity                  | - - - + + + - + +
join                      | - - - + + + - + +
replay                    | - - - + + + - + +
`;

/** The same of what was changed behind a published entry, whose page everybody of the network reads as it was published. */
export const changeReads = `
                          | F R G L O C X M P
entry                     | - - - - - - - - -
draft                     | - - - + + + - + +
form                      | - - - . + + - . +
history                   | - - - + + + - + +
one revision              | - - - + + + - + +
mention list              | - - - + + + - + +
post                      | - - - + + + - + +
file                      | - - - + + + - + +

list                      | - - - - + + - - +
export                    | - - - - - - - - -
similar                   | - - - - - - - - -
search for its title      | - - - - - - - - -
search for its talk       | - - - + + + - + +
desk                      | - - - + + + - + +
card of who wrote         | - - - + + + - + +

unread                    | - - - + + + - + +
join                      | - - - + + + - + +
replay                    | - - - + + + - + +
`;

export type PracticeColumn = 'F' | 'R' | 'G' | 'L' | 'O' | 'C' | 'X' | 'M' | 'P';
