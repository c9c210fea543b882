import Forms
import Records
import Synchronization

/// The orders of Chinese texts, opened when a form first sorts by one.
final class Collations: Sendable {
  private let orders = Mutex<[Bool: CollationOrder]>([:])

  /// The key of a text for a template's sort key; without ICU's data the text's own bytes, so that
  /// the order is at least always the same.
  @Sendable func key(of text: String, order: SortOrder) -> [UInt8] {
    let collation = try? open(isPinyin: order == .pinyin)
    return collation?.key(ofName: text) ?? Array(text.utf8)
  }

  /// The order by reading.
  var pinyin: CollationOrder {
    get throws { try open(isPinyin: true) }
  }

  private func open(isPinyin: Bool) throws -> CollationOrder {
    try orders.withLock { orders in
      if let order = orders[isPinyin] { return order }
      let order = try CollationOrder(isPinyin ? .pinyin : .stroke)
      orders[isPinyin] = order
      return order
    }
  }
}
