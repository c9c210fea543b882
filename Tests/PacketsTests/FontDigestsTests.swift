import Diagnostics
import Fonts
import Foundation
import Testing

@testable import Packets

@Suite("Digests of font files")
struct FontDigestsTests {
  private static let fonts = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("fonts").path

  /// A folder with one of our fonts as Song, to be changed by a test.
  private func folder() throws -> String {
    let path = NSTemporaryDirectory() + "yanyin-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: "\(Self.fonts)/FormHei-Regular.ttf",
      toPath: "\(path)/a.ttf"
    )
    try "song = a.ttf\n".write(toFile: "\(path)/fonts.txt", atomically: true, encoding: .utf8)
    return path
  }

  private func digests(_ folder: String, cache: String?) throws -> [String] {
    var sink = DiagnosticSink()
    return try FontDigests(FontSet(directory: folder, sink: &sink), cache: cache).all()
  }

  @Test("they are the SHA-256 of the files")
  func sums() throws {
    var sink = DiagnosticSink()
    let set = try FontSet(directory: Self.fonts, sink: &sink)
    let sums = try String(contentsOfFile: "\(Self.fonts)/SHA256SUMS", encoding: .utf8)
    for (face, digest) in zip(set.faces, try FontDigests(set, cache: nil).all()) {
      #expect(sums.contains("\(digest)  \(face.fileName)\n"), "\(face.fileName)")
    }
  }

  @Test(
    "a byte at the end of a file gives another digest, cached or not",
    arguments: [true, false]
  )
  func change(isCached: Bool) throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let cache = isCached ? "\(folder)/cache" : nil
    let before = try digests(folder, cache: cache)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(folder)/a.ttf"))
    try file.seekToEnd()
    try file.write(contentsOf: Data([0]))
    try file.close()
    #expect(try digests(folder, cache: cache) != before)
  }

  @Test("they are kept from run to run; lines that are none are passed over")
  func cache() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = "\(folder)/cache/font-digests"
    let fresh = try digests(folder, cache: "\(folder)/cache")
    let kept = try String(contentsOfFile: path, encoding: .utf8)
    let other = String(repeating: "a", count: 64)
    try kept.replacing(fresh[0], with: other).write(
      toFile: path,
      atomically: true,
      encoding: .utf8
    )
    #expect(try digests(folder, cache: "\(folder)/cache") == [other])
    try "no digest\n\u{0} \u{1}\n".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try digests(folder, cache: "\(folder)/cache") == fresh)
  }

  @Test("a cache that cannot be written stops nothing")
  func readOnly() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try digests(folder, cache: "/proc/yanyin") == digests(folder, cache: nil))
  }
}
