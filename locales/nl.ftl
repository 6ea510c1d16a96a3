# De woorden van het scherm. Scenario's, rubrieken en lexicons hebben hun eigen bestanden.

## Mensen
nobody = naamloos

## Stemming
band-calm = kalm
band-tense = gespannen
band-panicked = paniek
mood = Spanning { $tension } ({ $band }), vertrouwen { $trust }, geduld { $patience }. Hartslag { $pulse }.

## Bureau
desk-title = Uw bureau
desk-file = Dossier
desk-notes = Eerdere notities
desk-policy = Regels
desk-mandate = Wat u mag toezeggen
channel-phone = telefoon
channel-chat = chat
level-1 = makkelijk
level-2 = gemiddeld
level-3 = lastig
goal = U oefent:

## Kiezen
choose-title = Kies een gesprek om te oefenen
choose-prompt = Nummer of naam (leeg = stoppen):
choose-again = "{ $answer }" is geen van deze gesprekken. Typ het nummer of de naam.

## Spelen
play-how = Typ wat u zegt en druk op Enter. Een lege regel is een stilte. /help toont de opdrachten.
play-you-begin = De lijn gaat open. U begint.
play-prompt = U:
play-help =
    /desk         wat u ziet: dossier, regels, mandaat
    /note TEKST   een notitie maken
    /hint         wat nu zou helpen
    /mood         hoe de klant zich voelt
    /back         de laatste beurt terugnemen
    /end          het gesprek beëindigen en de uitslag zien
    /quit         stoppen; later verder met "oefenlijn resume"
play-unknown-command = { $name } bestaat niet. De opdrachten zijn: { $known }.
play-taken-back = De laatste beurt is teruggenomen.
play-nothing-to-take-back = Er is geen beurt om terug te nemen.
play-noted = Genoteerd.
play-empty-note = Typ de notitie achter /note, bijvoorbeeld: /note belt over twee brieven
play-not-in-exam = Bij een toets zijn er geen hints en is de stemming verborgen.
play-kept = Bewaard. Verder met: oefenlijn resume { $session }
play-not-kept = Gestopt; dit gesprek is niet bewaard.
play-cannot-keep = { $error }. De sessie kan niet bewaard worden. Kies een andere map met XDG_DATA_HOME, of speel met --no-save zonder te bewaren.
play-not-saved = het antwoord kon niet bewaard worden ({ $error }); alles daarvoor is bewaard. Uw antwoord was: { $reply }

## Hints
hint-settle = De klant zit nog ergens mee. Ga daarop in voordat u verdergaat.
hint-learn = U weet nog niet genoeg om te helpen. Vraag door.
hint-offer = U weet genoeg. Stel een oplossing voor.
hint-close = Vat samen wat is afgesproken en rond af.
hint-for-instance = Bijvoorbeeld: "{ $reply }"

## Coach
coach-did = U deed: { $acts }.
coach-did-badly = Let op, u deed: { $acts }.
coach-nothing = Uw antwoord werd niet herkend.
coach-wanted-objection = De klant maakte bezwaar
coach-wanted-emotion = De klant toonde een gevoel
coach-wanted-story = De klant vertelde een verhaal
coach-met = en daar ging u op in.
coach-missed = en daar ging u niet op in; denk aan: { $acts }.

## Handelingen
act-greet = begroeten
act-introduce = uzelf voorstellen
act-offer-help = hulp aanbieden
act-ask-open = een open vraag stellen
act-ask-closed = een gesloten vraag stellen
act-acknowledge = laten merken dat u luistert
act-summarise = samenvatten
act-verify = gegevens controleren
act-note = vastleggen of opzoeken
act-name-feeling = het gevoel benoemen
act-validate = de reactie terecht noemen
act-apologise = excuses aanbieden
act-reassure = geruststellen
act-explain = uitleggen
act-propose = een oplossing voorstellen
act-own = het zelf op u nemen
act-promise-time = een termijn noemen
act-goodwill = iets tegemoetkomends geven
act-check-agreement = vragen of het zo goed is
act-refer = doorverwijzen
act-decline = zeggen dat iets niet kan
act-anything-else = vragen of er nog iets is
act-thank = bedanken
act-farewell = afscheid nemen
act-dismiss = wegwuiven of tegenspreken
act-command = bevelen
act-blame = de klant de schuld geven
act-shirk = de verantwoordelijkheid afschuiven
act-rush = ongeduld tonen
act-insult = beledigen of spotten
act-jargon = vaktaal gebruiken
act-yes-but = "ja, maar" zeggen
act-hold = een wachttijd aankondigen
act-limit = een grens stellen
act-correct = uzelf verbeteren

