internal import Records

/// A row of a table; GRDB has a class of the same name.
typealias Record = Records.Record
