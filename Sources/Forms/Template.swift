package import Diagnostics
package import DocumentModel
package import Records

/// A form's template, checked and compiled: every name is resolved to a slot, so that filling only
/// reads arrays.
package struct Template: Sendable {
  /// The form that it makes (`registration`).
  package let id: String
  /// The variant (`a3`, `card`); nil for a form's only template.
  package let variant: String?
  /// The file that it was compiled from, a path in the template folder.
  package let file: String
  /// The paper.
  package let sheet: Sheet
  /// Every field that its sheets show, hidden parts included: a faulty value of one of them withholds
  /// the document.
  package let displayedFields: Set<FieldUse>
  /// The fields that only counts, tests and sort keys read.
  package let testedFields: Set<FieldUse>
  /// The files that it was compiled from with their bytes, for fingerprints; its own comes first.
  package let dependencies: [TemplateFile]

  let program: FormProgram

  /// Fills the form with the records of one document.
  ///
  /// Sections and the rows of loops are made when they are asked for; `where` and `sort` of a table
  /// are evaluated once.
  ///
  /// - Parameters:
  ///   - data: an entity for each root of the form's vocabulary, in its order.
  ///   - watermark: drawn behind every page (草稿), or nil.
  ///   - collation: makes the bytes of the sort keys `:pinyin` and `:stroke`; without one they sort
  ///     by the bytes of UTF-8.
  ///   - sink: where the finding goes when a loop has too many items.
  /// - Returns: nil where there is a finding.
  package func fill(
    _ data: FormData,
    watermark: String? = nil,
    collation: @escaping Collation = { text, _ in Array(text.utf8) },
    into sink: inout DiagnosticSink
  ) -> FilledForm? {
    var roots = data.roots
    while roots.count < program.rootCount { roots.append(Entity()) }
    let frame = Frame(FillContext(roots: roots, collation: collation))
    if let finding = program.limits.lazy.compactMap({ $0.finding(in: frame) }).first {
      sink.report(finding)
      return nil
    }
    return FilledForm(
      id: id,
      title: program.title.words(frame),
      sheet: sheet,
      header: program.header.filled(frame),
      footer: program.footer?.fill(frame),
      sections: program.sections(frame),
      watermark: watermark
    )
  }
}

/// A field that a template reads.
package struct FieldUse: Hashable, Sendable {
  /// The entity's type in templates (`graduate`, `review`).
  package var entity: String
  /// The table whose records hold the value; nil for computed fields.
  package var table: TableKind?
  /// The field's name, or that of a list (`scores`).
  package var field: String

  /// A field of an entity.
  package init(entity: String, table: TableKind?, field: String) {
    self.entity = entity
    self.table = table
    self.field = field
  }
}

/// A file of the template folder as it was read.
package struct TemplateFile: Hashable, Sendable {
  /// The path in the template folder.
  package var name: String
  /// The bytes.
  package var bytes: [UInt8]

  /// A file.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