## Einde
end-title = Einde
ending-resolved = Opgelost
ending-mild = Geen oplossing, wel goed uit elkaar
ending-handed-over = Netjes overgedragen
ending-called-back = U belt terug
ending-given-up = De klant gaf het op
ending-hung-up = Er is opgehangen
ending-unfinished = Niet afgemaakt
end-pulse = Hartslag van de klant: { $from } → { $to }
end-replies = { $count ->
    [one] 1 antwoord
   *[other] { $count } antwoorden
}

## Uitslag
card-title = Uitslag
card-total = Totaal { $total } van 100
card-level = { $level } van 4
card-na = niet van toepassing
card-earned = Dit telde: beurt { $turn }, "{ $phrase }" ({ $act })
card-missed = Gemist in beurt { $turn }, na "{ $phrase }"
card-better = Beter: "{ $reply }"
card-missed-opening = Gemist in beurt { $turn }
card-change = Kleinste verbetering: { $steps } → { $level } van 4
card-step-add = in beurt { $turn } ook { $act }
card-step-leave = in beurt { $turn } niet { $act }
and = en
card-capped = Begrensd door beurt { $turn }: { $act }
card-not-assessed = Niet beoordeeld
card-not-understood = beurt { $turn }, niet herkend: "{ $reply }"
card-rests-on-nothing = { $criterion }: er was niets om op af te gaan
card-notes = Uw notities

## Aan het bureau
desk-record-title = Aan het bureau
desk-notes-held = Uw notities bevatten { $held } van de { $wanted } hoofdzaken die de klant vertelde.
desk-notes-missing = Ontbreekt in uw notities: "{ $told }"
desk-read-back = In beurt { $turn } las u terug wat er vaststaat ({ $facts ->
    [one] 1 hoofdzaak
   *[other] { $facts } hoofdzaken
}).
desk-leaked = In beurt { $turn } vertelde u uit het dossier voordat u wist met wie u sprak.
desk-identified = U wist met wie u sprak.
desk-not-identified = U heeft niet volledig nagegaan met wie u sprak.
desk-promise-fits = Beurt { $turn }: uw belofte past bij de agenda.
desk-promise-too-soon = Beurt { $turn }: uw belofte kan niet worden waargemaakt; zo vroeg is er niets.
desk-promise-late = Beurt { $turn }: uw belofte is later dan nodig.
desk-promise-closed = Beurt { $turn }: op het beloofde moment is er niemand.
desk-promise-vague = Beurt { $turn }: uw belofte noemt geen moment.
desk-promise-repaired = U zette het recht in beurt { $turn }.
desk-goodwill-over = Beurt { $turn }: u gaf meer, of eerder, dan u mag geven.
desk-transfer-warm = Beurt { $turn }: u verwees met uitleg of overleg.
desk-transfer-cold = Beurt { $turn }: u verwees zonder meer.

## Aan de andere kant
experience-title = Zo was het
experience-reflect = Om over na te denken
experience-answer = → { $answer }
experience-kept = Dank u. Uw antwoorden zijn bij de sessie bewaard.
hint-caller = Blijf vriendelijk, vertel kort wat er is, vraag naar een naam, en probeer iets wat zij niet verwachten.

## De chatbalie
desk-how = Meer klanten tegelijk. Typ uw antwoord aan de klant bij wie u bent; /1, /2 … gaat naar een ander, /next naar wie het langst wacht, /who toont wie wacht, /desk het dossier, /note noteert, /end stopt.
desk-help = Uw antwoord gaat naar de klant bij wie u bent. /1 /2 … naar die klant, /next naar wie het langst wacht, /who wie wacht, /desk het dossier, /note TEKST, /hint een tip, /mood hoe deze klant zich voelt, /end afronden, /quit later verder.
desk-no-way-back = Aan de chatbalie loopt de klok door voor iedereen: een bericht dat weg is, blijft weg.
desk-nobody-there = Daar is niemand die op antwoord wacht.
desk-waits = wacht { $time }
desk-at-ease = wacht niet
desk-done = klaar
desk-closed = (chat gesloten)
desk-left = (is weggegaan)
desk-waited = Langste wachttijd { $longest }; { $mixed ->
    [0] niet verward met een ander
    [one] één keer verward met een ander
   *[other] { $mixed } keer verward met een ander
}.
desk-longest-wait = Langste wachttijd: { $time }
desk-in-time = Op tijd beantwoord (binnen { $norm } seconden): { $in } van { $all }
desk-announced = Aangekondigde stiltes: { $count }
desk-mixed-up = Klanten verward: { $count }
desk-gone = Zonder antwoord weggegaan: { $count }
play-one-customer = Er is hier maar één klant.

