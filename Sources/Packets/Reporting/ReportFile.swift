/// The file of `--report`.
package struct ReportFile: Hashable, Sendable {
  /// Where the report goes.
  package let path: String
  private let format: Format

  private enum Format: String {
    case text = "txt"
    case json
    case html
  }

  /// The report file of a path whose ending names the format: `.txt`, `.json` or `.html`; nil for any
  /// other ending, since a report in a format that nobody asked for is of no use.
  package init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex,
      let format = Format(rawValue: name[name.index(after: dot)...].lowercased())
    else { return nil }
    self.path = path
    self.format = format
  }

  /// The folder or file that the report must not lie in: one of the inputs, where it would take the
  /// place of data or be read as data by the next run, or a folder of outputs, where nothing depends on
  /// the clock; nil where it lies well.
  package func conflict(with inputs: [String], outputs: [String]) -> String? {
    guard let place = RealPath(path) else { return nil }
    return (inputs + outputs).first { other in
      RealPath(other).map { place.isInside($0) } ?? false
    }
  }

  /// Writes a report.
  ///
  /// - Throws: `OutputFailure`.
  package func write(_ report: RunReport) throws {
    let text =
      switch format {
      case .html: report.html
      case .json: report.json
      case .text: report.text
      }
    try SystemFiles.replace(path, with: Array(text.utf8))
  }
}
