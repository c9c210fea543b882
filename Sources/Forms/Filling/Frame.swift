internal import DocumentModel

/// Where a value is looked for: the entity by its root, or by how many loops it lies out.
struct EntityReference: Sendable, Equatable {
  /// Index of a root; -1 for the item of a loop.
  var root: Int
  /// For items: 0 is the innermost loop.
  var hops: Int

  static func root(_ index: Int) -> EntityReference { EntityReference(root: index, hops: 0) }
  static func item(_ hops: Int) -> EntityReference { EntityReference(root: -1, hops: hops) }
}

/// What all frames of one fill share.
final class FillContext: Sendable {
  let roots: [Entity]
  let collation: Collation

  init(roots: [Entity], collation: @escaping Collation) {
    self.roots = roots
    self.collation = collation
  }
}

/// The item of a loop that is being filled, inside the item of the loop around it.
final class Frame: Sendable {
  private let context: FillContext
  private let parent: Frame?
  let entity: Entity
  /// The item's index in its collection, from 0, before `where` and `sort`.
  let index: Int
  /// The item's number in the loop, from 1.
  let number: Int

  /// The frame outside all loops.
  init(_ context: FillContext) {
    self.context = context
    parent = nil
    entity = Entity()
    index = 0
    number = 0
  }

  init(in parent: Frame, _ entity: Entity, index: Int, number: Int) {
    context = parent.context
    self.parent = parent
    self.entity = entity
    self.index = index
    self.number = number
  }

  var collation: Collation { context.collation }

  /// The frame so many loops out.
  func outer(_ hops: Int) -> Frame {
    var frame = self
    for _ in 0..<hops { frame = frame.parent ?? frame }
    return frame
  }

  /// A stored value with the table and the record that it belongs to.
  ///
  /// Records read before an extra field was declared are shorter than the schema: their value is
  /// empty.
  func stored(
    _ reference: EntityReference,
    _ slot: Int
  ) -> (text: String, table: UInt8, record: UInt32) {
    if reference.root >= 0 { return Frame.stored(context.roots[reference.root], slot) }
    return reference.hops == 0
      ? Frame.stored(entity, slot) : Frame.stored(outer(reference.hops).entity, slot)
  }

  func derived(_ reference: EntityReference, _ slot: Int) -> (text: String, record: UInt32) {
    let entity = self.entity(reference)
    return (slot < entity.derived.count ? entity.derived[slot] : "", entity.record)
  }

  func listItem(
    _ reference: EntityReference,
    _ list: Int,
    _ index: Int
  ) -> (text: String, table: UInt8, record: UInt32) {
    let entity = self.entity(reference)
    let isKnown = list < entity.lists.count && index < entity.lists[list].count
    return (isKnown ? entity.lists[list][index] : "", entity.table, entity.record)
  }

  func collection(_ reference: EntityReference, _ slot: Int) -> Lazy<Entity> {
    let entity = self.entity(reference)
    return slot < entity.collections.count ? entity.collections[slot] : Lazy([])
  }

  private func entity(_ reference: EntityReference) -> Entity {
    reference.root >= 0 ? context.roots[reference.root] : outer(reference.hops).entity
  }

  @inline(__always) private static func stored(
    _ entity: borrowing Entity,
    _ slot: Int
  ) -> (text: String, table: UInt8, record: UInt32) {
    (slot < entity.stored.count ? entity.stored[slot] : "", entity.table, entity.record)
  }
}
