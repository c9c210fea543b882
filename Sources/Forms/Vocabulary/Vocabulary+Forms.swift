extension Vocabulary {
  /// The ids of the forms that the program makes.
  package static let forms = [
    "registration", "review", "changes", "intake", "receipt", "checklist", "slip",
    "reprint-list", "correction-slip",
  ]
}
