import type { Severity } from '../scales/scale.ts'

/** One rule of the referee. `one` and `many` finish a sentence for the covering report: `Recommendation 5 …`, `Nine recommendations …`. */
export interface Rule {
  code: string
  sentence: string
  severity: Severity
  remedy: string
  one: string
  many: string
}

/** Every rule that Heed knows, in the order in which a scrutiny officer would look: grades, dates, evidence, impact, plan, document. */
export const rulebook: readonly Rule[] = [
  rule('on_track_overdue', 'stops', 'On track is only for work whose date has not yet passed.', [
    'Give a new date and the reason, and grade it slipped; or show that it was done.',
    'is graded on track although its date has passed',
    'are graded on track although their date has passed',
  ]),
  rule('slipped_no_new_date', 'stops', 'Slipped needs the date by which it is now expected.', [
    'Give the date by which it will be done.',
    'has slipped with no new date',
    'have slipped with no new date',
  ]),
  rule('new_date_already_passed', 'stops', 'A new date must still be to come.', [
    'Give a date after the meeting, or say that it has been done since.',
    'offers a new date that has already passed',
    'offer a new date that has already passed',
  ]),
  rule('slipped_no_reason', 'reason', 'Slipped needs the reason for the delay.', [
    'Say what held it up.',
    'has slipped with no reason given',
    'have slipped with no reason given',
  ]),
  rule('explanation_missing', 'reason', 'A grade that calls for an explanation must not stand alone.', [
    'Explain the grade in the assessment.',
    'is graded without the explanation that the grade calls for',
    'are graded without the explanation that the grade calls for',
  ]),
  rule('grade_missing', 'stops', 'Every recommendation that is still open has a grade in every round.', [
    'Choose the grade that the evidence bears out.',
    'has no grade',
    'have no grade',
  ]),
  rule('grade_misplaced', 'note', 'The grade stands in the assessment.', [
    'Move the grade to the assessment.',
    'has its grade in the wrong box',
    'have their grade in the wrong box',
  ]),
  rule('grade_word_without_number', 'note', 'A grade is given with its number.', [
    'Put the number before the word.',
    'gives its grade without the number',
    'give their grade without the number',
  ]),
  rule('several_grades', 'reason', 'Each recommendation has one grade.', [
    'Give one grade for the whole, or divide the recommendation into parts that are graded each.',
    'carries several different grades',
    'carry several different grades',
  ]),
  rule('achieved_late', 'reason', 'Achieved means done within the timescale.', [
    'Say in the assessment that it was done late, and why.',
    'was achieved after its date',
    'were achieved after their date',
  ]),
  rule('completed_outstanding', 'reason', 'What is achieved has nothing left to do.', [
    'Finish what is left, or grade it as under way with a date.',
    'is said to be complete with work still to be done',
    'are said to be complete with work still to be done',
  ]),
  rule('completed_not_done', 'stops', 'What was declined is not completed.', [
    'Record that it was not implemented, with the reason, and ask the committee to close it so.',
    'is said to be complete although it was declined',
    'are said to be complete although they were declined',
  ]),
  rule('in_progress_not_started', 'reason', 'Work in progress has begun.', [
    'Grade it as not started and say when it will begin, or report what has been done so far.',
    'is said to be in progress although work has yet to start',
    'are said to be in progress although work has yet to start',
  ]),
  rule('date_passed_unassessed', 'stops', 'Once its date has passed, it is assessed.', [
    'Grade it; if it is not done, give a new date and the reason.',
    'has passed its date with no word on whether it was done',
    'have passed their date with no word on whether they were done',
  ]),
  rule('forecast_after_due', 'reason', 'What is expected after its date is not on track.', [
    'Agree a new date, or show how the date will be kept.',
    'expects to finish after its date',
    'expect to finish after their date',
  ]),
  rule('evidence_missing', 'stops', 'Every recommendation that is still open has evidence in every round.', [
    'Say what has been done since the last round, or that nothing has, and why.',
    'has no evidence',
    'have no evidence',
  ]),
  rule('evidence_by_reference', 'reason', 'Evidence stands on its own.', [
    'Write out what was done for this recommendation.',
    'gives evidence only by pointing elsewhere',
    'give evidence only by pointing elsewhere',
  ]),
  rule('evidence_unchanged', 'reason', 'Evidence is brought up to date in each round.', [
    'Say what has happened since, or that nothing has.',
    'repeats earlier words as its evidence',
    'repeat earlier words as their evidence',
  ]),
  rule('evidence_stale', 'reason', 'What has passed is not told as still to come.', [
    'Say whether it happened, and what came of it.',
    'speaks of a date that has passed as still to come',
    'speak of a date that has passed as still to come',
  ]),
  rule('evidence_off_point', 'note', 'Evidence speaks to what was recommended.', [
    'Say what was done about what was recommended.',
    'has evidence on something else',
    'have evidence on something else',
  ]),
  rule('part_unanswered', 'reason', 'Every part has an answer.', [
    'Answer the part, or say why there is nothing to report.',
    'leaves a part unanswered',
    'leave a part unanswered',
  ]),
  rule('not_followed_up', 'stops', 'What was not signed off comes back in the next round.', [
    'Report on it, or record when it was signed off.',
    'has lost something that the last round left open',
    'have lost something that the last round left open',
  ]),
  rule('inconsistent_with_last_round', 'reason', 'One round does not contradict the last without a word.', [
    'Say what changed since the last round, and why.',
    'contradicts the last round',
    'contradict the last round',
  ]),
  rule('contradiction', 'reason', 'An update does not contradict itself.', [
    'Say which of the two holds.',
    'contradicts itself',
    'contradict themselves',
  ]),
  rule('impact_missing', 'reason', 'Where the form asks for impact, it is given.', [
    'Say what difference it has made and how that is known, or when that will be known.',
    'shows no impact',
    'show no impact',
  ]),
  rule('impact_by_reference', 'reason', 'Impact stands on its own.', [
    'Say what difference it has made, in the impact box.',
    'gives its impact only by pointing elsewhere',
    'give their impact only by pointing elsewhere',
  ]),
  rule('impact_weak', 'note', 'Impact is a difference made, not work done.', [
    'Say what changed for the people it is meant for.',
    'shows work but no impact',
    'show work but no impact',
  ]),
  rule('success_measure_missing', 'reason', 'Each recommendation says how success will be known.', [
    'Agree something that can be counted or seen, with a target.',
    'has no success measure',
    'have no success measure',
  ]),
  rule('measure_without_target', 'note', 'A count has a target.', [
    'Say what number is hoped for, and by when.',
    'counts something without a target',
    'count something without a target',
  ]),
  rule('owner_missing', 'reason', 'Everything has an owner.', [
    'Name the post or person who answers for it.',
    'has no owner',
    'have no owner',
  ]),
  rule('owner_vague', 'note', 'The owner is somebody in particular.', [
    'Name one post, person or body that answers for it.',
    'is owned by nobody in particular',
    'are owned by nobody in particular',
  ]),
  rule('owner_unclear', 'note', 'It can be told who owns which action.', [
    'Set each owner beside the action.',
    'does not show who owns which action',
    'do not show who owns which action',
  ]),
  rule('name_inconsistent', 'note', 'A person or body is spelt in one way.', [
    'Find the right spelling and use it throughout.',
    'spells a name in two ways',
    'spell a name in two ways',
  ]),
  rule('rec_number_missing', 'note', 'The numbers run on, or the paper says which were signed off.', [
    'Put the recommendation back, or say when it was signed off.',
    'is not in the paper',
    'are not in the paper',
  ]),
  rule('action_ref_missing', 'note', 'Actions carry a reference.', [
    'Number the actions, so that progress can be reported on each.',
    'has actions without a reference',
    'have actions without a reference',
  ]),
  rule('parts_not_marked', 'note', 'Parts that have owners and dates are marked in the wording.', [
    'Mark in the wording what a, b and c are.',
    'has parts that its wording does not mark',
    'have parts that their wording does not mark',
  ]),
  rule('no_firm_date', 'reason', 'A date can be tested.', [
    'Give a date by which it will be done, or the date of the next review.',
    'has no date that could fall due',
    'have no date that could fall due',
  ]),
  rule('date_missing', 'reason', 'Everything has a date.', ['Agree a date by which it will be done.', 'has no date', 'have no date']),
  rule('date_before_document', 'reason', 'A plan looks forward, or says what has been done.', [
    'Correct the date, or say whether it was done.',
    'is due before the date of the plan itself',
    'are due before the date of the plan itself',
  ]),
  rule('status_in_date_column', 'note', 'The date column holds a date.', [
    'Give the date on which it was done, and keep the status for the progress column.',
    'has a status where its date should be',
    'have a status where their date should be',
  ]),
  rule('round_label_wrong', 'note', 'The heading of a round fits what stands under it.', [
    'Correct the heading, or the date.',
    'tells of things later than its heading',
    'tell of things later than their heading',
  ]),
  rule('review_update_missing', 'stops', 'A review announced for the meeting has its update.', [
    'Put the update before the meeting, or take the item off the agenda.',
    'is announced with no update',
    'are announced with no update',
  ]),
  rule('scale_undefined', 'note', 'The grades are explained where they are used.', [
    'Print what each grade means.',
    'uses grades that are not explained',
    'use grades that are not explained',
  ]),
  rule('budget_missing', 'note', 'Where the plan has a budget column, it is filled in.', [
    'Enter the cost, or “nil”.',
    'has no entry for its cost',
    'have no entry for their cost',
  ]),
  rule('budget_unknown', 'note', 'The cost is known before the plan is agreed.', [
    'Estimate the cost and say who will meet it.',
    'has a cost that is not yet known',
    'have a cost that is not yet known',
  ]),
  rule('action_missing', 'stops', 'Every recommendation that was accepted has an action.', [
    'Say what will be done.',
    'has no action',
    'have no action',
  ]),
  rule('action_incomplete', 'note', 'An action is a whole sentence.', [
    'Complete the sentence.',
    'has an action that breaks off',
    'have an action that breaks off',
  ]),
  rule('action_is_offer', 'note', 'An action is a commitment, not an offer.', [
    'Say what will be done, by whom and by when.',
    'offers something rather than commits to it',
    'offer something rather than commit to it',
  ]),
  rule('text_incomplete', 'note', 'A recommendation is a whole sentence.', [
    'Complete the sentence from the report.',
    'breaks off',
    'break off',
  ]),
  rule('paragraph_ref_missing', 'note', 'Each part cites its paragraph, as its neighbours do.', [
    'Add the paragraph of the report.',
    'lacks the paragraph that its neighbours cite',
    'lack the paragraph that their neighbours cite',
  ]),
  rule('empty_list_item', 'note', 'No item of a list is empty.', [
    'Fill in the item or take it out.',
    'has an empty item in its list',
    'have an empty item in their list',
  ]),
  rule('rag_missing', 'reason', 'A plan with a status column has a status.', [
    'Enter how much is done and the rating of each action.',
    'has no status on any action',
    'have no status on any action',
  ]),
  rule('header_missing', 'note', 'A paper says whose it is.', [
    'Put the council, the committee and the date of the meeting at its head.',
    'does not say whose it is',
    'do not say whose they are',
  ]),
  rule('label_clash', 'note', 'One label, one thing.', [
    'Give each its own reference.',
    'shares its reference with another',
    'share their reference with another',
  ]),
]

const byCode = new Map(rulebook.map((known) => [known.code, known]))

/** The rule of that code; a code that the book does not hold is a fault of the caller. */
export function ruleOf(code: string): Rule {
  const found = byCode.get(code)
  if (!found) throw new Error(`No rule has the code ${code}.`)
  return found
}

function rule(code: string, severity: Severity, sentence: string, [remedy, one, many]: [string, string, string]): Rule {
  return { code, severity, sentence, remedy, one, many }
}
