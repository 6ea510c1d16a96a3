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
desk-help = Your reply goes to the customer you are with. /1 /2 … to that customer, /next to whoever has waited longest, /who who waits, /desk the file, /note TEXT, /hint a hint, /mood how this customer feels, /end finish, /quit go on later.
desk-no-way-back = At the chat desk the clock runs on for everybody: a message that is sent stays sent.
desk-nobody-there = Nobody is waiting for an answer there.
desk-waits = waits { $time }
desk-at-ease = not waiting
desk-done = done
desk-closed = (chat closed)
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
explore-stage-unknown = { $stage }: no way out shown within the bound
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

# The figures of all sessions
store-state = { $count ->
    [one] 1 session
   *[other] { $count } sessions
  } in { $place }
store-put = { $count } brought up to date
store-busy = { $session } is being played and will have its turn later
store-failed = { $session } was skipped: { $error }
store-not-shared = The session is kept on this machine, but is not yet in the shared database: { $error }
store-progress = sessions
store-server = the database of OEFENLIJN_DATABASE_URL
group-none = There are no groups yet. Put people in one with: oefenlijn group NAME --add somebody
group-line = { $group }: { $people }
group-empty = { $group } is empty.
group-not-in = { $person } was not in { $group }.
## Comparison
compare-title = Two sessions side by side
compare-who = { $trainee } · { $at } UTC · { $scenario } · seed { $seed }
compare-same = These are the same conversation twice: there is no difference.
compare-parted = Where they parted
compare-never-parted = They never parted: the same was done in every turn, to much the same effect.
compare-from-the-start = They differ from the first turn.
compare-until = Until turn { $turn } both did: { $acts }.
compare-did = Then { $side }: { $acts }.
compare-nothing-more = { $side } does nothing there that the other does not.
compare-said = { $side } says: "{ $reply }"
compare-stopped = { $side } has no turn there.
compare-tension = Tension { $a } for A, { $b } for B.
compare-why = What made the difference
compare-higher = { $criterion }: { $better } { $high }, { $worse } { $low }.
compare-earned = What counted for { $side }, in turn { $turn }: "{ $quote }" ({ $act }).
compare-capped = { $side } was held at { $to } by "{ $quote }" in turn { $turn } ({ $act }).
compare-missed = { $side } did not do enough in turn { $turn } with "{ $said }"; think of: { $acts }.
compare-levels = Levels
compare-level = criterion
compare-count = count
compare-only = What only one of them did
compare-other = besides
compare-turns = Turn by turn
compare-turn = Turn { $a } of A | turn { $b } of B
compare-no-turn = (no turn)
compare-pulse = pulse { $pulse } (tension { $change })
compare-customer = Customer: { $scenario }
compare-customer-one = Customer: { $scenario } (only for { $side })
compare-kind-answered = a conversation with one customer
compare-kind-called = a call that you make yourself
compare-kind-desk = a chat desk
compare-unlike = these sessions cannot be compared: { $a } is { $kind-a }, { $b } is { $kind-b }
## Reports
report-skip = To the report
report-kind = Report of a practice conversation
report-trainee = By
report-when = When
report-total = Total
report-of-100 = { $total } of 100
report-of = of 100
report-mode = Mode
report-scenario = Scenario and rubric
report-seed = Seed
report-rests-on = Version
report-version = program { $engine }, content { $content }
report-session = Session
report-drift = Changed since.
report-levels = How it went
report-criterion = Criterion
report-level = Level
report-coach = Coach
report-program = Program
report-meaning = What that means
report-coach-level = { $level }, says { $by }: { $why }
report-next = To practise next
report-again = Play “{ $title }” once more: oefenlijn play { $name }
report-go-on = A next conversation: “{ $title }”: oefenlijn play { $name }
report-missed = Missed moments
report-was-missed = Turn { $turn }: { $moment } ({ $criteria })
report-half-missed = Turn { $turn }: { $moment }, half met ({ $criteria })
report-missed-here = Missed: { $moment } ({ $criteria })
report-wanted = What would have helped here: { $acts }
report-moment-opening = the opening
report-moment-story = what it is about
report-moment-feeling = a feeling
report-moment-objection = an objection
report-moment-question = a question
report-moment-goodbye = the goodbye
report-given = Said
report-better = Better
report-conversation = The conversation
report-key-earned = counted towards a level
report-key-seen = recognised
report-key-blunder = drives customers away
report-silence = (silence)
report-earned = → { $criteria }
report-blunder = mind: { $acts }
report-kind-emotion = feeling
report-kind-objection = objection
report-kind-question = question
report-kind-story = story
report-kind-accept = consent
report-kind-threat = threat
report-kind-thanks = thanks
report-kind-farewell = goodbye
report-feeling-fright = fright
report-feeling-worry = worry
report-feeling-anger = anger
report-feeling-grief = grief
report-feeling-despair = despair
report-feeling-frustration = frustration
report-strength-1 = slight
report-strength-2 = clear
report-strength-3 = strong
report-mood = The customer’s mood
report-mood-moved = Tension { $from } → { $to } ({ $band }), trust { $trust }, patience { $patience }
report-mood-same = Tension { $to } ({ $band }), trust { $trust }, patience { $patience }
report-by-manner = how you put it
report-by-offer = what you offered
report-by-answer = what you answered
report-by-desk = waiting, or being taken for another
report-chart = Tension, trust and patience of the customer turn by turn; the table below gives the same figures.
report-figures = The same figures, and what moved the customer
report-turn = Turn
report-tension = Tension
report-band = The customer is
report-trust = Trust
report-patience = Patience
report-cause = What moved the customer
report-criteria = By criterion
report-counted = This counted
report-proof = turn { $turn }, { $act }
report-more = { $count ->
    [one] and 1 more place in the conversation
   *[other] and { $count } more places in the conversation
}
report-cap = What kept the level down
report-capped = Turn { $turn }: { $act }. Hence { $to } instead of { $earned }.
report-repaired = Partly put right in turn { $turn }.
report-gaps = What the next level asks
report-gap = { $what }: { $have }, asked at least { $need }
report-gap-below = { $what }: { $have }, asked less than { $need }
report-smallest-change = Smallest change
report-change = { $steps } → { $level } of 4; the total then { $total } of 100
report-rests-on-nothing = There was nothing to go by here: the level says little.
report-not-assessed = Not assessed
report-foot = What is scored is what was said, never what somebody felt. Practice is not appraisal: this report stands only where you keep it.
csv-row = row
csv-session = session
csv-trainee = by
csv-scenario = scenario
csv-customer = customer
csv-turn = turn
csv-who = who
csv-text = text
csv-shows = what it does
csv-tension = tension
csv-trust = trust
csv-patience = patience
csv-criterion = criterion
csv-level = level
csv-coach = coach
csv-meaning = meaning
csv-kind-turn = turn
csv-kind-level = level
csv-kind-total = total

