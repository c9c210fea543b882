internal import DocumentModel

/// Makes the bytes that texts are sorted by.
package typealias Collation = @Sendable (String, SortOrder) -> [UInt8]

/// The orders of Chinese text that a sort key may ask for.
package enum SortOrder: UInt8, Sendable {
  /// By reading, surnames by theirs.
  case pinyin
  /// By number and kind of strokes.
  case stroke
}

/// A compiled loop: the collection, which of its items, in which order.
struct LoopProgram: Sendable {
  var owner: EntityReference
  var collection: Int
  var condition: Condition?
  var sort: [SortKey] = []
  /// What items of one group have in common: the loop goes over the first item of each group.
  var group: [ValueProgram] = []

  struct SortKey: Sendable {
    var value: ValueProgram
    var kind: Kind
    var isDescending: Bool

    enum Kind: Sendable {
      case natural
      case number
      case collated(SortOrder)
    }
  }

  /// The items; conditions and sort keys are evaluated here, once.
  func items(in frame: Frame) -> LoopItems {
    let all = frame.collection(owner, collection)
    guard condition != nil || !sort.isEmpty || !group.isEmpty else {
      return LoopItems(collection: all, order: nil, count: all.count)
    }
    var order: ContiguousArray<Int> = []
    var keys: [[Key]] = []
    for index in 0..<all.count {
      let item = Frame(in: frame, all[index], index: index, number: index + 1)
      if let condition, !condition.holds(in: item) { continue }
      order.append(index)
      if !sort.isEmpty { keys.append(sort.map { Key($0, in: item) }) }
    }
    if !sort.isEmpty {
      // The place in the input decides between equal keys, so the order is stable.
      let places = order.indices.sorted { left, right in
        for (left, right) in zip(keys[left], keys[right]) {
          if let precedes = left.precedes(right) { return precedes }
        }
        return left < right
      }
      order = ContiguousArray(places.map { order[$0] })
    }
    if !group.isEmpty { order = firstOfGroups(order, of: all, in: frame) }
    return LoopItems(collection: all, order: order, count: order.count)
  }

  /// The first item of each group, in their order; values are the same as `==` takes them.
  private func firstOfGroups(
    _ order: ContiguousArray<Int>,
    of all: Lazy<Entity>,
    in frame: Frame
  ) -> ContiguousArray<Int> {
    var seen: Set<[[UInt8]]> = []
    return order.filter { index in
      let item = Frame(in: frame, all[index], index: index, number: index + 1)
      let key = group.map { value -> [UInt8] in
        let text = value.text(in: item)
        return Array((WholeNumber.parse(text).map(String.init) ?? text).utf8)
      }
      return seen.insert(key).inserted
    }
  }

  /// The value of a sort key for one item.
  private struct Key {
    var bytes: [UInt8] = []
    var number: Int?
    var isEmpty: Bool
    var isDescending: Bool

    init(_ key: SortKey, in frame: Frame) {
      let text = key.value.text(in: frame)
      isEmpty = text.utf8.isEmpty
      isDescending = key.isDescending
      switch key.kind {
      case .natural: bytes = NaturalOrder.key(of: text)
      case .collated(let order): bytes = frame.collation(text, order)
      case .number:
        number = WholeNumber.parse(text)
        bytes = Array(text.utf8)
      }
    }

    /// Empty values come last in either direction, and so do texts among numbers.
    func precedes(_ other: Key) -> Bool? {
      guard isEmpty == other.isEmpty else { return other.isEmpty }
      if let number, let theirs = other.number {
        return number == theirs ? nil : (number < theirs) != isDescending
      }
      guard (number == nil) == (other.number == nil) else { return number != nil }
      guard bytes != other.bytes else { return nil }
      return bytes.lexicographicallyPrecedes(other.bytes) != isDescending
    }
  }
}

/// The items of a loop in their order, each made when it is asked for.
struct LoopItems: Sendable {
  var collection: Lazy<Entity>
  /// Indices into the collection; nil for all of it as it stands.
  var order: ContiguousArray<Int>?
  var count: Int

  /// The frame of the item at an index from 0.
  func frame(_ index: Int, in frame: Frame) -> Frame {
    let place = order.map { $0[index] } ?? index
    return Frame(in: frame, collection[place], index: place, number: index + 1)
  }
}
