import Foundation
import Testing

@testable import Packets

@Suite("Files on the disk")
struct SystemFilesTests {
  @Test("a pipe is written to and stays a pipe")
  func pipe() throws {
    let path = NSTemporaryDirectory() + "yanyin-pipe-" + UUID().uuidString
    try #require(unsafe mkfifo(path, 0o600) == 0)
    defer { unsafe unlink(path) }
    // Open for both directions, a pipe waits for nobody.
    let reader = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try SystemFiles.replace(path, with: Array("report".utf8))
    #expect(try reader.read(upToCount: 6) == Data("report".utf8))
    let kind = try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    #expect(kind != .typeRegular)
  }

  @Test("a file is replaced as a whole, readable by its owner only")
  func file() throws {
    let path = NSTemporaryDirectory() + "yanyin-file-" + UUID().uuidString
    defer { unsafe unlink(path) }
    try Data("old".utf8).write(to: URL(fileURLWithPath: path))
    try SystemFiles.replace(path, with: Array("new".utf8))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("new".utf8))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }
}