# Report on many sessions
figures-person = Progress of { $name }
figures-group = Group { $name }
figures-scenario = Scenario { $name } in use
figures-kind = Report
figures-goal-person = Practice is not appraisal: this shows where somebody gets on and where practice helps.
figures-goal-group = People by criteria: the mean level from 0 to 4, and from how many sessions.
figures-goal-scenario = What an author wants to know: which moments occur, how often they go well, and what was not understood.
figures-sessions = { $count ->
    [one] 1 session
   *[other] { $count } sessions
  }
figures-groups = Groups: { $groups }
figures-mean-total = { $total } of 100 on average
figures-over-time = By session
figures-per-criterion = By criterion, from first to last
figures-people = People and criteria
figures-items = Moments and criteria as items
figures-items-how = Had: the share of what could be had (100% is easy). Discrimination: how strongly the item goes with the total, from −1 to 1; a low one means that it measures something else, or has too few sessions.
figures-unheard = Replies not understood
figures-unheard-none = Every reply was understood.
figures-unheard-count = { $count ->
    [one] 1 reply was not understood
   *[other] { $count } replies were not understood
  }; those typed most often:
figures-endings = How it ended
figures-date = When
figures-scenario-head = Scenario
figures-ending = Ending
figures-total = Total
figures-name = Name
figures-count = Sessions
figures-item = Item
figures-item-kind = Kind
figures-met-with = Occurred
figures-had = Had
figures-discrimination = Discrimination
figures-reply = Reply
figures-times = Times
figures-session = Session
figures-number = { $whole }.{ $tenths }
figures-hundredths = { $sign }{ $whole }.{ $hundredths }
figures-none = –
figures-corrected = { $level } (coach; program { $machine })
figures-from-to = { $from } to { $to }
figures-one = { $level }
figures-line = { $criterion }: { $levels }
figures-item-opening = opening
figures-item-feeling = feeling
figures-item-objection = objection
figures-item-question = question
figures-item-goodbye = goodbye
figures-item-criterion = criterion
## Review
review-reply = Reply { $reply } of { $all }
review-whole = The whole conversation
review-chat = Chat { $chat }:
review-no-acts = nothing recognised
review-nothing = Nothing was corrected or disputed.
review-about-reply = reply { $reply }: { $what }
review-shown = + { $act }{ $phrase } · { $who }: { $reason }
review-not-shown = − { $act }{ $phrase } · { $who }: { $reason }
review-level = { $criterion }: { $machine } → { $level } · { $who }: { $reason }
review-disputes-act = { $who } disputes { $about }: { $reason }
review-misses-act = { $who } misses { $about }: { $reason }
review-disputes-level = { $who } disputes { $about }: { $reason }
review-open = not decided yet
review-kept = stays as it is · { $who }: { $reason }
review-accepted = accepted · { $who }: { $reason }
review-astray = About nothing in this conversation: { $ids }
review-machine = program
review-human = human
review-total = { $total } of 100
review-together = Total
review-prompt = Verdict (? = help):
review-help =
    Enter or ok                    right, go on
    +ACT "WORDS" REASON            this reply does do this
    -ACT REASON                    this reply does not do this
    level CRITERION 0-4|na REASON  another level
    accept REASON, keep REASON     grant a dispute, or leave it as it is
    accept 0-4|na REASON           the same where it is about a level
    withdraw NUMBER REASON         take a correction or decision back (the number between [ ])
    next, back, quit               go on, go back, stop; what you said is kept already
