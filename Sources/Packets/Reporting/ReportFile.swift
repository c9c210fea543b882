/// The file of `--report`.
package enum ReportFile {
  /// Writes a report in the format that the file's ending names: `.html`, `.json`, else text.
  ///
  /// - Throws: `OutputFailure`.
  package static func write(_ report: RunReport, to path: String) throws {
    let text =
      if path.hasSuffix(".html") || path.hasSuffix(".htm") {
        report.html
      } else if path.hasSuffix(".json") {
        report.json
      } else {
        report.text
      }
    try SystemFiles.replace(path, with: Array(text.utf8))
  }
}
