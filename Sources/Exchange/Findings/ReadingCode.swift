package import Diagnostics

/// The codes of what reading inputs can find.
///
/// I001 to I019: a file cannot be read. I020 to I039: a table is not what it should be. I040 to
/// I059: a value cannot be read, or was read as another. I060 to I079: rows that fit no school or
/// no other table.
package enum ReadingCode: String, CaseIterable, Sendable {
  /// The file does not exist or may not be opened.
  case missingFile = "I001"
  /// The file holds no bytes.
  case emptyFile = "I002"
  /// The bytes are in no known encoding.
  case undecodable = "I003"
  /// A kind of file that is not read.
  case unsupportedKind = "I004"
  /// The zip container of a workbook is broken.
  case brokenArchive = "I005"
  /// The zip container is larger than any honest workbook.
  case suspiciousArchive = "I006"
  /// An XML text, alone or inside a workbook, is not well-formed.
  case malformedXML = "I007"
  /// A JSON text is not well-formed.
  case malformedJSON = "I008"
  /// An XML text that is not this program's output.
  case foreignXML = "I009"
  /// A quoted field of a CSV file never ends.
  case openQuote = "I010"
  /// The input is larger than the limits.
  case tooLarge = "I011"
  /// The file is read as GB18030.
  case readAsGB18030 = "I012"
  /// A file of a folder is skipped.
  case skippedFile = "I013"
  /// A folder holds no file that could be read.
  case emptyFolder = "I014"

  /// The table has no rows.
  case emptyTable = "I020"
  /// No heading row was found.
  case noHeading = "I021"
  /// Required columns are missing.
  case missingColumns = "I022"
  /// Two columns hold the same field.
  case duplicateColumns = "I023"
  /// Columns that no table knows.
  case unknownColumns = "I024"
  /// The heading row stands below title rows.
  case titleRows = "I025"
  /// Total and remark rows under the table are left out.
  case ignoredRows = "I026"
  /// A sheet or rows are hidden.
  case hidden = "I027"
  /// Cells of the table are merged.
  case mergedCells = "I028"
  /// A sheet that holds no table.
  case sheetWithoutTable = "I029"
  /// A row has more cells than the heading row.
  case surplusCells = "I030"
  /// A heading that may mean something else.
  case doubtfulHeading = "I031"
  /// Headings of 成绩 that are merged over several columns.
  case mergedHeading = "I032"
  /// A ledger was made before `packet.xml` had the column; an error where the column is required.
  case laterColumn = "I033"

  /// Blanks or invisible characters were removed, or full-width digits converted.
  case cleaned = "I040"
  /// A value was read as another.
  case recognised = "I041"
  /// A numeric cell in the column of identity numbers.
  case numericIdentity = "I042"
  /// An identity number in scientific notation.
  case scientificIdentity = "I043"
  /// A date of which day and month, or the century, are unclear.
  case ambiguousDate = "I044"
  /// A text that is no date.
  case unreadableDate = "I045"
  /// A text that is no month.
  case unreadableMonth = "I046"
  /// A text that is no grade.
  case unreadableGrade = "I047"
  /// A text that is no length of schooling.
  case unreadableYears = "I048"
  /// A text that is neither 男 nor 女.
  case unreadableSex = "I049"
  /// A text that is no whole number.
  case unreadableCount = "I050"
  /// A formula without a stored result.
  case formulaWithoutValue = "I051"
  /// An error value of a spreadsheet (`#N/A`).
  case errorValue = "I052"
  /// A control character.
  case controlCharacter = "I053"
  /// A value of JSON that is no text, number or truth value.
  case nestedValue = "I054"

  /// Rows of a school that has no row in 学校.
  case unknownSchool = "I060"
  /// Rows that name no school while the input holds several.
  case schoolNotNamed = "I061"
  /// Two different rows of one school in 学校.
  case schoolConflict = "I062"
  /// Equal rows of several files were merged.
  case mergedRows = "I063"
  /// XML files of one school hold different values for one record.
  case recordConflict = "I064"
  /// A row of 成绩 names no course.
  case courseNotNamed = "I065"
  /// A table 更正 among the tables of a season.
  case correctionsNotApplied = "I066"

  /// How bad it is.
  package var severity: Severity {
    switch self {
    case .readAsGB18030, .skippedFile, .unknownColumns, .titleRows, .ignoredRows, .hidden,
      .cleaned, .recognised, .mergedRows:
      .note
    case .mergedCells, .sheetWithoutTable, .surplusCells, .doubtfulHeading,
      .correctionsNotApplied, .laterColumn:
      .warning
    default: .error
    }
  }

  /// Whether the input as a whole could not be read (exit status 66).
  package var isInputFailure: Bool {
    severity == .error && number < 20
  }

  private var number: Int {
    rawValue.utf8.dropFirst().reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

extension Diagnostic {
  /// A finding of reading, with the severity of its code.
  init(
    _ code: ReadingCode,
    _ message: String,
    at place: Place,
    about subject: Subject? = nil,
    notes: [Note] = []
  ) {
    self.init(code.severity, code.rawValue, message, at: place, about: subject, notes: notes)
  }

  /// Whether an input as a whole could not be read: such a run ends with exit status 66.
  package var isInputFailure: Bool {
    ReadingCode(rawValue: code)?.isInputFailure ?? false
  }
}
