internal import CCollation

/// An order of Chinese texts with ICU's data; never that of the operating system's locale.
///
/// Keys are compared as bytes. Two texts have equal keys only if their bytes are equal.
package final class CollationOrder: Sendable {
  /// Which order.
  package enum Kind: Sendable {
    /// By reading (CLDR `pinyin`).
    case pinyin
    /// By the number of strokes of mainland China, then by CLDR `stroke`.
    case stroke
  }

  /// ICU lacks the data of an order.
  package struct Unavailable: Error, Sendable {
    /// The order that was asked for.
    package let kind: Kind
  }

  private let collator: Collator
  private let kind: Kind

  /// Opens an order.
  ///
  /// - Throws: `Unavailable` where ICU was installed without its collation data.
  package init(_ kind: Kind) throws(Unavailable) {
    let locale =
      switch kind {
      case .pinyin: "zh@collation=pinyin"
      case .stroke: "zh@collation=stroke"
      }
    guard let collator = Collator(locale: locale) else { throw Unavailable(kind: kind) }
    self.collator = collator
    self.kind = kind
  }

  /// The key of a text that is no person's name: a major, a school.
  package func key(of text: String) -> [UInt8] {
    var key = weights(of: text)
    key.append(0)
    key += text.utf8
    return key
  }

  private func weights(of text: String) -> [UInt8] {
    switch kind {
    case .pinyin: return collator.primaryKey(of: text)
    case .stroke:
      var key: [UInt8] = []
      for scalar in text.unicodeScalars {
        // ICU's weights hold no byte below 2, so that a count never ends one.
        key.append(StrokeCounts.count(of: scalar))
        key += collator.primaryKey(of: String(Character(scalar)))
      }
      return key
    }
  }

  /// The key of a person's name, by the reading of its surname.
  ///
  /// 覃 stands under Qín after 秦, not under Tán: see `SurnameReadings`. Strokes know no readings.
  package func key(ofName name: String) -> [UInt8] {
    guard kind == .pinyin else { return key(of: name) }
    let surname = SurnameReadings.surname(of: name)
    let like = surname.like
    var key = collator.primaryKey(of: like ?? surname.text)
    // Families that are written otherwise come after those whose reading they share.
    key.append(0)
    key.append(like == nil ? 0 : 1)
    if like != nil {
      key += surname.text.utf8
      key.append(0)
    }
    key += collator.primaryKey(of: surname.rest)
    key.append(0)
    key += name.utf8
    return key
  }
}

/// Owns a collator of ICU.
///
/// Checked by hand: the handle is set once, and ICU allows concurrent keys from one collator.
@safe private final class Collator: @unchecked Sendable {
  private let handle: OpaquePointer

  init?(locale: String) {
    guard let handle = unsafe yanyin_collator_open(locale) else { return nil }
    unsafe self.handle = handle
  }

  deinit { unsafe yanyin_collator_close(handle) }

  func primaryKey(of text: String) -> [UInt8] {
    let units = Array(text.utf16)
    // A Han character takes up to four bytes; a longer key is asked for a second time.
    var capacity = units.count * 4 + 16
    while true {
      var needed = 0
      let key = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        needed = unsafe units.withUnsafeBufferPointer { text in
          unsafe yanyin_collator_key(
            handle,
            text.baseAddress,
            text.count,
            buffer.baseAddress,
            capacity
          )
        }
        count = min(needed, capacity)
      }
      // ICU's count leaves out the final zero, which needs room as well.
      if needed < capacity { return key }
      capacity = needed + 1
    }
  }
}
