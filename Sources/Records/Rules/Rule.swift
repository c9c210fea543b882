package import Diagnostics

/// The catalogue of rules about data: each has a code that scripts, manuals and the table 特例 name,
/// and that never changes its meaning.
package enum Rule: String, CaseIterable, Sendable {
  // Identity numbers (GB 11643-1999).
  /// Not 18 characters.
  case identityLength = "R101"
  /// The 15 digits of the old form.
  case identityOldForm = "R102"
  /// Wrong check digit.
  case identityCheckDigit = "R103"
  /// A spreadsheet's 4.50E+17.
  case identityScientific = "R104"
  /// A letter or sign where a digit belongs.
  case identityCharacter = "R106"
  /// A birth date that does not exist.
  case identityDate = "R107"
  /// A birth date after today.
  case identityFutureDate = "R108"
  /// A temporary number of the student registry.
  case identityTemporary = "R109"
  /// An area code abolished long before the birth.
  case areaAbolished = "R110"
  /// An area code of no edition.
  case areaUnknown = "R111"
  /// Another document than the resident identity card.
  case otherDocument = "R112"
  /// A number that has not the form of its document.
  case documentForm = "R113"
  /// The number is of a permit, but 证件类型 is empty.
  case documentTypeMissing = "R114"
  /// 性别 against position 17.
  case sexMismatch = "R115"
  /// Under 13 at graduation.
  case tooYoung = "R116"
  /// 13, 14 or over 30 at graduation.
  case unusualAge = "R117"
  /// 出生日期 against the number.
  case birthDateMismatch = "R118"

  // Required fields and closed sets of values.
  /// An empty required field.
  case requiredField = "R120"
  /// A value outside its closed set.
  case unknownChoice = "R121"

  // Duplicates.
  /// The same person twice in a roll.
  case duplicatePerson = "R130"
  /// One identity number, two names in a roll.
  case duplicateNumber = "R131"
  /// One identity number in two schools.
  case numberInTwoSchools = "R132"
  /// Another name in another table.
  case nameDiffers = "R133"
  /// Two people of one name.
  case homonym = "R134"
  /// A score of somebody who is not in the roll.
  case scoreWithoutGraduate = "R135"
  /// One school twice.
  case duplicateSchool = "R136"

  // Schools and copies (notice, part 1 section 3).
  /// 学校类型 missing or unknown.
  case schoolType = "R140"
  /// 市县学校 without 所属市.
  case cityMissing = "R141"
  /// 所属市 is none of the fourteen cities.
  case cityUnknown = "R142"
  /// A type of school for which the notice gives no copies.
  case copiesNotGiven = "R143"
  /// 县属 without 所属县.
  case countyMissing = "R144"

  // Status changes (notice, annex 3).
  /// A kind outside the nine.
  case kindNotListed = "R150"
  /// Another word for one of the nine.
  case kindSynonym = "R151"
  /// A kind that nobody knows.
  case kindUnknown = "R152"
  /// 异动后 against the roll.
  case changeDiffersFromRoll = "R153"
  /// 异动前 equals 异动后.
  case changeWithoutEffect = "R154"
  /// A graduate who has left for another school.
  case transferredGraduate = "R155"
  /// A change that is not approved.
  case changeNotApproved = "R156"
  /// A change after today.
  case changeInFuture = "R157"
  /// A change before entry.
  case changeBeforeEntry = "R158"

  // Counts and empty tables.
  /// 毕业生总数 against the roll.
  case receiptTotal = "R160"
  /// No graduates.
  case rollEmpty = "R161"
  /// No status changes.
  case changesEmpty = "R162"
  /// No college enrolments.
  case enrolmentsEmpty = "R163"

  // The table 特例.
  /// A code of no rule.
  case exemptionUnknownCode = "R170"
  /// A rule that nobody may release.
  case exemptionNotAllowed = "R171"
  /// A row that released nothing.
  case exemptionUnused = "R172"

  /// Whether a row of 特例 may turn its error into a note.
  package var isReleasable: Bool {
    switch self {
    case .identityCheckDigit, .sexMismatch, .tooYoung: true
    default: false
    }
  }

  /// How bad a finding of this rule is.
  package var severity: Severity {
    switch self {
    case .identityLength, .identityOldForm, .identityCheckDigit, .identityScientific,
      .identityCharacter, .identityDate, .identityFutureDate, .identityTemporary,
      .documentTypeMissing, .sexMismatch, .tooYoung, .requiredField, .unknownChoice,
      .duplicatePerson, .duplicateNumber, .numberInTwoSchools, .duplicateSchool, .schoolType,
      .cityMissing, .cityUnknown, .copiesNotGiven, .transferredGraduate, .changeInFuture,
      .rollEmpty:
      .error
    case .documentForm, .birthDateMismatch, .nameDiffers, .scoreWithoutGraduate, .countyMissing,
      .kindUnknown, .changeDiffersFromRoll, .changeWithoutEffect, .changeNotApproved,
      .changeBeforeEntry, .receiptTotal, .changesEmpty, .exemptionUnknownCode,
      .exemptionNotAllowed, .exemptionUnused:
      .warning
    case .areaAbolished, .areaUnknown, .otherDocument, .unusualAge, .homonym, .kindNotListed,
      .kindSynonym, .enrolmentsEmpty:
      .note
    }
  }
}