review-noted = Noted [{ $id }].
review-unknown-command = "{ $typed }" is no command; ? shows them.
review-unknown-command-near = "{ $typed }" is no command. Did you mean { $near }?
review-unknown-act = "{ $typed }" is no act. Did you mean { $near }?
review-unknown-criterion = "{ $typed }" is no criterion. Did you mean { $near }? The criteria are: { $known }
review-unknown-turn = There is no reply { $turn }; the conversation has { $all }.
review-unknown-chat = There is no chat { $chat }; there are { $all }.
review-which-chat = This session has { $all } chats: name one with --chat.
review-unknown-id = There is no correction or decision { $typed }. Those there are: { $known }
review-none = none
review-no-level = Give a level from 0 to 4, or na.
review-no-reason = Say why as well.
review-no-phrase = "{ $phrase }" does not stand in this reply.
review-open-quote = The quotation mark is not closed.
review-no-dispute = Nothing is disputed here that is still to be decided.
review-at-reply = That goes with a reply; go on with next.
review-first = This is the beginning.
review-as = Who reviews? Give a name with --as (or ask with --show what was said so far).
dispute-whose = Session { $session } is { $trainee }'s: only { $trainee } can dispute it.
dispute-noted = Noted [{ $id }]. A coach decides: oefenlijn review { $session } --as NAME
cases-none = Session { $session } has no corrections to keep as cases.
cases-written = Written: { $path }
## Calibration
calibrate-made = Round { $name }: { $count ->
    [one] 1 conversation
   *[other] { $count } conversations
}. Coaches rate it with: oefenlijn calibrate rate { $name } --as COACH
calibrate-twice = two conversations are called `{ $id }`; give one of them another name, as labels are taken in by name
calibrate-caller = in session `{ $session }` the trainee is the caller: there is no agent to rate
calibrate-nothing-said = nothing was said in session `{ $session }`; leave it out
calibrate-faulty-new = { $count ->
    [one] there is 1 error in the input; no round was made
   *[other] there are { $count } errors in the input; no round was made
}
calibrate-faulty-import = { $count ->
    [one] there is 1 error in the input; nothing was taken in
   *[other] there are { $count } errors in the input; nothing was taken in
}
calibrate-strangers = Not in the round, left out: { $ids }
calibrate-imported = Taken in for { $coach }: { $count ->
    [one] 1 conversation
   *[other] { $count } conversations
}
calibrate-not-yet-again = { $count ->
    [one] 1 level is still to be given the first time; leave out --again and finish that first
   *[other] { $count } levels are still to be given the first time; leave out --again and finish that first
}
calibrate-intro = Calibration round { $name }: { $count ->
    [one] 1 conversation
   *[other] { $count } conversations
}, { $open ->
    [one] 1 level
   *[other] { $open } levels
} to give
calibrate-how = Judge what is said, by the rubric. 0–4 gives a level, ? explains the levels, back goes back, quit leaves and keeps everything. acts 2 greet ask_open says what reply 2 does, if you like; acts lists the names.
calibrate-item = Conversation { $nth } of { $all } ({ $item })
calibrate-agent = Agent
calibrate-customer = Customer
calibrate-question = { $criterion }: 0–4, or ?
calibrate-question-na = { $criterion }: 0–4, na where it does not apply, or ?
calibrate-now = (you gave { $level }; Enter keeps it)
calibrate-na = does not apply: the conversation gives no occasion for it
calibrate-acts-how = acts 2 greet ask_open: this is all that reply 2 does. acts 2 -: it does none of these.
calibrate-refused-line = `{ $line }` is no answer here: type 0, 1, 2, 3 or 4; or ?, show, acts, back, go 4, quit
calibrate-refused-na = This criterion applies to every conversation: type 0 to 4
calibrate-refused-blank = Nothing was rated here yet: type 0 to 4, or ? for what the levels mean
calibrate-refused-act = There is no act `{ $act }`; the acts are { $known }
calibrate-refused-reply = There is no such reply; they are numbered 1 to { $count }
calibrate-refused-item = There is no such conversation; they are numbered 1 to { $count }
calibrate-all-rated = Everything is rated. go 4 changes the fourth conversation, quit leaves.
calibrate-done = Everything is rated. Thank you.
calibrate-left = { $count ->
    [one] 1 level is
   *[other] { $count } levels are
} still to be given; what you rated is kept. Carry on with: { $command }
calibrate-title = Calibration round { $name }
calibrate-about = Rubric { $rubric }, { $count ->
    [one] 1 conversation
   *[other] { $count } conversations
}, made { $at } UTC.
calibrate-no-coach = Nobody has rated yet.
calibrate-one-coach = One coach has rated: how far people agree cannot be said before a second one has.
calibrate-few = Only { $count ->
    [one] 1 conversation was
   *[other] { $count } conversations were
} rated by at least two coaches (or by the only one). With fewer than { $few } the intervals are wide and the figures say little: talk about the conversations below rather than about the figures.
calibrate-coaches = Who rated
calibrate-alpha = How far coaches agree
calibrate-alpha-note = Krippendorff's alpha: 1 is full agreement, 0 what chance gives. Brackets hold 95% bootstrap intervals over conversations. From .80 up figures are commonly relied upon, from .67 with caution.
calibrate-undefined = –: cannot be reckoned. Too few levels were given, or all of them were the same.
calibrate-pairs = Two by two
calibrate-pairs-note = Weighted kappa with quadratic weights. The last column counts conversations to which the criterion applies for one of the two alone.
calibrate-severity = Severe or lenient (levels above or below the mean of the others)
calibrate-severity-note = Below 0 is severe, above 0 lenient. The machine is held against the mean of all coaches.
calibrate-again = The first time against the second
calibrate-acts = What the agent does: F1 over all acts
calibrate-disputes = Talk about these first
calibrate-entries = What the machine sees and coaches do not, or the other way round
calibrate-entries-note = Counted are judgements of coaches on replies: those against, of all. An entry's name leads to its file in the lexicon.
calibrate-by-model = trained model, no entry
calibrate-by-nothing = missed by the machine
calibrate-machine = machine
calibrate-drift = Over the rounds
calibrate-drift-nothing = Nobody has rated a round yet.
calibrate-bars-kappa = kappa, 0 to 1: { $bars }
calibrate-bars-bias = severe (low) or lenient (high), two levels either way: { $bars }
calibrate-head-round = round
calibrate-head-when = made (UTC)
calibrate-head-n = n
calibrate-head-kappa = kappa
calibrate-head-equal = equal
calibrate-head-near = within 1
calibrate-head-na = na?
calibrate-head-bias = bias
calibrate-head-coach = coach
calibrate-head-items = conversations
calibrate-head-levels = levels
calibrate-head-replies = replies with acts
calibrate-head-times = times
calibrate-head-damaged = damaged lines
calibrate-head-criterion = criterion
calibrate-head-alpha = alpha
calibrate-head-alpha-with-machine = with the machine
calibrate-head-who = who
calibrate-head-all = all
calibrate-head-f1 = F1
calibrate-head-item = conv.
calibrate-head-source = came as
calibrate-head-given = given
calibrate-head-act = act
calibrate-head-found-by = found by
calibrate-head-against = against
calibrate-head-example = for example
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

