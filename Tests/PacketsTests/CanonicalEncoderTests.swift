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
