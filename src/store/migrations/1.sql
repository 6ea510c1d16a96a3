-- What sessions came to. Everything here is derived from logs in the data folder.
CREATE TABLE session (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    until BIGINT NOT NULL,
    trainee TEXT,
    scenario TEXT NOT NULL,
    rubric TEXT NOT NULL,
    mode TEXT NOT NULL,
    engine TEXT NOT NULL,
    ending TEXT,
    replies BIGINT NOT NULL,
    total BIGINT
);
CREATE INDEX session_of_trainee ON session (trainee, at);
CREATE INDEX session_of_scenario ON session (scenario, at);
CREATE INDEX session_by_end ON session (until);

CREATE TABLE level (
    session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    criterion TEXT NOT NULL,
    machine BIGINT,
    human BIGINT,
    PRIMARY KEY (session, criterion)
);

CREATE TABLE moment (
    session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    moment TEXT NOT NULL,
    kind TEXT NOT NULL,
    points BIGINT NOT NULL,
    PRIMARY KEY (session, moment)
);

CREATE TABLE unheard (
    session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    turn BIGINT NOT NULL,
    reply TEXT NOT NULL,
    PRIMARY KEY (session, number)
);

-- The log itself, so that whoever shares the database can look at a session of another machine.
CREATE TABLE log (
    session TEXT PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
    lines TEXT NOT NULL
);

CREATE TABLE membership (
    person TEXT NOT NULL,
    team TEXT NOT NULL,
    PRIMARY KEY (person, team)
);
CREATE INDEX membership_of_team ON membership (team);
