/// One finding about an input: data, a template, or a font that lacks a character.
///
/// Broken environments (a full disk, a missing library) are thrown errors instead.
package struct Diagnostic: Hashable, Sendable {
  /// The stable code that scripts and manuals refer to: a letter for the room (`I` reading, `R`
  /// rules, `T` templates, `L` layout, `F` fonts, `P` packets, `C` corrections) and three digits.
  package var code: String
  /// How bad it is.
  package var severity: Severity
  /// What is wrong and what to do, in Chinese, with personal values masked.
  package var message: String
  /// Where it is.
  package var place: Place
  /// What it is about; nil for findings that withhold nothing of their own.
  package var subject: Subject?
  /// The source line and the caret's column (scalars, from 1), for templates.
  package var excerpt: Excerpt?
  /// Further places with a remark each (`与第4行重复` points at row 4).
  package var notes: [Note]
  /// Whether a row of 特例 has turned an error into this note.
  package var isReleased: Bool

  /// A line of a source text with a caret under one of its columns.
  package struct Excerpt: Hashable, Sendable {
    /// The line without its line end.
    package var line: String
    /// The caret's column, from 1, in Unicode scalars.
    package var column: Int

    /// A source line with a caret.
    package init(line: String, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// A second place of a finding.
  package struct Note: Hashable, Sendable {
    /// Where.
    package var place: Place
    /// Why it matters here.
    package var message: String

    /// A remark at another place.
    package init(place: Place, message: String) {
      self.place = place
      self.message = message
    }
  }

  /// Makes a finding.
  package init(
    _ severity: Severity,
    _ code: String,
    _ message: String,
    at place: Place,
    about subject: Subject? = nil,
    excerpt: Excerpt? = nil,
    notes: [Note] = [],
    isReleased: Bool = false
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.place = place
    self.subject = subject
    self.excerpt = excerpt
    self.notes = notes
    self.isReleased = isReleased
  }
}
