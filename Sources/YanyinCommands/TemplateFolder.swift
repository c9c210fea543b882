internal import Diagnostics
internal import Exchange
internal import Forms

/// A folder of templates on the disk.
enum TemplateFolder {
  /// No template is larger.
  private static let sizeLimit = 1 << 20

  /// Loads and compiles a folder.
  static func load(_ folder: String) throws -> (TemplateLibrary?, DiagnosticSink) {
    let files = LocalFileSystem()
    let (library, sink) = try TemplateLibrary.load(directory: folder) { name in
      try files.bytes(of: "\(folder)/\(name)", limit: sizeLimit)
    }
    return (library, sink)
  }
}
