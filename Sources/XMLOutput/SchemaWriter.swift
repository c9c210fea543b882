package import Markup

/// What an XML Schema says about a table of records.
package struct XMLTableSchema: Sendable {
  /// The element around all rows.
  package var container: String
  /// The element of a row.
  package var element: String
  /// The fields in the order in which they are written.
  package var fields: [Field]

  /// A field of a table.
  package struct Field: Sendable {
    /// The name of its element.
    package var name: String
    /// The Chinese heading, for the documentation.
    package var heading: String
    /// Whether every record has it.
    package var isRequired: Bool

    /// A field.
    package init(name: String, heading: String, isRequired: Bool) {
      self.name = name
      self.heading = heading
      self.isRequired = isRequired
    }
  }

  /// A table.
  package init(container: String, element: String, fields: [Field]) {
    self.container = container
    self.element = element
    self.fields = fields
  }
}

/// Writes the W3C XML Schema 1.0 of a form's XML.
package enum SchemaWriter {
  /// The schema of the documents that `XMLRecordWriter` writes for a form with these tables.
  ///
  /// Any record may end with `extra` elements, the columns that a season declares.
  package static func schema(
    form: String,
    tables: [XMLTableSchema]
  ) throws(MarkupWriterError) -> [UInt8] {
    var writer = try MarkupWriter()
    try writer.start("xs:schema")
    try writer.attribute("xmlns:xs", "http://www.w3.org/2001/XMLSchema")
    try writer.attribute("elementFormDefault", "unqualified")
    try writeRoot(form: form, tables: tables, to: &writer)
    for table in tables { try write(table, to: &writer) }
    try writeSharedTypes(to: &writer)
    try writer.end()
    return try writer.finish()
  }

  private static func writeRoot(
    form: String,
    tables: [XMLTableSchema],
    to writer: inout MarkupWriter
  ) throws(MarkupWriterError) {
    try writer.start("xs:element")
    try writer.attribute("name", "yanyin")
    try writer.start("xs:complexType")
    try writer.start("xs:sequence")
    for table in tables {
      try writer.start("xs:element")
      try writer.attribute("name", table.container)
      try writer.attribute("minOccurs", "0")
      try writer.start("xs:complexType")
      try writer.start("xs:sequence")
      try writer.start("xs:element")
      try writer.attribute("name", table.element)
      try writer.attribute("type", table.element)
      try writer.attribute("minOccurs", "0")
      try writer.attribute("maxOccurs", "unbounded")
      for _ in 0..<4 { try writer.end() }
    }
    try writer.end()
    try writeAttribute("form", "xs:string", fixed: form, to: &writer)
    try writeAttribute("volume", "value", isRequired: false, to: &writer)
    try writeAttribute("year", "xs:gYear", to: &writer)
    try writeAttribute("revision", "xs:positiveInteger", to: &writer)
    try writer.end()
    try writer.end()
  }

  /// The type of a record: its fields in order, then the extra ones, and its number.
  private static func write(
    _ table: XMLTableSchema,
    to writer: inout MarkupWriter
  ) throws(MarkupWriterError) {
    try writer.start("xs:complexType")
    try writer.attribute("name", table.element)
    try writer.start("xs:sequence")
    for field in table.fields {
      try writer.start("xs:element")
      try writer.attribute("name", field.name)
      try writer.attribute("type", "value")
      if !field.isRequired { try writer.attribute("minOccurs", "0") }
      try writer.start("xs:annotation")
      try writer.start("xs:documentation")
      try writer.attribute("xml:lang", "zh-CN")
      try writer.text(field.heading)
      for _ in 0..<3 { try writer.end() }
    }
    try writer.start("xs:element")
    try writer.attribute("name", "extra")
    try writer.attribute("type", "extra-value")
    try writer.attribute("minOccurs", "0")
    try writer.attribute("maxOccurs", "unbounded")
    try writer.end()
    try writer.end()
    try writeAttribute("n", "xs:nonNegativeInteger", to: &writer)
    try writer.end()
  }

  /// Values are never empty: what is empty is not written.
  private static func writeSharedTypes(
    to writer: inout MarkupWriter
  ) throws(MarkupWriterError) {
    try writer.start("xs:simpleType")
    try writer.attribute("name", "value")
    try writer.start("xs:restriction")
    try writer.attribute("base", "xs:string")
    try writer.start("xs:minLength")
    try writer.attribute("value", "1")
    for _ in 0..<3 { try writer.end() }
    try writer.start("xs:complexType")
    try writer.attribute("name", "extra-value")
    try writer.start("xs:simpleContent")
    try writer.start("xs:extension")
    try writer.attribute("base", "value")
    try writeAttribute("name", "value", to: &writer)
    for _ in 0..<3 { try writer.end() }
  }

  private static func writeAttribute(
    _ name: String,
    _ type: String,
    isRequired: Bool = true,
    fixed: String? = nil,
    to writer: inout MarkupWriter
  ) throws(MarkupWriterError) {
    try writer.start("xs:attribute")
    try writer.attribute("name", name)
    try writer.attribute("type", type)
    if isRequired { try writer.attribute("use", "required") }
    if let fixed { try writer.attribute("fixed", fixed) }
    try writer.end()
  }
}
