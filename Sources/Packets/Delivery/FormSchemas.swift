package import Records
internal import XMLOutput

/// The XML Schemas of the forms' XML.
package enum FormSchemas {
  /// The schema of a form's XML: every table that it may carry, its fields by the record schema.
  package static func schema(of form: String, schema: RecordSchema) throws -> [UInt8] {
    let tables = TableKind.seasonTables.map { table in
      XMLTableSchema(
        container: "\(table.name)s",
        element: table.name,
        fields: schema[table].filter { $0.name.utf8.allSatisfy { $0 < 0x80 } }.map {
          XMLTableSchema.Field(name: $0.name, heading: $0.heading, isRequired: false)
        }
      )
    }
    return try SchemaWriter.schema(form: form, tables: tables)
  }

  /// Writes `FORM.xsd` into a folder.
  ///
  /// - Throws: `OutputFailure`.
  package static func write(_ schema: [UInt8], form: String, to folder: String) throws -> String {
    try SystemFiles.makeFolders(folder)
    let path = "\(folder)/\(SafeName.component(form)).xsd"
    try SystemFiles.replace(path, with: schema)
    return path
  }
}
