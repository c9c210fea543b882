import Foundation
import TestTools
import Testing

@Suite("verify, on folders that somebody changed")
struct VerifyTests {
  /// A folder of outputs that is printed, corrected and made again, so that reprint files lie in it.
  private func folder() throws -> ReprintFolder {
    var data = SeasonFile()
    data.addSchool("甲校", type: "区直中职学校")
    data.addMajor("护理", of: "甲校", students: 3, courses: 2)
    let folder = try ReprintFolder()
    try folder.packet(data)
    data.set("姓名", of: 0, to: "农木")
    try folder.packet(data)
    return folder
  }

  @Test("files that are not in the manifest are named; our own memory and reprint files are not")
  func unlisted() throws {
    let folder = try folder()
    defer { folder.remove() }
    #expect(try folder.reprintFiles.count == 3)
    let clean = try Program.run(["verify", folder.out])
    #expect(clean.status == 0 && !clean.output.contains("清单之外"))
    for name in ["笔记.txt", "区直/甲校/2-登记表-护理 副本.pdf", ".隐藏", "区直/补打清单.pdf"] {
      try Data().write(to: URL(fileURLWithPath: "\(folder.out)/\(name)"))
    }
    // A link that leads back into the folder must not be followed.
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.out)/区直/圈",
      withDestinationPath: "."
    )
    let outcome = try Program.run(["verify", folder.out])
    #expect(outcome.status == 0)
    let named = outcome.output.split(separator: "\n").filter { $0.hasPrefix("清单之外：") }
    let expected = [".隐藏", "区直/圈", "区直/甲校/2-登记表-护理 副本.pdf", "区直/补打清单.pdf", "笔记.txt"]
    #expect(Set(named) == Set(expected.map { "清单之外：\($0)（不是本程序这次生成的，没有核对）" }))
    #expect(outcome.output.contains("0 处不一致；清单之外有 5 个文件。"))
  }

  @Test(
    "a manifest whose paths lead out of the folder is a difference, and nothing is read there",
    arguments: ["/etc/passwd", "../secret.pdf", "区直/../../secret.pdf", "./secret.pdf", ""]
  )
  func hostile(path: String) throws {
    let folder = try folder()
    defer { folder.remove() }
    let secret = URL(fileURLWithPath: "\(folder.root)/secret.pdf")
    try Data("x".utf8).write(to: secret)
    let file = URL(fileURLWithPath: "\(folder.out)/manifest.json")
    let text = try String(contentsOf: file, encoding: .utf8)
    let changed = text.replacing("区直/甲校/0-材料清单.pdf", with: path)
    try #require(changed != text)
    try changed.write(to: file, atomically: true, encoding: .utf8)
    let outcome = try Program.run(["verify", folder.out])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("路径不可用：\(path)（指到文件夹外面"))
    #expect(!outcome.output.contains("已改动：\(path)"))
    #expect(outcome.output.contains("1 处不一致"))
  }
}