## Sessies
mode-practice = oefening
mode-coach = met coach
mode-exam = toets
session-about = { $scenario } · { $trainee } · { $at } UTC · zaad { $seed } · { $mode } · versie { $engine }
session-in-list = { $scenario } · { $trainee } · { $replies ->
    [one] 1 antwoord
   *[other] { $replies } antwoorden
} · { $state }
session-ended = afgerond
session-unfinished = niet afgerond
session-damaged = Let op: regel { $lines } van het logboek is beschadigd en overgeslagen.
list-no-sessions = Er zijn nog geen sessies. Begin er een met: oefenlijn
list-unreadable = Sessie { $name } kan niet gelezen worden.
drift-engine = Deze sessie begon met versie { $what } van het programma.
drift-changed = Sindsdien veranderd; deze sessie gaat verder met de oude tekst: { $what }
drift-lost = De oude tekst is er niet meer; de huidige wordt gebruikt: { $what }
drift-otherwise = In beurt { $what } zou de klant nu iets anders zeggen dan in het logboek staat.

## Controle
check-summary = { $scenarios ->
    [one] 1 scenario
   *[other] { $scenarios } scenario's
}, { $languages ->
    [one] 1 taalpakket
   *[other] { $languages } taalpakketten
}: { $findings ->
    [0] niets op te merken
    [one] 1 bevinding
   *[other] { $findings } bevindingen
}

## Verkenning
explore-scenario = { $scenario } ({ $language }): { $states } toestanden bekeken, waarvan { $different } verschillend.
explore-whole = Alles wat met deze replieken te bereiken is, is doorzocht.
explore-bound = De grens van { $states } toestanden is bereikt.
explore-endings = Eindes
explore-ending = { $ending } ({ $kind })
explore-not-shown = { $ending } ({ $kind }): niet getoond binnen { $states } toestanden
explore-silence = (stilte)
explore-reach = Een goed einde
explore-good = vanuit { $states } van { $all } toestanden getoond
explore-mild = vanuit { $states } alleen een mild einde getoond
explore-meant = vanuit { $states } niet getoond, en zo bedoeld
explore-lost = vanuit { $states } niet meer te bereiken
explore-unknown = vanuit { $states } niet getoond
explore-instance = zoals na: { $replies }
explore-stages = Fases
explore-stage-never = { $stage }: niet bereikt
explore-stage-nowhere = { $stage }: leidt nergens heen
explore-stage-unknown = { $stage }: binnen de grens geen uitweg getoond
explore-stage-left = { $stage }: bereikt en verlaten
explore-stage-ends = { $stage }: bereikt; eindigt met { $endings }
explore-unheard = Niet gehoord (ter kennisgeving)
explore-stands = { $key } ({ $bands })

## Transcripten
score-faulty = { $count ->
    [one] er is 1 fout in de invoer; er is niets beoordeeld
   *[other] er zijn { $count } fouten in de invoer; er is niets beoordeeld
}

## Overeenstemming
agree-about = Labels vergeleken met: { $other } ({ $conversations ->
    [one] 1 gesprek
   *[other] { $conversations } gesprekken
})
agree-program = wat het programma leest
agree-missing = Ontbreekt daar: { $ids }
agree-unlike = Niet evenveel beurten: { $ids }
agree-acts = Wat de medewerker doet
agree-number = n
agree-precision = prec.
agree-recall = recall
agree-macro = Gemiddelde F1 over handelingen (minstens 8 keer)
agree-micro = F1 over alle handelingen samen
agree-flags = Wat de klant laat zien
agree-emotion = emotie
agree-objection = bezwaar
agree-criteria = Niveaus (rijen: de labels; kolommen: de ander)
agree-criterion = { $criterion }: gewogen kappa { $kappa }, gelijk { $exact }, hooguit één niveau verschil { $near } ({ $number })
agree-mean-kappa = Gemiddelde gewogen kappa
agree-disagreements = Het meest verschillend gelezen
agree-reply = { $id }, antwoord { $reply }:
agree-only-gold = alleen de labels: { $acts }
agree-only-other = alleen de ander: { $acts }
agree-faulty = { $count ->
    [one] er is 1 fout in de invoer; er is niets vergeleken
   *[other] er zijn { $count } fouten in de invoer; er is niets vergeleken
}

## Repetitie
rehearse-about = { $title } ({ $name }): { $trainees } oefenaars, elk { $runs ->
    [one] 1 gesprek
   *[other] { $runs } gesprekken
}; seed { $seed }
rehearse-tenths = { $whole },{ $tenths }
rehearse-total = totaal { $total } van 100, na { $replies } antwoorden
rehearse-endings = eindes: { $endings }
rehearse-levels = niveaus: { $levels }
rehearse-mood = aan het eind: spanning { $tension }, vertrouwen { $trust }, geduld { $patience }
rehearse-reach = Wat geen gesprek bereikte
rehearse-lines = zinnen nooit gezegd: { $count } van { $all }
rehearse-lines-more = … en nog { $count }
rehearse-facts = feiten nooit verteld: { $count }
rehearse-worries = zorgen nooit geuit: { $count }
rehearse-unsettled = zorgen geuit, maar nooit weggenomen: { $count }
rehearse-solutions = oplossingen nooit aangenomen: { $count }
rehearse-unreached = eindes nooit bereikt: { $count }
rehearse-puzzling = antwoorden niet begrepen: { $count }

