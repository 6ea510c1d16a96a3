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
desk-help = Uw antwoord gaat naar de klant bij wie u bent. /1 /2 … naar die klant, /next naar wie het langst wacht, /who wie wacht, /desk het dossier, /note TEKST, /end afronden, /quit later verder.
desk-not-here = Dat kan aan de chatbalie niet.
desk-nobody-there = Daar is niemand die op antwoord wacht.
desk-waits = wacht { $time }
desk-done = klaar
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
