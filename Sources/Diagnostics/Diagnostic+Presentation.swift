extension Diagnostic {
  /// The finding as it may be shown: one place for all that findings quote from inputs, whatever
  /// rule quotes it.
  ///
  /// Control characters and marks that turn the direction of text are named (`U+001B`), since a
  /// terminal would obey them.
  ///
  /// - Parameter maskingIdentities: whether identity numbers are hidden wherever they stand, in
  ///   messages and in names of files, sheets and headings, and names of persons shortened.
  /// - Returns: the finding with its texts so changed; code, severity and positions are kept.
  package func presented(maskingIdentities: Bool) -> Diagnostic {
    func shown(_ text: String) -> String {
      let visible = ShownText.visible(text)
      return maskingIdentities ? Masking.identities(in: visible) : visible
    }
    // A message is one line, whatever it quotes.
    func line(_ text: String) -> String { shown(ShownText.visible(text, inOneLine: true)) }
    var result = self
    result.message = line(message)
    result.place = place.presented(by: shown)
    result.notes = notes.map {
      Note(place: $0.place.presented(by: shown), message: line($0.message))
    }
    if let excerpt {
      result.excerpt = Excerpt(line: shown(excerpt.line), column: excerpt.column)
    }
    if var subject {
      let whole = maskingIdentities ? nil : subject.individual?.label(isMasked: false)
      subject.person = (whole ?? subject.person).map(shown)
      result.subject = subject
    }
    return result
  }
}

extension Place {
  fileprivate func presented(by shown: (String) -> String) -> Place {
    switch self {
    case .none: .none
    case .file(let file): .file(shown(file))
    case .text(let file, let line, let column):
      .text(file: shown(file), line: line, column: column)
    case .byte(let file, let line, let offset):
      .byte(file: shown(file), line: line, offset: offset)
    case .row(let file, let sheet, let row):
      .row(file: shown(file), sheet: sheet.map(shown), row: row)
    case .cell(let file, let sheet, let row, let column, let heading):
      .cell(
        file: shown(file),
        sheet: sheet.map(shown),
        row: row,
        column: column,
        heading: shown(heading)
      )
    }
  }
}
