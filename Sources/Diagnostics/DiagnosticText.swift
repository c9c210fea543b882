extension Diagnostic {
  /// The finding as people read it on a screen:
  /// `毕业生.csv:4:3（身份证号码）: 错误: 校验位不正确…（韦* 450000********0028） [R103]`, then the source
  /// line with a caret and the notes, each on a line of its own.
  package var text: String {
    var result = place == .none ? "" : "\(place.description): "
    result += "\(severity.label): \(message)"
    if let person = subject?.person, !person.isEmpty, !message.contains(person) {
      result += "（\(person)）"
    }
    result += " [\(code)]"
    if let excerpt {
      result += "\n  \(excerpt.line)\n  \(Diagnostic.caret(under: excerpt))"
    }
    for note in notes {
      result += "\n  \(note.place.description): \(note.message)"
    }
    return result
  }

  /// Spaces up to the caret; tabs are kept and wide characters take two columns, so that the caret
  /// stands under its character in a terminal.
  private static func caret(under excerpt: Excerpt) -> String {
    var pad = ""
    for scalar in excerpt.line.unicodeScalars.prefix(max(0, excerpt.column - 1)) {
      if scalar == "\t" { pad += "\t" } else { pad += scalar.value >= 0x1100 ? "  " : " " }
    }
    return pad + "^"
  }
}
