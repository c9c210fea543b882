internal import Diagnostics
internal import Fonts

/// The fonts of a run: those that come with the program, and the office's own before them.
enum ProgramFonts {
  /// Loads the fonts and gives remarks on the office's own.
  ///
  /// A folder that cannot be read, or a font of it that cannot be used, ends the run as any input that
  /// cannot be read: a packet in other fonts than those that were asked for would be half of what was
  /// asked for.
  ///
  /// - Throws: `ExitStatus.input` after saying why; `FontError` where the program's own fonts are broken.
  static func load(overrides: String?, _ log: RunLog) throws -> (FontSet, DiagnosticSink) {
    var sink = DiagnosticSink()
    let folder = (ProgramFolders.home() ?? ".") + "/fonts"
    let fonts = try FontSet(directory: folder, overrides: overrides, sink: &sink)
    guard !sink.hasErrors else {
      log.findings(sink.diagnostics)
      throw ExitStatus.input
    }
    return (fonts, sink)
  }
}