# De cijfers van alle sessies
store-state = { $count ->
    [one] 1 sessie
   *[other] { $count } sessies
  } in { $place }
store-put = { $count } bijgewerkt
store-busy = { $session } wordt nu gespeeld en komt later aan de beurt
store-failed = { $session } is overgeslagen: { $error }
store-not-shared = De sessie is bewaard op deze machine, maar staat nog niet in de gedeelde database: { $error }
store-progress = sessies
store-server = de database van OEFENLIJN_DATABASE_URL
group-none = Er zijn nog geen groepen. Zet er mensen in met: oefenlijn group NAAM --add iemand
group-line = { $group }: { $people }
group-empty = { $group } is leeg.
group-not-in = { $person } zat niet in { $group }.
## Vergelijking
compare-title = Twee sessies naast elkaar
compare-who = { $trainee } · { $at } UTC · { $scenario } · zaad { $seed }
compare-same = Dit zijn tweemaal dezelfde gesprekken: er is geen verschil.
compare-parted = Waar ze uiteengingen
compare-never-parted = Ze gingen nergens uiteen: in elke beurt hetzelfde gedaan, met vrijwel hetzelfde gevolg.
compare-from-the-start = Vanaf de eerste beurt verschillen ze.
compare-until = Tot beurt { $turn } deden beide: { $acts }.
compare-did = { $side } dan: { $acts }.
compare-nothing-more = { $side } doet daar niets wat de ander niet doet.
compare-said = { $side } zegt: "{ $reply }"
compare-stopped = { $side } heeft daar geen beurt.
compare-tension = Spanning { $a } bij A, { $b } bij B.
compare-why = Wat het verschil maakte
compare-higher = { $criterion }: { $better } { $high }, { $worse } { $low }.
compare-earned = Bij { $side } telde in beurt { $turn } "{ $quote }" ({ $act }).
compare-capped = { $side } bleef steken op { $to } door "{ $quote }" in beurt { $turn } ({ $act }).
compare-missed = { $side } ging in beurt { $turn } niet genoeg in op "{ $said }"; denk aan: { $acts }.
compare-levels = Niveaus
compare-level = criterium
compare-count = aantal
compare-only = Wat alleen de een deed
compare-other = verder
compare-turns = Beurt voor beurt
compare-turn = Beurt { $a } van A | beurt { $b } van B
compare-no-turn = (geen beurt)
compare-pulse = hartslag { $pulse } (spanning { $change })
compare-customer = Klant: { $scenario }
compare-customer-one = Klant: { $scenario } (alleen bij { $side })
compare-kind-answered = een gesprek met één klant
compare-kind-called = een gesprek waarin u zelf belt
compare-kind-desk = een chatbalie
compare-unlike = deze sessies zijn niet te vergelijken: { $a } is { $kind-a }, { $b } is { $kind-b }
## Reports
report-skip = Naar het verslag
report-kind = Verslag van een oefengesprek
report-trainee = Van
report-when = Wanneer
report-total = Totaal
report-of-100 = { $total } van 100
report-of = van 100
report-mode = Manier
report-scenario = Scenario en beoordeling
report-seed = Startgetal
report-rests-on = Versie
report-version = programma { $engine }, inhoud { $content }
report-session = Sessie
report-drift = Sindsdien veranderd.
report-levels = Hoe het ging
report-criterion = Onderdeel
report-level = Niveau
report-coach = Coach
report-program = Programma
report-meaning = Wat dat betekent
report-coach-level = { $level }, volgens { $by }: { $why }
report-next = Om hierna te oefenen
report-again = Speel ‘{ $title }’ nog een keer: oefenlijn play { $name }
report-go-on = Een volgend gesprek: ‘{ $title }’: oefenlijn play { $name }
report-missed = Gemiste momenten
report-was-missed = Beurt { $turn }: { $moment } ({ $criteria })
report-half-missed = Beurt { $turn }: { $moment }, half beantwoord ({ $criteria })
report-missed-here = Gemist: { $moment } ({ $criteria })
report-wanted = Wat hier had geholpen: { $acts }
report-moment-opening = het begin
report-moment-story = waar het om gaat
report-moment-feeling = een gevoel
report-moment-objection = een bezwaar
report-moment-question = een vraag
report-moment-goodbye = het afscheid
report-given = Gezegd
report-better = Beter
report-conversation = Het gesprek
report-key-earned = telde mee voor een niveau
report-key-seen = herkend
report-key-blunder = stoot klanten af
report-silence = (stilte)
report-earned = → { $criteria }
report-blunder = let op: { $acts }
report-kind-emotion = gevoel
report-kind-objection = bezwaar
report-kind-question = vraag
report-kind-story = verhaal
report-kind-accept = akkoord
report-kind-threat = dreigement
report-kind-thanks = dank
report-kind-farewell = afscheid
report-feeling-fright = schrik
report-feeling-worry = zorg
report-feeling-anger = boosheid
report-feeling-grief = verdriet
report-feeling-despair = radeloosheid
report-feeling-frustration = ergernis
report-strength-1 = licht
report-strength-2 = duidelijk
report-strength-3 = hevig
report-mood = Stemming van de klant
report-mood-moved = Spanning { $from } → { $to } ({ $band }), vertrouwen { $trust }, geduld { $patience }
report-mood-same = Spanning { $to } ({ $band }), vertrouwen { $trust }, geduld { $patience }
report-by-manner = hoe u het zei
report-by-offer = wat u aanbood
report-by-answer = wat u antwoordde
report-by-desk = wachten of verwisseling
report-chart = Spanning, vertrouwen en geduld van de klant per beurt; de tabel hieronder geeft dezelfde cijfers.
report-figures = Dezelfde cijfers, en wat de klant bewoog
report-turn = Beurt
report-tension = Spanning
report-band = Zo is de klant
report-trust = Vertrouwen
report-patience = Geduld
report-cause = Wat de klant bewoog
report-criteria = Per onderdeel
report-counted = Dit telde mee
report-proof = beurt { $turn }, { $act }
report-more = { $count ->
    [one] en nog 1 plaats in het gesprek
   *[other] en nog { $count } plaatsen in het gesprek
}
report-cap = Wat het niveau laag hield
report-capped = Beurt { $turn }: { $act }. Daardoor { $to } in plaats van { $earned }.
report-repaired = In beurt { $turn } deels goedgemaakt.
report-gaps = Wat het volgende niveau vraagt
report-gap = { $what }: { $have }, gevraagd minstens { $need }
report-gap-below = { $what }: { $have }, gevraagd minder dan { $need }
report-smallest-change = Kleinste verandering
report-change = { $steps } → { $level } van 4; totaal dan { $total } van 100
report-rests-on-nothing = Hiervoor was er geen houvast: het niveau zegt weinig.
report-not-assessed = Niet beoordeeld
report-foot = Beoordeeld is wat er gezegd is, nooit wat iemand voelde. Oefenen is geen beoordelingsgesprek: dit verslag staat alleen waar u het bewaart.
csv-row = rij
csv-session = sessie
csv-trainee = van
csv-scenario = scenario
csv-customer = klant
csv-turn = beurt
csv-who = wie
csv-text = tekst
csv-shows = wat dat doet
csv-tension = spanning
csv-trust = vertrouwen
csv-patience = geduld
csv-criterion = onderdeel
csv-level = niveau
csv-coach = coach
csv-meaning = betekenis
csv-kind-turn = beurt
csv-kind-level = niveau
csv-kind-total = totaal

