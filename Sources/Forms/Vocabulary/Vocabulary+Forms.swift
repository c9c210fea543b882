extension Vocabulary {
  /// The ids of the forms that are only made along with others: they carry no records of their own.
  package static let attendantForms =
    ["slip", "reprint-list", "correction-slip", "banner"] + cityForms

  /// The ids of the forms that a bureau gets about all its schools.
  package static let cityForms = ["handover", "return-list", "schedule"]

  /// The ids of the forms that the program makes.
  package static let forms = [
    "registration", "review", "changes", "intake", "receipt", "checklist", "slip",
    "reprint-list", "correction-slip", "banner", "handover", "return-list", "schedule",
  ]
}
