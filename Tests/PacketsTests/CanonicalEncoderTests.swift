import Fingerprints
import Testing

@testable import Packets

@Suite("Canonical bytes and digests")
struct CanonicalEncoderTests {
  private func bytes(_ texts: [String]) -> [UInt8] {
    var encoder = CanonicalEncoder()
    for text in texts { encoder.append(text) }
    return encoder.bytes
  }

  @Test("texts that read alike when joined are told apart by their lengths")
  func boundaries() {
    #expect(bytes(["ab", "c"]) != bytes(["a", "bc"]))
    #expect(bytes(["", "x"]) != bytes(["x", ""]))
  }

  @Test("characters that Swift takes as equal are told apart by their bytes")
  func compatibility() {
    #expect("\u{90CE}" == "\u{F92C}")
    #expect(bytes(["\u{90CE}"]) != bytes(["\u{F92C}"]))
    #expect(ByteKey("\u{90CE}") != ByteKey("\u{F92C}"))
  }

  @Test("numbers are told apart, alone and side by side")
  func numbers() {
    let numbers = [0, 1, -1, 63, 64, -64, -65, 127, 128, 8191, 8192, 1 << 40, .max, .min]
    var seen: Set<[UInt8]> = []
    for first in numbers {
      for second in numbers {
        var encoder = CanonicalEncoder()
        encoder.append(first)
        encoder.append(second)
        seen.insert(encoder.bytes)
      }
    }
    #expect(seen.count == numbers.count * numbers.count)
  }

  @Test("a list is the same bytes as its texts behind their number")
  func lists() {
    let texts: ContiguousArray<String> = ["", "甲", "", String(repeating: "乙", count: 200)]
    var list = CanonicalEncoder()
    list.append(texts)
    var single = CanonicalEncoder()
    single.append(texts.count)
    for text in texts { single.append(text) }
    #expect(list.bytes == single.bytes)
  }

  @Test("SHA-256 of the standard's examples")
  func digest() throws {
    #expect(
      try Digest.sha256(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
    #expect(
      try Digest.sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    )
  }
}
