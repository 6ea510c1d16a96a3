# The words of the screen. Scenarios, rubrics and lexicons have files of their own.

## People
nobody = unnamed

## Mood
band-calm = calm
band-tense = tense
band-panicked = panic
mood = Tension { $tension } ({ $band }), trust { $trust }, patience { $patience }. Pulse { $pulse }.

## Desk
desk-title = Your desk
desk-file = File
desk-notes = Earlier notes
desk-policy = Rules
desk-mandate = What you may give
channel-phone = phone
channel-chat = chat
level-1 = easy
level-2 = medium
level-3 = hard
goal = You practise:

## Choosing
choose-title = Choose a conversation to practise
choose-prompt = Number or name (empty = stop):
choose-again = "{ $answer }" is none of these conversations. Type the number or the name.

## Playing
play-how = Type what you say and press Enter. An empty line is a silence. /help lists the commands.
play-you-begin = The line opens. You begin.
play-prompt = You:
play-help =
    /desk         what you see: file, rules, mandate
    /note TEXT    make a note
    /hint         what would help now
    /mood         how the customer feels
    /back         take the last turn back
    /end          end the conversation and see the result
    /quit         stop; carry on later with "oefenlijn resume"
play-unknown-command = There is no { $name }. The commands are: { $known }.
play-taken-back = The last turn was taken back.
play-nothing-to-take-back = There is no turn to take back.
play-noted = Noted.
play-empty-note = Type the note after /note, for instance: /note calls about two letters
play-not-in-exam = An exam has no hints, and the mood is hidden.
play-kept = Kept. Carry on with: oefenlijn resume { $session }
play-not-kept = Stopped; this conversation is not kept.
play-cannot-keep = { $error }. The session cannot be kept. Choose another folder with XDG_DATA_HOME, or play with --no-save to keep nothing.
play-not-saved = the reply could not be kept ({ $error }); everything before it was. Your reply was: { $reply }

## Hints
hint-settle = Something still worries the customer. See to that before you go on.
hint-learn = You do not know enough to help yet. Probe.
hint-offer = You know enough. Offer a solution.
hint-close = Sum up what was agreed, and close.
hint-for-instance = For instance: "{ $reply }"

## Coach
coach-did = You did: { $acts }.
coach-did-badly = Mind: you did: { $acts }.
coach-nothing = Your reply was not recognised.
coach-wanted-objection = The customer objected
coach-wanted-emotion = The customer showed a feeling
coach-wanted-story = The customer told a story
coach-met = and you responded to that.
coach-missed = and you did not respond to that; think of: { $acts }.

## Acts
act-greet = greet
act-introduce = introduce yourself
act-offer-help = offer help
act-ask-open = ask an open question
act-ask-closed = ask a closed question
act-acknowledge = show that you listen
act-summarise = sum up
act-verify = verify data
act-note = record or look up
act-name-feeling = name the feeling
act-validate = call the reaction legitimate
act-apologise = apologise
act-reassure = reassure
act-explain = explain
act-propose = propose a solution
act-own = take it on yourself
act-promise-time = name a time
act-goodwill = give something as goodwill
act-check-agreement = ask whether that suits
act-refer = refer
act-decline = say that something cannot be done
act-anything-else = ask whether there is anything else
act-thank = thank
act-farewell = say goodbye
act-dismiss = brush aside or contradict
act-command = command
act-blame = blame the customer
act-shirk = shirk responsibility
act-rush = show impatience
act-insult = insult or mock
act-jargon = use jargon
act-yes-but = say "yes, but"
act-hold = announce a wait
act-limit = set a limit
act-correct = correct yourself

## End
end-title = End
ending-resolved = Resolved
ending-mild = No solution, but parted well
ending-handed-over = Handed over properly
ending-called-back = You call back
ending-given-up = The customer gave up
ending-hung-up = Somebody hung up
ending-unfinished = Not finished
end-pulse = The customer's pulse: { $from } → { $to }
end-replies = { $count ->
    [one] 1 reply
   *[other] { $count } replies
}

