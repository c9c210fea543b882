import DocumentModel
import Foundation
import HTMLOutput
import TestTools
import Testing

@Suite("The Nu checker")
struct NuCheckerTests {
  @Test(
    "It finds neither error nor warning",
    .enabled(if: NuChecker.isExpected, "\(NuChecker.advice)")
  )
  func everything() throws {
    let forms = [
      SampleForm.everything(),
      SampleForm.everything(hostile: "</style></title><script>\"'\\\u{1}\u{85}\u{FFFE}"),
      SampleForm.form(blocks: [.table(SampleForm.table([]))]),
    ]
    let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    var paths: [String] = []
    for (index, form) in forms.enumerated() {
      let path = directory.appending(path: "\(index).html")
      try Data(HTMLWriter.write(form)).write(to: path)
      paths.append(path.path)
    }
    #expect(try NuChecker.messages(on: paths) == "")
  }
}