# Verslag over veel sessies
figures-person = Voortgang van { $name }
figures-group = Groep { $name }
figures-scenario = Scenario { $name } in gebruik
figures-kind = Verslag
figures-goal-person = Oefenen is geen beoordeling: dit laat zien waar iemand vooruitgaat en waar oefening helpt.
figures-goal-group = Mensen naast criteria: het gemiddelde niveau van 0 tot 4, en uit hoeveel sessies.
figures-goal-scenario = Wat een auteur wil weten: welke momenten voorkomen, hoe vaak ze goed gaan, en wat niet begrepen werd.
figures-sessions = { $count ->
    [one] 1 sessie
   *[other] { $count } sessies
  }
figures-groups = Groepen: { $groups }
figures-mean-total = Gemiddeld { $total } van 100
figures-over-time = Per sessie
figures-per-criterion = Per criterium, van eerst naar laatst
figures-people = Mensen en criteria
figures-items = Momenten en criteria als items
figures-items-how = Gehaald: welk deel van wat er te halen viel (100% is gemakkelijk). Onderscheid: hoe sterk het item samengaat met het totaal, van −1 tot 1; laag betekent dat het iets anders meet, of te weinig sessies heeft.
figures-unheard = Niet begrepen antwoorden
figures-unheard-none = Elk antwoord werd begrepen.
figures-unheard-count = { $count ->
    [one] 1 antwoord werd niet begrepen
   *[other] { $count } antwoorden werden niet begrepen
  }; de vaakst getypte:
