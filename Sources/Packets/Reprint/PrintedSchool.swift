import Fonts
import Records

/// A school's packet as it is on paper, or as it lies in the folder to be printed.
///
/// Enough to tell which sheets of two states differ and which values they show, without the pages.
struct PrintedSchool: Sendable {
  /// The full name.
  var name: String
  /// 「市县学校，一式 3 份」.
  var detail: String
  /// The rendering revision of the program that made the pages.
  var revision: Int
  /// The row of 学校, for the head of the 更正单.
  var record: [String]
  /// 学校标识码; empty where it is not known.
  var code: String {
    let slot = SchoolField.code.rawValue
    return slot < record.count ? record[slot] : ""
  }
  /// Every document and slip of the packet.
  var documents: [PrintedDocument]
  /// The copies as they lie on one another, sheets of all papers in one pile.
  var copies: [PrintedCopy]
  /// What was not made because of data errors.
  var withheld: [DocumentKey]
  /// The values that the documents show.
  var tables: [PrintedTable]
}

/// Which document of a school.
struct DocumentKey: Sendable, Hashable {
  /// Form id; `slip` for slips.
  let form: String
  /// The 册 or college, or the words of a slip; empty where the school has one document of the form.
  let volume: String

  static func == (left: DocumentKey, right: DocumentKey) -> Bool {
    left.form.hasSameBytes(as: right.form) && left.volume.hasSameBytes(as: right.volume)
  }
}

/// A document or slip of a packet.
struct PrintedDocument: Sendable {
  var key: DocumentKey
  /// The paper's name.
  var paper: String
  /// Who seals it: 学校公章, 骑缝章.
  var seals: [String]
  var pages: [PrintedPage]

  var isSlip: Bool { key.form == "slip" }
}

/// A page of a document.
struct PrintedPage: Sendable {
  /// Of the sheet and all that is drawn on it, whatever else a file holds.
  var fingerprint: Fingerprint
  /// Whether the seals that are not set across sheets stand on it.
  var isSealed: Bool
  /// The graduates on it: places in the document's table of graduates.
  var graduates: [Int]
}

/// A copy of a document in the pile.
struct PrintedCopy: Sendable {
  /// Index into the school's documents.
  var document: Int
  /// Which copy, from 1.
  var number: Int
  /// Pages of a sheet: 1, or 2 where both sides are printed.
  var sides: Int
  /// The pages one after another, from 1; 0 for a side without print.
  var slots: [Int]

  /// The sheets of paper, each with its sides.
  var sheets: [ArraySlice<Int>] {
    stride(from: 0, to: slots.count, by: sides).map { slots[$0..<min($0 + sides, slots.count)] }
  }
}

/// The records of one table that a document shows, with the values that it may show of them.
struct PrintedTable: Sendable {
  /// Index into the school's documents.
  var document: Int
  var kind: TableKind
  /// The fields' headings, and 「语文成绩」 for scores.
  var headings: [String]
  var rows: [PrintedRecord]
}

/// A record that a document shows.
struct PrintedRecord: Sendable {
  /// What tells the record from others of its table.
  var key: String
  /// The person; empty for records that are no person's.
  var name: String
  var idNumber: String
  /// 毕业证书编号; empty where there is none.
  var certificate: String
  /// By the table's headings.
  var values: [String]
}
