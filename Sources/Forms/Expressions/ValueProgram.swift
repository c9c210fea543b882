internal import DocumentModel

/// A compiled value: no name is looked up when it is asked for.
indirect enum ValueProgram: Sendable {
  /// Words of the template.
  case literal(String)
  /// A field of a record.
  case stored(EntityReference, Int)
  /// A computed field of an entity, and the number of its type among those of the vocabulary.
  case derived(EntityReference, Int, type: UInt8)
  /// The text of a list (the first number) that belongs to the item of the loop so many frames out
  /// (the second): `graduate.scores[course]`.
  case listItem(EntityReference, Int, Int)
  /// A number.
  case number(NumberProgram)
  /// A value after filters.
  case filtered(ValueProgram, [Filter])

  /// List items are numbered from here in `ValueID.field`.
  static let listFields = 1000
  /// Types of entities whose computed fields are shown are numbered from here in `ValueID.table`.
  static let derivedTables: UInt8 = 128

  /// The value with its origin.
  func value(in frame: Frame) -> Value {
    switch self {
    case .literal(let text): return Value(text: text)
    case .stored(let reference, let slot):
      let (text, table, record) = frame.stored(reference, slot)
      let id = ValueID(table: table, field: UInt16(truncatingIfNeeded: slot), record: record)
      return Value(text: text, id: id)
    case .derived(let reference, let slot, let type):
      let (text, record) = frame.derived(reference, slot)
      let table = ValueProgram.derivedTables + type
      let id = ValueID(table: table, field: UInt16(truncatingIfNeeded: slot), record: record)
      return Value(text: text, id: id)
    case .listItem(let reference, let list, let hops):
      let index = frame.outer(hops).index
      let (text, table, record) = frame.listItem(reference, list, index)
      let field = UInt16(truncatingIfNeeded: ValueProgram.listFields + index)
      return Value(text: text, id: ValueID(table: table, field: field, record: record))
    case .number(let program):
      return Value(text: program.number(in: frame).map(String.init) ?? "")
    case .filtered(let inner, let filters):
      var value = inner.value(in: frame)
      let raw = value.text
      for filter in filters { value.text = filter.apply(to: value.text) }
      if !value.text.utf8.elementsEqual(raw.utf8) { value.raw = raw }
      return value
    }
  }

  /// The text alone.
  func text(in frame: Frame) -> String {
    switch self {
    case .literal(let text): text
    case .stored(let reference, let slot): frame.stored(reference, slot).text
    case .derived(let reference, let slot, _): frame.derived(reference, slot).text
    default: value(in: frame).text
    }
  }
}

/// A compiled number; nil where an operand is empty or the result does not fit.
indirect enum NumberProgram: Sendable {
  case literal(Int)
  /// The number of the item of the loop so many frames out, from 1.
  case index(Int)
  case field(ValueProgram)
  case count(LoopProgram)
  /// The sum of a number over the items of a loop; items without one count nothing.
  case sum(LoopProgram, NumberProgram)
  case arithmetic(Arithmetic, NumberProgram, NumberProgram)

  func number(in frame: Frame) -> Int? {
    switch self {
    case .literal(let number): return number
    case .index(let hops): return frame.outer(hops).number
    case .field(let program): return WholeNumber.parse(program.text(in: frame))
    case .count(let loop): return loop.items(in: frame).count
    case .sum(let loop, let program):
      let items = loop.items(in: frame)
      var total = 0
      for index in 0..<items.count {
        guard let number = program.number(in: items.frame(index, in: frame)) else { continue }
        let (sum, overflows) = total.addingReportingOverflow(number)
        guard !overflows else { return nil }
        total = sum
      }
      return total
    case .arithmetic(let operation, let left, let right):
      guard let left = left.number(in: frame), let right = right.number(in: frame) else {
        return nil
      }
      let (result, overflows) =
        switch operation {
        case .add: left.addingReportingOverflow(right)
        case .subtract: left.subtractingReportingOverflow(right)
        case .multiply: left.multipliedReportingOverflow(by: right)
        }
      return overflows ? nil : result
    }
  }
}

/// A compiled test.
indirect enum Condition: Sendable {
  case comparison(Comparison, ValueProgram, ValueProgram)
  case isEmpty(ValueProgram)
  case isEmptyLoop(LoopProgram)
  case all(Condition, Condition)
  case any(Condition, Condition)
  case not(Condition)

  func holds(in frame: Frame) -> Bool {
    switch self {
    case .comparison(let relation, let left, let right):
      relation.holds(between: left.text(in: frame), and: right.text(in: frame))
    case .isEmpty(let program): program.text(in: frame).utf8.isEmpty
    case .isEmptyLoop(let loop): loop.items(in: frame).count == 0
    case .all(let left, let right): left.holds(in: frame) && right.holds(in: frame)
    case .any(let left, let right): left.holds(in: frame) || right.holds(in: frame)
    case .not(let inner): !inner.holds(in: frame)
    }
  }
}

extension Comparison {
  /// Compares as whole numbers where both sides are such, else by the bytes of UTF-8.
  func holds(between left: String, and right: String) -> Bool {
    if let left = WholeNumber.parse(left), let right = WholeNumber.parse(right) {
      return switch self {
      case .equal: left == right
      case .unequal: left != right
      case .less: left < right
      case .lessOrEqual: left <= right
      case .greater: left > right
      case .greaterOrEqual: left >= right
      }
    }
    return switch self {
    case .equal: left.utf8.elementsEqual(right.utf8)
    case .unequal: !left.utf8.elementsEqual(right.utf8)
    case .less: left.utf8.lexicographicallyPrecedes(right.utf8)
    case .lessOrEqual: !right.utf8.lexicographicallyPrecedes(left.utf8)
    case .greater: right.utf8.lexicographicallyPrecedes(left.utf8)
    case .greaterOrEqual: !left.utf8.lexicographicallyPrecedes(right.utf8)
    }
  }
}

/// Whole numbers as records hold them: ASCII digits with an optional minus sign.
enum WholeNumber {
  /// The number of a text; nil for anything else, longer than 15 digits included (identity numbers
  /// are no quantities).
  static func parse(_ text: String) -> Int? {
    var digits = text.utf8[...]
    let isNegative = digits.first == 0x2D
    if isNegative { digits = digits.dropFirst() }
    guard !digits.isEmpty, digits.count <= 15 else { return nil }
    var number = 0
    for byte in digits {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return isNegative ? -number : number
  }
}
