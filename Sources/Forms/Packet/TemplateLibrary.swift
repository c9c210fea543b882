package import Diagnostics
internal import Markup
package import Records

/// A folder of templates: `packet.xml` and every template that it names, compiled.
package struct TemplateLibrary: Sendable {
  /// What `packet.xml` says.
  package let packet: PacketDefinition
  /// The record schema with the extra columns of `packet.xml`.
  package let schema: RecordSchema
  /// What templates were checked against.
  package let vocabulary: Vocabulary
  /// The compiled templates by file; files with errors are missing.
  package let templates: [String: Template]
  /// `packet.xml` as it was read.
  package let packetFile: TemplateFile

  /// The template of a form.
  ///
  /// - Parameters:
  ///   - form: the form's id.
  ///   - variant: the name of a variant; nil for the form's own template.
  /// - Returns: nil for forms and variants that `packet.xml` does not name, and for templates with
  ///   errors.
  package func template(_ form: String, variant: String? = nil) -> Template? {
    guard let form = packet.form(form) else { return nil }
    guard let variant else { return templates[form.template] }
    let named = form.variants.first { $0.name == variant }
    return named.flatMap { templates[$0.template] }
  }

  /// Loads a folder.
  ///
  /// - Parameters:
  ///   - directory: the folder as messages name it (`Templates/2023`).
  ///   - read: gives the bytes of a file of the folder by its path in it; only paths that cannot lead
  ///     out of the folder are asked for.
  /// - Returns: the library (nil where `packet.xml` itself is faulty) and the findings about all
  ///   files.
  /// - Throws: `MarkupError` where libxml2 itself fails, and what libcrypto throws.
  package static func load(
    directory: String,
    read: @escaping (String) throws -> [UInt8]
  ) throws -> (library: TemplateLibrary?, diagnostics: DiagnosticSink) {
    var sink = DiagnosticSink()
    let prefix = directory.isEmpty || directory.hasSuffix("/") ? directory : directory + "/"
    guard let bytes = try? read("packet.xml") else {
      let message = "读不到 packet.xml。请检查模板文件夹“\(directory)”。"
      sink.report(Diagnostic(.error, "T031", message, at: .file(prefix + "packet.xml")))
      return (nil, sink)
    }
    let document = try MarkupDocument.parse(bytes, file: prefix + "packet.xml", into: &sink)
    guard let document else { return (nil, sink) }
    var reader = PacketReader(document.source)
    guard let packet = reader.packet(document.root) else {
      sink.merge(reader.sink)
      return (nil, sink)
    }
    let schema = packet.schema
    let vocabulary = Vocabulary(schema: schema)
    let compiler = TemplateCompiler(vocabulary: vocabulary, directory: prefix, read: read)
    var templates: [String: Template] = [:]
    var findings = DiagnosticSink()
    var seen: Set<String> = []
    for (file, form, text) in reader.templatePlaces where seen.insert(file).inserted {
      guard let bytes = try? read(file) else {
        reader.report("T031", "读不到文件“\(file)”。请检查名称，文件应在模板文件夹中。", in: text)
        continue
      }
      guard let template = try compiler.compile(file, bytes: bytes, into: &findings) else {
        continue
      }
      guard template.id == form else {
        reader.report("T053", "“\(file)”是表“\(template.id)”的模板，不是“\(form)”的。", in: text)
        continue
      }
      templates[file] = template
    }
    sink.merge(reader.sink)
    let isFaulty = sink.hasErrors
    sink.merge(findings)
    guard !isFaulty else { return (nil, sink) }
    let library = TemplateLibrary(
      packet: packet,
      schema: schema,
      vocabulary: vocabulary,
      templates: templates,
      packetFile: TemplateFile(name: "packet.xml", bytes: bytes)
    )
    return (library, sink)
  }
}
