/// What a text of an input is read as.
enum ValueReading: Hashable {
  /// The text is canonical.
  case same
  /// Blanks or invisible characters were removed, or full-width characters folded.
  case cleaned(String)
  /// The text means this canonical text.
  case recognised(String)
  /// The text means nothing that the field holds.
  case faulty(ReadingCode, String)
}
