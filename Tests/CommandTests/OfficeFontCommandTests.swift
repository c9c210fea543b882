import Foundation
import Testing

/// Fonts that the office names and that cannot be used end the run before anything is made.
@Suite("Fonts named with --fonts")
struct OfficeFontCommandTests {
  private func run(_ files: [String: Data]) throws -> (Program.Outcome, made: Bool) {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, data) in files { try data.write(to: URL(fileURLWithPath: "\(folder)/\(name)")) }
    let outcome = try Program.run([
      "packet", "Examples", "--out", "\(folder)/out", "--fonts", folder, "--no-progress",
    ])
    return (outcome, FileManager.default.fileExists(atPath: "\(folder)/out"))
  }

  private func hei() throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: "\(Program.root)/fonts/FormHei-Regular.ttf"))
  }

  @Test(
    "a text that is called simsun.ttc, a cut font, a place outside of a collection: 66, nothing made"
  )
  func unusable() throws {
    let cut = try hei().prefix(1_000_000)
    let cases: [([String: Data], String)] = [
      (["simsun.ttc": Data("这不是字体，只是一段比十二字节长的文字".utf8)], "不是 TrueType 字体文件"),
      (["simsun.ttf": cut], "文件不完整"),
      (["simsun.ttf": Data()], "不是字体文件"),
      (["a.ttf": try hei(), "fonts.txt": Data("song = a.ttf#1\n".utf8)], "不是字体集合"),
      (["fonts.txt": Data("song = 没有.ttf\n".utf8)], "没有这个文件"),
      (["fonts.txt": Data("sogn = a.ttf\n".utf8)], "看不懂"),
    ]
    for (files, reason) in cases {
      let (outcome, made) = try run(files)
      #expect(outcome.status == 66, "\(reason)")
      #expect(outcome.errors.contains(reason), "\(outcome.errors)")
      #expect(!outcome.errors.contains("改用"))
      #expect(!made, "\(reason)")
    }
  }

  @Test("a folder that is not there is an input that cannot be read, in preview too")
  func missing() throws {
    for command in [["check", "Examples"], ["template", "preview", "review"]] {
      let outcome = try Program.run(command + ["--fonts", "/没有/这个文件夹"])
      #expect(outcome.status == 66)
      #expect(outcome.errors.contains("F001"))
    }
  }

  @Test("a sound font is used")
  func sound() throws {
    let (outcome, made) = try run(["simhei.ttf": try hei()])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(made)
  }
}
