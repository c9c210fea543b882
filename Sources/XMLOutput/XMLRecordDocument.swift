package import DocumentModel

/// The records of one document, as the program reads them back: tables of rows of named values.
package struct XMLRecordDocument: Sendable {
  /// The form's id (`registration`).
  package var form: String
  /// The 册 of the 登记表, the college of 附件4; nil for forms of which a school has one.
  package var volume: String?
  /// The year of the season.
  package var year: Int
  /// The rendering revision of the program.
  package var revision: Int
  /// The tables in the order of the record schema.
  package var tables: [XMLTable]

  /// The records of one document.
  package init(
    form: String,
    volume: String? = nil,
    year: Int,
    revision: Int = 1,
    tables: [XMLTable]
  ) {
    self.form = form
    self.volume = volume
    self.year = year
    self.revision = revision
    self.tables = tables
  }
}

/// A table of records.
package struct XMLTable: Sendable {
  /// The name of the element around all rows: the plural (`graduates`).
  package var container: String
  /// The name of a row's element (`graduate`).
  package var element: String
  /// The rows, made one at a time.
  package var rows: Lazy<XMLRow>

  /// A table of records.
  package init(container: String, element: String, rows: Lazy<XMLRow>) {
    self.container = container
    self.element = element
    self.rows = rows
  }
}

/// A record.
package struct XMLRow: Sendable {
  /// The record's place in its table of the input, so that order survives.
  package var n: Int
  /// Its values in the order of the record schema; empty ones are not written.
  package var fields: [XMLField]

  /// A record.
  package init(n: Int, fields: [XMLField]) {
    self.n = n
    self.fields = fields
  }
}

/// A value of a record with the name of its field.
package struct XMLField: Hashable, Sendable {
  /// What the value is called.
  package var name: Name
  /// The canonical value.
  package var value: String

  /// The name of a field.
  package enum Name: Hashable, Sendable {
    /// A field of the record schema, an element of its own: `<birthDate>`.
    case element(String)
    /// A column that the season declares and that has no ASCII name: `<extra name="民族">`.
    case extra(String)
  }

  /// A value.
  package init(_ name: Name, _ value: String) {
    self.name = name
    self.value = value
  }
}
