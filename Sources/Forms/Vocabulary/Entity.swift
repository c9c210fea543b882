package import DocumentModel

/// A thing that templates read fields of: a school, a graduate, a row of the checklist.
///
/// Stored values are a record's own, shared and not copied; derived ones (counts, labels, sort keys)
/// are computed by whoever makes the entity. All are texts; what they mean is known from the
/// `EntityType` that the template was compiled against.
package struct Entity: Sendable {
  /// The record's table, 255 for entities that no record holds.
  package var table: UInt8
  /// The record's index in its table of the school.
  package var record: UInt32
  /// Values of the record by slot.
  package var stored: ContiguousArray<String>
  /// Values of the type's derived fields, in its order.
  package var derived: ContiguousArray<String>
  /// Texts of the type's lists, in its order (a graduate's scores, one a course).
  package var lists: ContiguousArray<ContiguousArray<String>>
  /// The type's collections, in its order.
  package var collections: ContiguousArray<Lazy<Entity>>

  /// An entity.
  package init(
    table: UInt8 = 255,
    record: UInt32 = .max,
    stored: ContiguousArray<String> = [],
    derived: ContiguousArray<String> = [],
    lists: ContiguousArray<ContiguousArray<String>> = [],
    collections: ContiguousArray<Lazy<Entity>> = []
  ) {
    self.table = table
    self.record = record
    self.stored = stored
    self.derived = derived
    self.lists = lists
    self.collections = collections
  }
}

/// What one document of a form is filled with: an entity for each root of the form's vocabulary, in
/// its order.
package struct FormData: Sendable {
  /// The roots.
  package var roots: [Entity]

  /// The data of one document.
  package init(roots: [Entity]) {
    self.roots = roots
  }
}