# Forgetting and keeping
forget-unknown = Nobody practised here under the name { $name }, or said anything as a coach.
forget-erased = { $name } is forgotten: { $count ->
    [one] 1 session has
   *[other] { $count } sessions have
  } been erased, with all that was said of them.
forget-renamed = { $name } is now called { $pseudonym } in { $count ->
    [one] 1 session
   *[other] { $count } sessions
  }.
forget-elsewhere = What was exported before, stands in backups or is said in the conversations of calibration rounds, stays there: remove it yourself.
retain-would = { $count ->
    [one] 1 session is
   *[other] { $count } sessions are
  } older than { $days } days and would go:
retain-done = { $count ->
    [one] 1 session of more than { $days } days ago has been removed.
   *[other] { $count } sessions of more than { $days } days ago have been removed.
  }

## When nothing can be written

store-behind = Not all sessions are in these figures: { $error }
review-not-saved = This could not be kept ({ $error }); everything before it was. You typed: { $line }
store-not-asked = What was said of this session elsewhere may be missing: { $error }

## Sessions of other machines

session-elsewhere = on another machine
list-not-asked = Sessions of other machines are not among these: { $error }

## Coaches who are forgotten

forget-coach = What { $name } said as a coach now stands under { $pseudonym }.

## Certificates

push-untrusted = the store is not trusted ({ $message }) and therefore gets nothing. { $doubt ->
    [authority] If an authority of your own made its certificate, name the file (PEM) with that authority's certificate in OEFENLIJN_CA_FILE.
    [name] Name it in the address as its certificate does.
   *[certificate] It needs another certificate, made for a server by an authority.
}
