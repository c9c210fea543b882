/// A growing run of bytes for page content.
///
/// Numbers are written by hand: from thousandths to the shortest decimal, without floating point.
@safe struct ContentBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 1 << 16) {
    self.capacity = capacity
    unsafe base = .allocate(capacity: capacity)
  }

  deinit {
    unsafe base.deallocate()
  }

  /// What was written since the last `removeAll`; valid until the next change.
  var bytes: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(start: base, count: count) }

  mutating func removeAll() { count = 0 }

  /// Makes room for `more` bytes.
  ///
  /// The `put` functions write without looking.
  @inline(__always) mutating func reserve(_ more: Int) {
    if count &+ more > capacity { grow(more) }
  }

  @inline(never) private mutating func grow(_ more: Int) {
    let capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe larger.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = larger
    self.capacity = capacity
  }

  /// Writes a byte; the room must be reserved.
  @inline(__always) mutating func put(_ byte: UInt8) {
    unsafe base[count] = byte
    count &+= 1
  }

  /// Writes the two bytes of a code in a literal string, which compresses faster and smaller than
  /// hexadecimal (ISO 32000-1, 7.3.4.2); the room (4 bytes) must be reserved.
  @inline(__always) mutating func put(escaped code: UInt16) {
    put(escaped: UInt8(truncatingIfNeeded: code >> 8))
    put(escaped: UInt8(truncatingIfNeeded: code))
  }

  /// A bare carriage return would be read as a line feed.
  @inline(__always) private mutating func put(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
      put(UInt8(ascii: "\\"))
      put(byte)
    case 0x0D:
      put("\\r")
    default:
      put(byte)
    }
  }

  /// Writes ASCII text; the room must be reserved.
  @inline(__always) mutating func put(_ text: StaticString) {
    unsafe (base + count).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    count &+= text.utf8CodeUnitCount
  }

  /// Writes a whole number of up to 10 digits; the room must be reserved.
  @inline(__always) mutating func put(integer value: Int) {
    var rest = value
    if rest < 0 {
      put(UInt8(ascii: "-"))
      rest = 0 &- rest
    }
    var digits = 1
    var limit = 10
    while rest >= limit, digits < 18 {
      digits &+= 1
      limit &*= 10
    }
    var index = count &+ digits
    count = index
    repeat {
      index &-= 1
      unsafe base[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
  }

  /// Writes a number of thousandths as the shortest decimal; the room (15 bytes) must be reserved.
  @inline(__always) mutating func put(thousandths value: Int) {
    var magnitude = value
    if magnitude < 0 {
      put(UInt8(ascii: "-"))
      magnitude = 0 &- magnitude
    }
    let whole = magnitude / 1000
    let fraction = magnitude &- whole &* 1000
    if whole > 0 || fraction == 0 { put(integer: whole) }
    guard fraction > 0 else { return }
    put(UInt8(ascii: "."))
    let tenths = fraction / 100
    put(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: tenths))
    let rest = fraction &- tenths &* 100
    guard rest > 0 else { return }
    put(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest / 10))
    if rest % 10 > 0 { put(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)) }
  }
}