figures-endings = Hoe het afliep
figures-date = Wanneer
figures-scenario-head = Scenario
figures-ending = Afloop
figures-total = Totaal
figures-name = Naam
figures-count = Sessies
figures-item = Item
figures-item-kind = Soort
figures-met-with = Kwam voor
figures-had = Gehaald
figures-discrimination = Onderscheid
figures-reply = Antwoord
figures-times = Keer
figures-session = Sessie
figures-number = { $whole },{ $tenths }
figures-hundredths = { $sign }{ $whole },{ $hundredths }
figures-none = –
figures-corrected = { $level } (coach; programma { $machine })
figures-from-to = { $from } naar { $to }
figures-one = { $level }
figures-line = { $criterion }: { $levels }
figures-item-opening = opening
figures-item-feeling = gevoel
figures-item-objection = bezwaar
figures-item-question = vraag
figures-item-goodbye = afscheid
figures-item-criterion = criterium
## Nakijken
review-reply = Antwoord { $reply } van { $all }
review-whole = Het hele gesprek
review-chat = Gesprek { $chat }:
review-no-acts = niets herkend
review-nothing = Er is niets verbeterd of betwist.
review-about-reply = antwoord { $reply }: { $what }
review-shown = + { $act }{ $phrase } · { $who }: { $reason }
review-not-shown = − { $act }{ $phrase } · { $who }: { $reason }
review-level = { $criterion }: { $machine } → { $level } · { $who }: { $reason }
review-disputes-act = { $who } betwist { $about }: { $reason }
review-misses-act = { $who } mist { $about }: { $reason }
review-disputes-level = { $who } betwist { $about }: { $reason }
review-open = nog niet beslist
review-kept = het blijft zo · { $who }: { $reason }
review-accepted = toegekend · { $who }: { $reason }
review-astray = Gaat over niets in dit gesprek: { $ids }
review-machine = programma
review-human = mens
review-total = { $total } van 100
review-together = Totaal
review-prompt = Oordeel (? = hulp):
review-help =
    Enter of ok                    klopt, verder
    +HANDELING "WOORDEN" REDEN     dit antwoord doet dit wel
    -HANDELING REDEN               dit antwoord doet dit niet
    level CRITERIUM 0-4|na REDEN   een ander niveau
    accept REDEN, keep REDEN       een betwisting toekennen, of het zo laten
    accept 0-4|na REDEN            zo ook als ze over een niveau gaat
    withdraw NUMMER REDEN          een verbetering of beslissing intrekken (nummer tussen [ ])
    next, back, quit               verder, terug, stoppen; wat u zei is al bewaard
