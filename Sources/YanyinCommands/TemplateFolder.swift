internal import ArgumentParser
internal import Diagnostics
internal import Exchange
internal import Forms

/// A folder of templates on the disk.
enum TemplateFolder {
  /// No template is larger.
  private static let sizeLimit = 1 << 20
  /// No picture is larger.
  private static let pictureLimit = 4 << 20

  /// Loads and compiles a folder.
  static func load(_ folder: String) throws -> (TemplateLibrary?, DiagnosticSink) {
    let files = LocalFileSystem()
    let (library, sink) = try TemplateLibrary.load(directory: folder) { name in
      let limit = name.utf8.suffix(4).elementsEqual(".xml".utf8) ? sizeLimit : pictureLimit
      return try files.bytes(of: "\(folder)/\(name)", limit: limit)
    }
    return (library, sink)
  }

  /// Finds and compiles a season's templates; their errors end the run.
  static func library(
    _ given: String?,
    year: Int?,
    _ log: RunLog = RunLog()
  ) throws -> TemplateLibrary {
    guard let folder = ProgramFolders.templates(given, year: year) else {
      throw ValidationError(
        "No folder with a packet.xml was found; name one with --templates or another --year."
      )
    }
    let (library, sink) = try load(folder)
    guard let library, !sink.hasErrors else {
      log.findings(sink.diagnostics)
      throw ExitStatus.input.exitCode
    }
    return library
  }
}
