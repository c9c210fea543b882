package import Diagnostics

extension Rule {
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
      .documentTypeMissing, .sexMismatch, .tooYoung, .requiredField, .unknownChoice, .nameLost,
      .nameCharacter, .duplicatePerson, .duplicateNumber, .numberInTwoSchools, .duplicateSchool,
      .enrolmentTwice, .schoolType, .cityMissing, .cityUnknown, .copiesNotGiven,
      .transferredGraduate, .changeInFuture, .rollEmpty, .certificateDuplicate, .courseNotListed,
      .scoreOutOfRange:
      .error
    case .documentForm, .birthDateMismatch, .nameSeparator, .nameLength, .registrationProvisional,
      .phoneForm, .ethnicityUnknown, .nameDiffers, .scoreWithoutGraduate, .enrolmentNotInRoll,
      .countyMissing, .schoolingWrong, .stateUnprocessed, .kindUnknown, .changeDiffersFromRoll,
      .changeWithoutEffect, .changeNotApproved, .changeBeforeEntry, .receiptTotal,
      .receiptTotalMissing, .changesEmpty,
      .admittedTooFew, .majorTwice, .majorNotListed, .majorCodeDiffers, .exemptionUnknownCode,
      .exemptionNotAllowed, .exemptionUnused, .certificateForm, .certificateNotDue,
      .courseDoubtful, .scoreFailed, .scoreUnreadable, .scoreMissing, .scoreRepeated, .scoreHidden:
      .warning
    case .areaAbolished, .areaUnknown, .otherDocument, .unusualAge, .ethnicityFormer,
      .registrationForm, .homonym, .schoolCode, .severalSourceSchools, .schoolingUnusual,
      .kindNotListed,
      .kindSynonym, .enrolmentsEmpty, .admittedMissing, .classCountDiffers,
      .majorWithoutGraduates, .certificateGap, .certificateMissing, .severalTerms:
      .note
    }
  }
}