review-noted = Genoteerd [{ $id }].
review-unknown-command = "{ $typed }" is geen opdracht; ? toont ze.
review-unknown-command-near = "{ $typed }" is geen opdracht. Bedoelde u { $near }?
review-unknown-act = "{ $typed }" is geen handeling. Bedoelde u { $near }?
review-unknown-criterion = "{ $typed }" is geen criterium. Bedoelde u { $near }? De criteria zijn: { $known }
review-unknown-turn = Er is geen antwoord { $turn }; het gesprek heeft er { $all }.
review-unknown-chat = Er is geen gesprek { $chat }; het zijn er { $all }.
review-which-chat = Deze sessie heeft { $all } gesprekken: noem er een met --chat.
review-unknown-id = Er is geen verbetering of beslissing { $typed }. Die er zijn: { $known }
review-none = geen
review-no-level = Noem een niveau van 0 tot 4, of na.
review-no-reason = Zeg er ook bij waarom.
review-no-phrase = "{ $phrase }" staat niet in dit antwoord.
review-open-quote = Het aanhalingsteken wordt niet gesloten.
review-no-dispute = Hier is niets betwist waarover nog te beslissen is.
review-at-reply = Dat kan bij een antwoord; ga verder met next.
review-first = Dit is het begin.
review-as = Wie kijkt na? Noem een naam met --as (of vraag met --show wat er al gezegd is).
dispute-whose = Sessie { $session } is van { $trainee }: alleen { $trainee } kan haar betwisten.
dispute-noted = Genoteerd [{ $id }]. Een coach beslist erover: oefenlijn review { $session } --as NAAM
cases-none = Sessie { $session } heeft geen verbeteringen om vast te leggen.
cases-written = Geschreven: { $path }
## IJken
calibrate-made = Ronde { $name }: { $count ->
    [one] 1 gesprek
   *[other] { $count } gesprekken
}. Coaches beoordelen met: oefenlijn calibrate rate { $name } --as COACH
calibrate-twice = twee gesprekken heten `{ $id }`; geef een ervan een andere naam, want oordelen worden op naam ingelezen
calibrate-caller = in sessie `{ $session }` is de cursist de beller: er is geen medewerker om te beoordelen
calibrate-nothing-said = in sessie `{ $session }` is niets gezegd; laat die weg
calibrate-faulty-new = { $count ->
    [one] er zit 1 fout in de invoer; er is geen ronde gemaakt
   *[other] er zitten { $count } fouten in de invoer; er is geen ronde gemaakt
}
calibrate-faulty-import = { $count ->
    [one] er zit 1 fout in de invoer; er is niets overgenomen
   *[other] er zitten { $count } fouten in de invoer; er is niets overgenomen
}
calibrate-strangers = Niet in de ronde, weggelaten: { $ids }
calibrate-imported = Overgenomen voor { $coach }: { $count ->
    [one] 1 gesprek
   *[other] { $count } gesprekken
}
calibrate-not-yet-again = { $count ->
    [one] van de eerste keer is nog 1 niveau te geven; laat --again weg en maak die eerst af
   *[other] van de eerste keer zijn nog { $count } niveaus te geven; laat --again weg en maak die eerst af
}
calibrate-intro = IJkronde { $name }: { $count ->
    [one] 1 gesprek
   *[other] { $count } gesprekken
}, nog { $open ->
    [one] 1 niveau
   *[other] { $open } niveaus
} te geven
calibrate-how = Beoordeel wat er gezegd wordt, naar de rubriek. 0–4 geeft een niveau, ? legt de niveaus uit, back gaat terug, quit stopt en bewaart alles. Met acts 2 greet ask_open zegt u desgewenst wat beurt 2 doet; acts noemt de namen.
calibrate-item = Gesprek { $nth } van { $all } ({ $item })
calibrate-agent = Medewerker
calibrate-customer = Klant
calibrate-question = { $criterion }: 0–4, of ?
calibrate-question-na = { $criterion }: 0–4, na als het niet van toepassing is, of ?
calibrate-now = (u gaf { $level }; Enter laat het zo)
calibrate-na = niet van toepassing: het gesprek geeft er geen aanleiding toe
calibrate-acts-how = acts 2 greet ask_open: dit is alles wat beurt 2 doet. acts 2 -: niets van dit alles.
calibrate-refused-line = `{ $line }` is hier geen antwoord: typ 0, 1, 2, 3 of 4; of ?, show, acts, back, go 4, quit
calibrate-refused-na = Dit criterium is op elk gesprek van toepassing: typ 0 tot en met 4
calibrate-refused-blank = Hier is nog niets beoordeeld: typ 0 tot en met 4, of ? voor wat de niveaus betekenen
calibrate-refused-act = Er is geen handeling `{ $act }`; ze heten { $known }
calibrate-refused-reply = Die beurt is er niet; ze zijn genummerd van 1 tot en met { $count }
calibrate-refused-item = Dat gesprek is er niet; ze zijn genummerd van 1 tot en met { $count }
calibrate-all-rated = Alles is beoordeeld. go 4 verandert het vierde gesprek, quit stopt.
calibrate-done = Alles is beoordeeld. Dank u wel.
calibrate-left = Nog { $count ->
    [one] 1 niveau
   *[other] { $count } niveaus
} te geven; wat u beoordeelde is bewaard. Ga verder met: { $command }
calibrate-title = IJkronde { $name }
calibrate-about = Rubriek { $rubric }, { $count ->
    [one] 1 gesprek
   *[other] { $count } gesprekken
}, gemaakt { $at } UTC.
calibrate-no-coach = Nog niemand heeft beoordeeld.
calibrate-one-coach = Eén coach heeft beoordeeld: hoe ver mensen het eens zijn, is pas te zeggen na een tweede.
calibrate-few = Slechts { $count ->
    [one] 1 gesprek is
   *[other] { $count } gesprekken zijn
} door ten minste twee coaches beoordeeld (of door de enige). Bij minder dan { $few } zijn de intervallen wijd en zeggen de cijfers weinig: praat over de gesprekken hieronder en niet over de cijfers.
calibrate-coaches = Wie beoordeelde
calibrate-alpha = Hoe ver coaches het eens zijn
calibrate-alpha-note = Alfa van Krippendorff: 1 is geheel eens, 0 wat het toeval geeft. Tussen haken 95%-bootstrapintervallen over gesprekken. Vanaf .80 bouwt men doorgaans op zulke cijfers, vanaf .67 met voorbehoud.
calibrate-undefined = –: niet te berekenen. Er zijn te weinig niveaus gegeven, of ze waren alle gelijk.
calibrate-pairs = Twee aan twee
calibrate-pairs-note = Gewogen kappa met kwadratische gewichten. De laatste kolom telt gesprekken waarop het criterium voor maar een van de twee van toepassing is.
calibrate-severity = Streng of mild (niveaus boven of onder het gemiddelde van de anderen)
calibrate-severity-note = Onder 0 is streng, boven 0 mild. De machine wordt naast het gemiddelde van alle coaches gelegd.
calibrate-again = De eerste keer naast de tweede
calibrate-acts = Wat de medewerker doet: F1 over alle handelingen
calibrate-disputes = Praat eerst hierover
calibrate-entries = Wat de machine ziet en coaches niet, of andersom
calibrate-entries-note = Geteld zijn oordelen van coaches over beurten: die tegen, van alle. De naam van een ingang leidt naar het bestand in het lexicon.
calibrate-by-model = getraind model, geen ingang
calibrate-by-nothing = door de machine gemist
calibrate-machine = machine
calibrate-drift = Over de rondes
calibrate-drift-nothing = Nog niemand heeft een ronde beoordeeld.
calibrate-bars-kappa = kappa, 0 tot 1: { $bars }
calibrate-bars-bias = streng (laag) of mild (hoog), twee niveaus naar beide kanten: { $bars }
calibrate-head-round = ronde
calibrate-head-when = gemaakt (UTC)
calibrate-head-n = n
calibrate-head-kappa = kappa
calibrate-head-equal = gelijk
calibrate-head-near = binnen 1
calibrate-head-na = na?
calibrate-head-bias = afwijking
calibrate-head-coach = coach
calibrate-head-items = gesprekken
calibrate-head-levels = niveaus
calibrate-head-replies = beurten met handelingen
calibrate-head-times = keer
calibrate-head-damaged = beschadigde regels
calibrate-head-criterion = criterium
calibrate-head-alpha = alfa
calibrate-head-alpha-with-machine = met de machine
calibrate-head-who = wie
calibrate-head-all = alles
calibrate-head-f1 = F1
calibrate-head-item = gespr.
calibrate-head-source = kwam als
calibrate-head-given = gegeven
calibrate-head-act = handeling
calibrate-head-found-by = gevonden door
calibrate-head-against = tegen
calibrate-head-example = bijvoorbeeld
## Export
mask-name = naam
mask-number = nummer
mask-email = e-mail
push-done = { $count } verklaringen verstuurd, { $known } stonden er al
push-scheme = het adres moet met https:// beginnen: alleen op deze machine zelf (localhost, 127.0.0.1, ::1) mag http
push-credentials = gebruiker of wachtwoord ontbreekt: zet OEFENLIJN_LRS_USER (of --user) en OEFENLIJN_LRS_PASSWORD
push-refused = de opslag weigert: { $status }: { $message }
push-unreached = de opslag is na { $tries } pogingen niet bereikt: { $message }
export-unreadable = sessie { $name } kan niet worden gelezen en is niet meegenomen

