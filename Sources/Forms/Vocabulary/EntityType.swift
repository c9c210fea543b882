package import Records

/// The names that templates may use of an entity.
package struct EntityType: Sendable {
  /// The name in templates: `graduate`.
  package var name: String
  /// What it is, for messages and documentation: 毕业生.
  package var title: String
  /// The table whose records it stands for; nil for entities that no record holds.
  package var table: TableKind?
  /// The record's fields by slot.
  package var stored: [FieldDefinition]
  /// Computed fields.
  package var derived: [FieldDefinition]
  /// For each computed field the fields of records from which it is computed.
  package var origins: [[FieldUse]]
  /// Lists of texts aligned with a collection (scores with courses).
  package var lists: [Member]
  /// Collections of entities.
  package var collections: [Member]

  /// A list or collection of an entity.
  package struct Member: Hashable, Sendable {
    /// The name in templates: `graduates`.
    package var name: String
    /// What it is.
    package var title: String
    /// For collections the name of the entities' type; for lists the type whose collection they are
    /// aligned with.
    package var entity: String

    /// A list or collection.
    package init(name: String, title: String, entity: String) {
      self.name = name
      self.title = title
      self.entity = entity
    }
  }

  /// A type of entities.
  package init(
    name: String,
    title: String,
    table: TableKind? = nil,
    stored: [FieldDefinition] = [],
    derived: [FieldDefinition] = [],
    origins: [[FieldUse]] = [],
    lists: [Member] = [],
    collections: [Member] = []
  ) {
    self.name = name
    self.title = title
    self.table = table
    self.stored = stored
    self.derived = derived
    self.origins = origins
    self.lists = lists
    self.collections = collections
  }
}

/// A computed field of an entity type; the raw value is its slot among the derived values.
package protocol DerivedField: RawRepresentable, CaseIterable, Sendable where RawValue == Int {
  /// Its names and kind.
  var definition: FieldDefinition { get }
  /// The fields of records from which it is computed: a fault in one of them is a fault in it, and
  /// withholds the documents that show it.
  var origins: [any RecordField] { get }
}

extension DerivedField {
  /// Not computed from what somebody wrote.
  package var origins: [any RecordField] { [] }

  /// The origins of every field, by slot.
  static var allOrigins: [[FieldUse]] {
    allCases.map { field in field.origins.map { use(of: $0) } }
  }

  private static func use<Field: RecordField>(of field: Field) -> FieldUse {
    FieldUse(entity: Field.table.name, table: Field.table, field: field.definition.name)
  }
}

extension ContiguousArray where Element == String {
  /// Derived values of an entity, each field asked for once.
  package init<Field: DerivedField>(_ type: Field.Type, value: (Field) -> String) {
    self.init(type.allCases.map(value))
  }
}
