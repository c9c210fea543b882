import Forms
import Records

/// A document that a run means to make: the unit of withholding, caching and reprint.
struct PlannedDocument: Sendable {
  /// Form id.
  var form: String
  /// The 册 or college; nil where the school has one document of the form.
  var volume: String?
  /// The number of the notice's material, 1 to 6; nil for receipt and checklist.
  var material: Int?
  /// The name in outlines and on slips: 「登记表 护理」.
  var name: String
  /// The file name without its ending: `2-登记表-护理`.
  var stem: String
  /// How many copies the packet holds.
  var copies: Int
  /// What it is made with.
  var template: Template
  /// What it is filled with.
  var data: FormData
  /// The records whose values it may show, by table.
  var records: [TableKind: Set<Int>]
  /// The records from which it shows values that are counted or summed up, without showing the
  /// records themselves.
  var countedRecords: [TableKind: Set<Int>] = [:]
  /// The tables that its XML carries.
  var exchange: ExchangedTables
}

/// The records of a document's XML: everything that is needed to make the document again.
struct ExchangedTables: Sendable {
  /// Index into the season's schools.
  var school: Int?
  /// For each table the indexes of the records.
  var records: [(table: TableKind, indexes: [Int])]
}
