-- What people said of sessions, a line each, so that coach and trainee may sit at different machines.
-- Lines of several machines come together here: the same line twice is one. They outlive the figures
-- of their session, which are made anew now and then.
CREATE TABLE review (
    session TEXT NOT NULL,
    id TEXT NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY (session, id)
);

-- What sessions rest on, by fingerprint: a machine that looks at the session of another one reads it
-- as it was practised.
CREATE TABLE content (
    hash TEXT PRIMARY KEY,
    text TEXT NOT NULL
);
