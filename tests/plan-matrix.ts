/**
 * Who may do what with plans, continued from `policy-matrix.ts` and with its columns. The lead of the table is of no city: the
 * lead of a city works in its team too.
 */
export const planMatrix = `
plan.write           own city                   | . . . . . + . + .
plan.write           other city                 | . . . . . . . . .
section.write        own city                   | . . . . . + . + .
section.write        given to this person       | . . . . + + . + .
section.write        other city, given          | . . . . . . . . .
plan.template                                   | . . . . . . . . +
plan.moderate                                   | . . . . . . . . +
`;

/**
 * What each command answers to whom, and in which state of the plan.
 *
 * Columns, of a plan of Coimbra: F officer of a Coimbra of another network, R reader, G officer of Granada, L local member of
 * Coimbra, W local member to whom the section was given, O officer and C coordinator of Coimbra, X expert, M lead of no city, P
 * lead who works in Coimbra's team. Who is not signed in and who is suspended come to the door. Marks: `+` done, `.` may know of it
 * and not do it, `-` is told of nothing, `!` may do it, and not in this state.
 */
export const planCommandsTable = `
                                     | F R G L W O C X M P
beginPlan          for Coimbra       | - . . . . + + . . +
beginPlan          for Granada       | - . + . . . . . . .
beginPlan          for no city       | - . . . . . . . . .

describePlan       draft             | - - - . . + + - . +
describePlan       consultation      | - . . . . + + . . +
inviteToPlan       draft             | - - - . . + + - . +
inviteToPlan       consultation      | - . . . . + + . . +

openConsultation   draft             | - - - . . + + - . +
openConsultation   consultation      | - . . . . ! ! . . !
askAnew            draft             | - - - . . ! ! - . !
askAnew            consultation      | - . . . . + + . . +
askAnew            revised           | - . . . . + + . . +
askAnew            adopted           | - . . . . ! ! . . !
revisePlan         draft             | - - - . . ! ! - . !
revisePlan         consultation      | - . . . . + + . . +
revisePlan         revised           | - . . . . ! ! . . !
adoptPlan          draft             | - - - . . ! ! - . !
adoptPlan          consultation      | - . . . . + + . . +
adoptPlan          revised           | - . . . . + + . . +
adoptPlan          adopted           | - . . . . + + . . +
attachDeclaration  draft             | - - - . . ! ! - . !
attachDeclaration  revised           | - . . . . ! ! . . !
attachDeclaration  adopted           | - . . . . + + . . +
implementPlan      draft             | - - - . . ! ! - . !
implementPlan      revised           | - . . . . ! ! . . !
implementPlan      adopted           | - . . . . + + . . +
freezeVersion      draft             | - - - . . + + - . +
freezeVersion      consultation      | - . . . . + + . . +
freezeVersion      adopted           | - . . . . + + . . +

addSection         draft             | - - - . . + + - . +
addSection         consultation      | - . . . . + + . . +
saveSection        draft             | - - - . + + + - . +
saveSection        consultation      | - . . . + + + . . +
saveSection        hidden            | - . . . + + + . . +
takeBackSection    draft             | - - - . + + + - . +
takeBackSection    consultation      | - . . . + + + . . +
settleSection      draft             | - - - . + + + - . +
moveSection        draft             | - - - . . + + - . +
moveSection        consultation      | - . . . . + + . . +
retireSection      draft             | - - - . . + + - . +
retireSection      consultation      | - . . . . + + . . +
retireSection      retired           | - . . . . ! ! . . !
returnSection      draft             | - - - . . ! ! - . !
returnSection      retired           | - . . . . + + . . +
readSection        draft             | - - - + + + + - + +
readSection        consultation      | - + + + + + + + + +
giveSection        draft             | - - - . . + + - . +
giveSection        consultation      | - . . . . + + . . +
hideSection        draft             | - - - . . . . - + +
hideSection        consultation      | - . . . . . . . + +
hideSection        hidden            | - . . . . . . . ! !
restoreSection     consultation      | - . . . . . . . ! !
restoreSection     hidden            | - . . . . . . . + +

addRow             draft             | - - - . + + + - . +
addRow             consultation      | - . . . + + + . . +
saveRow            draft             | - - - . + + + - . +
saveRow            consultation      | - . . . + + + . . +
takeBackRow        draft             | - - - . + + + - . +
takeBackRow        consultation      | - . . . + + + . . +
settleRow          draft             | - - - . + + + - . +
moveRow            draft             | - - - . + + + - . +
moveRow            consultation      | - . . . + + + . . +
retireRow          draft             | - - - . + + + - . +
retireRow          consultation      | - . . . + + + . . +
returnRow          draft             | - - - . ! ! ! - . !
hideRow            draft             | - - - . . . . - + +
hideRow            consultation      | - . . . . . . . + +
restoreRow         consultation      | - . . . . . . . ! !
restoreRow         hidden            | - . . . . . . . + +

shapeTemplate                        | - . . . . . . . + +
`;

/** Where a draft is learned of, and by whom: `+` told, `.` refused, `-` told of nothing. */
export const planDraftReads = `
                          | F R G L W O C X M P
plan                      | - - - + + + + - + +
printed                   | - - - + + + + - + +
a section alone           | - - - + + + + - + +
what can be cited         | - - - + + + + - + +
versions                  | - - - + + + + - + +
one version               | - - - + + + + - + +
compared                  | - - - + + + + - + +
history                   | - - - + + + + - + +
history of a section      | - - - + + + + - + +
talk                      | - - - - - - - - - -
talk of the draft         | - - - + + + + - + +
mention list              | - - - + + + + - + +
post                      | - - - + + + + - + +
file                      | - - - + + + + - + +

list                      | - - - + + + + - + +
search for its title      | - - - + + + + - + +
search for its words      | - - - + + + + - + +
search for a row          | - - - + + + + - + +
search for its talk       | - - - + + + + - + +
suggestions               | - - - + + + + - + +
desk                      | - - - + + + + - + +
page of the city          | - - - + + + + - + +
card of who wrote         | - - - + + + + - + +

unread                    | - - - + + + + - + +
activity                  | - - - + + + + - + +
join                      | - - - + + + + - + +
replay                    | - - - + + + + - + +
`;

export type PlanColumn = 'F' | 'R' | 'G' | 'L' | 'W' | 'O' | 'C' | 'X' | 'M' | 'P';