# Vergeten en bewaren
forget-unknown = Niemand oefende hier onder de naam { $name }, of zei er als coach iets.
forget-erased = { $name } is vergeten: { $count ->
    [one] 1 sessie is
   *[other] { $count } sessies zijn
  } gewist, met alles wat erover gezegd is.
forget-renamed = { $name } heet voortaan { $pseudonym } in { $count ->
    [one] 1 sessie
   *[other] { $count } sessies
  }.
forget-elsewhere = Wat eerder is geëxporteerd, in reservekopieën staat of in de gesprekken van ijkrondes gezegd wordt, blijft daar staan: verwijder dat zelf.
retain-would = { $count ->
    [one] 1 sessie is
   *[other] { $count } sessies zijn
  } ouder dan { $days } dagen en zou verdwijnen:
retain-done = { $count ->
    [one] 1 sessie van meer dan { $days } dagen oud is verwijderd.
   *[other] { $count } sessies van meer dan { $days } dagen oud zijn verwijderd.
  }

## When nothing can be written

store-behind = Niet alle sessies staan in deze cijfers: { $error }
review-not-saved = Dit kon niet bewaard worden ({ $error }); alles ervoor wel. U typte: { $line }
store-not-asked = Wat elders over deze sessie gezegd is, staat er misschien niet bij: { $error }

## Sessions of other machines

session-elsewhere = op een andere machine
list-not-asked = Sessies van andere machines staan er niet bij: { $error }

## Coaches who are forgotten

forget-coach = Wat { $name } als coach zei, staat er voortaan onder { $pseudonym }.

## Certificates

push-untrusted = de opslag wordt niet vertrouwd ({ $message }) en krijgt dus niets. { $doubt ->
    [authority] Heeft een eigen autoriteit het certificaat gemaakt, noem dan in OEFENLIJN_CA_FILE het bestand (PEM) met het certificaat van die autoriteit.
    [name] Noem de opslag in het adres zoals het certificaat die noemt.
   *[certificate] De opslag heeft een ander certificaat nodig, door een autoriteit voor een server gemaakt.
}
