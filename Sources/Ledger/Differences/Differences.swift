package import Records

/// What a revision changes in a table, in the words of the clerk.
package struct TableDifference: Sendable {
  /// The school's full name; nil for tables of the season.
  package var school: String?
  /// The table.
  package var table: TableKind
  /// How many records a table holds that was not there before; nil for a table that was.
  package var newCount: Int?
  /// What became of single records; empty for a new table.
  package var records: [RecordDifference] = []
  /// Whether records stand in another order.
  package var isReordered = false
  /// Whether reading found other things in the same values (a number that is text now).
  package var isReadAnew = false

  /// How many records came, went and changed.
  package var counts: Revision.Counts {
    var counts = Revision.Counts()
    counts.added = newCount ?? 0
    for record in records {
      switch record.change {
      case .added: counts.added += 1
      case .removed: counts.removed += 1
      case .changed: counts.changed += 1
      }
    }
    return counts
  }
}

extension [TableDifference] {
  /// How many records came, went and changed in all tables.
  package var counts: Revision.Counts {
    var counts = Revision.Counts()
    for difference in self {
      counts.added += difference.counts.added
      counts.removed += difference.counts.removed
      counts.changed += difference.counts.changed
    }
    return counts
  }
}

/// What becomes of a record.
package struct RecordDifference: Sendable {
  /// Which record.
  package var label: RecordLabel
  /// What becomes of it.
  package var change: Change
  /// For a record that comes or goes: the number of one that goes or comes and is equal but for it,
  /// so that both may be the same person.
  package var twin: String?

  /// What becomes of a record.
  package enum Change: Sendable {
    /// It comes.
    case added
    /// It goes.
    case removed
    /// Some of its fields change.
    case changed([FieldDifference])
  }
}

/// Which record, in the words of the clerk.
package struct RecordLabel: Hashable, Sendable {
  /// The person, or the name of the school, major or course.
  package var name: String
  /// The person's identity number; empty where the record is no person's.
  package var idNumber: String
  /// What tells records of one person apart: kind and day of a change, the college.
  package var detail: String
}

/// A field that changes.
package struct FieldDifference: Hashable, Sendable {
  /// The heading, or the course of a score.
  package var item: String
  /// What it holds; decides how it is masked.
  package var kind: FieldKind
  /// The value before; empty where there was none.
  package var old: String
  /// The value after; empty where there is none.
  package var new: String
  /// The revision that corrected the value which is replaced now.
  package var correctedIn: Int?
  /// Why a correction was made; nil for a change that an import brought.
  package var reason: String?
}