## Scorecard
card-title = Scorecard
card-total = Total { $total } of 100
card-level = { $level } of 4
card-na = not applicable
card-earned = This counted: turn { $turn }, "{ $phrase }" ({ $act })
card-missed = Missed in turn { $turn }, after "{ $phrase }"
card-better = Better: "{ $reply }"
card-missed-opening = Missed in turn { $turn }
card-change = Smallest change: { $steps } → { $level } of 4
card-step-add = in turn { $turn } also { $act }
card-step-leave = in turn { $turn } do not { $act }
and = and
card-capped = Capped by turn { $turn }: { $act }
card-not-assessed = Not assessed
card-not-understood = turn { $turn }, not recognised: "{ $reply }"
card-rests-on-nothing = { $criterion }: there was nothing to go by
card-notes = Your notes

## At the desk
desk-record-title = At the desk
desk-notes-held = Your notes hold { $held } of the { $wanted } main points that the customer told.
desk-notes-missing = Missing from your notes: "{ $told }"
desk-read-back = In turn { $turn } you read back what is settled ({ $facts ->
    [one] 1 main point
   *[other] { $facts } main points
}).
desk-leaked = In turn { $turn } you told from the file before you knew whom you were speaking with.
desk-identified = You knew whom you were speaking with.
desk-not-identified = You did not fully check whom you were speaking with.
desk-promise-fits = Turn { $turn }: your promise fits the calendar.
desk-promise-too-soon = Turn { $turn }: your promise cannot be kept; nothing is ready so soon.
desk-promise-late = Turn { $turn }: your promise is later than it needs to be.
desk-promise-closed = Turn { $turn }: nobody is there at the promised moment.
desk-promise-vague = Turn { $turn }: your promise names no moment.
desk-promise-repaired = You put it right in turn { $turn }.
desk-goodwill-over = Turn { $turn }: you gave more, or sooner, than you may.
desk-transfer-warm = Turn { $turn }: you passed the customer on with an explanation or their assent.
desk-transfer-cold = Turn { $turn }: you passed the customer on and no more.

## On the other side
experience-title = What it was like
experience-reflect = To think about
experience-answer = → { $answer }
experience-kept = Thank you. Your answers are kept with the session.
hint-caller = Stay friendly, tell briefly what is the matter, ask for a name, and try something that they do not expect.

## The chat desk
desk-how = Several customers at once. Type your reply to the customer you are with; /1, /2 … goes to another, /next to whoever has waited longest, /who shows who waits, /desk the file, /note takes a note, /end stops.
desk-help = Your reply goes to the customer you are with. /1 /2 … to that customer, /next to whoever has waited longest, /who who waits, /desk the file, /note TEXT, /end finish, /quit go on later.
desk-not-here = That cannot be done at the chat desk.
desk-nobody-there = Nobody is waiting for an answer there.
desk-waits = waits { $time }
desk-done = done
desk-left = (has left)
desk-waited = Longest wait { $longest }; { $mixed ->
    [0] never taken for another
    [one] once taken for another
   *[other] { $mixed } times taken for another
}.
desk-longest-wait = Longest wait: { $time }
desk-in-time = Answered in time (within { $norm } seconds): { $in } of { $all }
desk-announced = Announced silences: { $count }
desk-mixed-up = Customers mixed up: { $count }
desk-gone = Left without an answer: { $count }
play-one-customer = There is but one customer here.

## Sessions
mode-practice = practice
mode-coach = with coach
mode-exam = exam
session-about = { $scenario } · { $trainee } · { $at } UTC · seed { $seed } · { $mode } · version { $engine }
session-in-list = { $scenario } · { $trainee } · { $replies ->
    [one] 1 reply
   *[other] { $replies } replies
} · { $state }
session-ended = ended
session-unfinished = unfinished
session-damaged = Mind: line { $lines } of the log is damaged and was skipped.
list-no-sessions = There are no sessions yet. Begin one with: oefenlijn
list-unreadable = Session { $name } cannot be read.
drift-engine = This session began with version { $what } of the program.
drift-changed = Changed since; the session goes on with the text it began with: { $what }
drift-lost = The old text is gone; the present one is used: { $what }
drift-otherwise = In turn { $what } the customer would now say something else than the log holds.

