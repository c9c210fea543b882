internal import GRDB

/// The tables of a ledger.
///
/// Nothing is overwritten: a record that changes gets a new row in `version`, and the old one is
/// told its last revision. Which rows stand in a table of a school, in which order, where they were
/// read and what reading found in them is a row of `listing`, with the same span of revisions.
enum LedgerTables {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(sql: first)
      try database.execute(sql: "PRAGMA application_id = \(LedgerHeader.applicationID)")
      try database.execute(sql: "PRAGMA user_version = \(LedgerHeader.formatVersion)")
    }
    return migrator
  }

  private static let first = """
    CREATE TABLE revision (
      number INTEGER PRIMARY KEY,
      time TEXT NOT NULL,
      author TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('import', 'correction')),
      reason TEXT NOT NULL,
      program TEXT NOT NULL,
      added INTEGER NOT NULL DEFAULT 0,
      removed INTEGER NOT NULL DEFAULT 0,
      changed INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE file (
      id INTEGER PRIMARY KEY,
      revision INTEGER NOT NULL REFERENCES revision,
      path TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      size INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE source (
      id INTEGER PRIMARY KEY,
      file INTEGER NOT NULL REFERENCES file,
      sheet TEXT,
      kind TEXT NOT NULL,
      columns TEXT NOT NULL
    ) STRICT;
    -- School 0, which has no name, is the season: its tables are 学校, 主管单位 and 特例.
    CREATE TABLE school (
      id INTEGER PRIMARY KEY,
      name TEXT UNIQUE
    ) STRICT;
    INSERT INTO school (id, name) VALUES (0, NULL);
    CREATE TABLE version (
      id INTEGER PRIMARY KEY,
      entity INTEGER NOT NULL,
      school INTEGER NOT NULL REFERENCES school,
      kind TEXT NOT NULL,
      person TEXT,
      firstRevision INTEGER NOT NULL REFERENCES revision,
      lastRevision INTEGER REFERENCES revision,
      fields TEXT NOT NULL
    ) STRICT;
    CREATE INDEX version_table ON version (school, kind);
    CREATE INDEX version_person ON version (person) WHERE person IS NOT NULL;
    CREATE TABLE listing (
      id INTEGER PRIMARY KEY,
      school INTEGER NOT NULL REFERENCES school,
      kind TEXT NOT NULL,
      firstRevision INTEGER NOT NULL REFERENCES revision,
      lastRevision INTEGER REFERENCES revision,
      -- What is asked of every school stands before what is long.
      content TEXT NOT NULL,
      sharedKeys BLOB NOT NULL,
      members BLOB NOT NULL,
      courses TEXT NOT NULL,
      findings TEXT NOT NULL
    ) STRICT;
    CREATE INDEX listing_table ON listing (school, kind);
    CREATE TABLE correction (
      id INTEGER PRIMARY KEY,
      revision INTEGER NOT NULL REFERENCES revision,
      entity INTEGER NOT NULL,
      item TEXT NOT NULL,
      course TEXT,
      old TEXT NOT NULL,
      new TEXT NOT NULL,
      reason TEXT NOT NULL,
      source INTEGER NOT NULL REFERENCES source,
      row INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX correction_entity ON correction (entity);
    """
}
