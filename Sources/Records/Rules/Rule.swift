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
  /// A name of an ethnic group that is no longer used.
  case ethnicityFormer = "R119"

  // Required fields and closed sets of values.
  /// An empty required field.
  case requiredField = "R120"
  /// A value outside its closed set.
  case unknownChoice = "R121"

  // What stands in the cells of a person.
  /// A sign in a name for a character that an export has lost.
  case nameLost = "R122"
  /// A letter, a digit, a blank or another sign in a name.
  case nameCharacter = "R123"
  /// A separator in a name that is not U+00B7.
  case nameSeparator = "R124"
  /// A name of one character, or of more than 25.
  case nameLength = "R125"
  /// 学籍号 without its form.
  case registrationForm = "R126"
  /// 学籍号 of a student whose identity is not settled (L, J).
  case registrationProvisional = "R127"
  /// A telephone number with another number of digits.
  case phoneForm = "R128"
  /// An ethnic group that the standard does not know.
  case ethnicityUnknown = "R129"

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
  /// Somebody in 对口招收 who is not in the roll.
  case enrolmentNotInRoll = "R137"
  /// Somebody twice in 对口招收.
  case enrolmentTwice = "R138"
  /// A college's table of several source schools.
  case severalSourceSchools = "R139"

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
  /// 学校标识码 is not ten digits.
  case schoolCode = "R148"

  // Graduation.
  /// 年级 and 学制 a year early or up to three late.
  case schoolingUnusual = "R145"
  /// 年级 and 学制 against the year.
  case schoolingWrong = "R146"
  /// 系统处理状态 未处理 (notice, part 2 section 1).
  case stateUnprocessed = "R147"

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
  /// Neither 毕业生总数 nor a roll to count: the receipt has a blank.
  case receiptTotalMissing = "R176"

  // 专业情况, which the 审核表 shows.
  /// 录取数 is missing.
  case admittedMissing = "R164"
  /// 录取数 is less than the roll.
  case admittedTooFew = "R165"
  /// 班数 against the classes of the roll.
  case classCountDiffers = "R166"
  /// A major without a graduate.
  case majorWithoutGraduates = "R167"
  /// A major twice.
  case majorTwice = "R168"
  /// A graduate's major that is not listed.
  case majorNotListed = "R169"
  /// 专业代码 against 专业情况.
  case majorCodeDiffers = "R175"

  // The table 特例.
  /// A code of no rule.
  case exemptionUnknownCode = "R170"
  /// A rule that nobody may release.
  case exemptionNotAllowed = "R171"
  /// A row that released nothing.
  case exemptionUnused = "R172"

  // Certificate numbers.
  /// The same number twice.
  case certificateDuplicate = "R180"
  /// Numbers between the first and the last that nobody has.
  case certificateGap = "R181"
  /// A number that does not follow the pattern of `packet.xml`.
  case certificateForm = "R182"
  /// A number of somebody who does not graduate.
  case certificateNotDue = "R183"
  /// No number, though others have theirs.
  case certificateMissing = "R184"

  // Scores.
  /// A course that 课程 does not list for the major.
  case courseNotListed = "R190"
  /// A course that is probably another one's slip.
  case courseDoubtful = "R191"
  /// A mark below zero or above the full mark.
  case scoreOutOfRange = "R192"
  /// A failed course of somebody who graduates.
  case scoreFailed = "R193"
  /// A text that is no score.
  case scoreUnreadable = "R194"
  /// A course of the major without a score.
  case scoreMissing = "R195"
  /// Two different scores of one course and term.
  case scoreRepeated = "R196"
  /// A failed or repeated examination of an earlier term that the form does not show.
  case scoreHidden = "R197"
  /// Scores of a course in several terms, of which the form shows the last.
  case severalTerms = "R198"
}