## Check
check-summary = { $scenarios ->
    [one] 1 scenario
   *[other] { $scenarios } scenarios
}, { $languages ->
    [one] 1 language pack
   *[other] { $languages } language packs
}: { $findings ->
    [0] nothing to remark
    [one] 1 finding
   *[other] { $findings } findings
}

## Exploration
explore-scenario = { $scenario } ({ $language }): looked at { $states } states, { $different } of them different.
explore-whole = All that can be reached with these replies was searched.
explore-bound = The bound of { $states } states was reached.
explore-endings = Endings
explore-ending = { $ending } ({ $kind })
explore-not-shown = { $ending } ({ $kind }): not shown within { $states } states
explore-silence = (silence)
explore-reach = A good ending
explore-good = shown from { $states } of { $all } states
explore-mild = only a mild ending shown from { $states }
explore-meant = not shown from { $states }, and meant so
explore-lost = out of reach from { $states }
explore-unknown = not shown from { $states }
explore-instance = for instance after: { $replies }
explore-stages = Stages
explore-stage-never = { $stage }: not reached
explore-stage-nowhere = { $stage }: leads nowhere
explore-stage-left = { $stage }: reached and left
explore-stage-ends = { $stage }: reached; ends with { $endings }
explore-unheard = Never heard (for information)
explore-stands = { $key } ({ $bands })

## Transcripts
score-faulty = { $count ->
    [one] there is 1 error in the input; nothing was scored
   *[other] there are { $count } errors in the input; nothing was scored
}

## Agreement
agree-about = Labels compared with: { $other } ({ $conversations ->
    [one] 1 conversation
   *[other] { $conversations } conversations
})
agree-program = what the program reads
agree-missing = Missing there: { $ids }
agree-unlike = Not equally many turns: { $ids }
agree-acts = What the agent does
agree-number = n
agree-precision = prec.
agree-recall = recall
agree-macro = Mean F1 over acts (at least 8 times)
agree-micro = F1 over all acts together
agree-flags = What the customer shows
agree-emotion = emotion
agree-objection = objection
agree-criteria = Levels (rows: the labels; columns: the other)
agree-criterion = { $criterion }: weighted kappa { $kappa }, equal { $exact }, within one level { $near } ({ $number })
agree-mean-kappa = Mean weighted kappa
agree-disagreements = Read most differently
agree-reply = { $id }, reply { $reply }:
agree-only-gold = only the labels: { $acts }
agree-only-other = only the other: { $acts }
agree-faulty = { $count ->
    [one] there is 1 error in the input; nothing was compared
   *[other] there are { $count } errors in the input; nothing was compared
}

## Rehearsal
rehearse-about = { $title } ({ $name }): { $trainees } trainees, { $runs ->
    [one] 1 conversation
   *[other] { $runs } conversations
} each; seed { $seed }
rehearse-tenths = { $whole }.{ $tenths }
rehearse-total = total { $total } of 100, after { $replies } replies
rehearse-endings = endings: { $endings }
rehearse-levels = levels: { $levels }
rehearse-mood = at the end: tension { $tension }, trust { $trust }, patience { $patience }
rehearse-reach = What no conversation reached
rehearse-lines = lines never spoken: { $count } of { $all }
rehearse-lines-more = … and { $count } more
rehearse-facts = facts never told: { $count }
rehearse-worries = worries never raised: { $count }
rehearse-unsettled = worries raised but never settled: { $count }
rehearse-solutions = solutions never accepted: { $count }
rehearse-unreached = endings never reached: { $count }
rehearse-puzzling = replies not understood: { $count }

## Export
mask-name = name
mask-number = number
mask-email = e-mail
push-done = { $count } statements sent, { $known } were there already
push-scheme = the address must begin with https://: http is only for this machine itself (localhost, 127.0.0.1, ::1)
push-credentials = user or password is missing: set OEFENLIJN_LRS_USER (or --user) and OEFENLIJN_LRS_PASSWORD
push-refused = the store refuses: { $status }: { $message }
push-unreached = the store was not reached after { $tries } tries: { $message }
export-unreadable = session { $name } cannot be read and is left out
