import Exchange
import Foundation
import Packets
import Records
import Testing

@Suite("The example season")
struct ExamplePacketTests {
  private static let day = ["--today", "2023-07-01", "--no-progress"]

  private func packet(
    _ inputs: [String],
    _ options: [String] = []
  ) throws -> (
    folder: String, outcome: Program.Outcome
  ) {
    let folder = try Program.temporaryFolder()
    let outcome = try Program.run(
      ["packet"] + inputs + ["--out", folder] + Self.day + options
    )
    return (folder, outcome)
  }

  @Test("every PDF is sound, every font is embedded, every identity number stands copies times")
  func completeness() throws {
    let (folder, outcome) = try packet(["Examples"])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(outcome.status == 0)
    let season = try InputLoader.load(
      paths: ["\(Program.root)/Examples"],
      schema: RecordSchema.builtIn
    ).season
    #expect(season.schools.count == 3)
    for name in try Program.files(in: folder).keys where name.hasSuffix(".pdf") {
      let check = try Program.tool("qpdf", ["--check", "\(folder)/\(name)"])
      #expect(check.status == 0, "\(name): \(check.output)\(check.errors)")
      let fonts = try Program.tool("pdffonts", ["\(folder)/\(name)"])
      for line in fonts.output.split(separator: "\n").dropFirst(2) {
        #expect(line.contains("yes yes yes"), "\(name): \(line)")
      }
    }
    for school in season.schools {
      try checkPrintFiles(of: school, in: folder)
    }
  }

  private func checkPrintFiles(of school: School, in folder: String) throws {
    let copies = school.record[SchoolField.type] == "市县学校" ? 3 : 2
    let place = school.record[SchoolField.type] == "市县学校" ? "南宁市" : "区直"
    let base = "\(folder)/\(place)/\(school.name)/\(school.name)-现场验印材料"
    let lists = try Program.tool("pdftotext", ["-raw", "\(base)-A3.pdf", "-"]).output
    let words = lists.split(whereSeparator: \.isWhitespace).map(String.init)
    let whole = words.joined()
    for graduate in school.graduates {
      let number = graduate[GraduateField.idNumber]
      #expect(words.count { $0 == number } == copies, "\(school.name)")
      let name = graduate[GraduateField.name]
      #expect(whole.contains(name), "a name is missing")
      let certificate = graduate[GraduateField.certificate]
      if !certificate.isEmpty { #expect(words.count { $0 == certificate } == copies) }
    }
    let sizes = try Program.tool("pdfinfo", ["-f", "1", "-l", "999", "\(base)-A4.pdf"]).output
    #expect(!sizes.contains("1190.55"), "an A3 sheet in the A4 file")
    let slips = try Program.tool("pdftotext", ["\(base)-A4.pdf", "-"]).output
    #expect(slips.contains("此处插入A3登记表"))
  }

  @Test("the same inputs give the same bytes, one after another or side by side")
  func determinism() throws {
    let formats = ["--formats", "pdf,html,xml,xlsx"]
    let first = try packet(["Examples"], formats + ["--jobs", "1"])
    let second = try packet(["Examples"], formats + ["--jobs", "4"])
    defer {
      try? FileManager.default.removeItem(atPath: first.folder)
      try? FileManager.default.removeItem(atPath: second.folder)
    }
    let files = try Program.files(in: first.folder)
    #expect(files.count > 60)
    #expect(try Program.files(in: second.folder) == files)
  }

  @Test("a school's own XML gives the same PDF bytes again")
  func roundTrip() throws {
    let first = try packet(["Examples"], ["--formats", "pdf,xml"])
    defer { try? FileManager.default.removeItem(atPath: first.folder) }
    for school in ["南宁市/马山县金银花职业技术学校", "南宁市/南宁市木棉职业技术学校"] {
      let again = try packet(["\(first.folder)/\(school)"])
      defer { try? FileManager.default.removeItem(atPath: again.folder) }
      #expect(again.outcome.status == 0, "\(again.outcome.errors)")
      let expected = try Program.files(in: "\(first.folder)/\(school)").filter {
        $0.key.hasSuffix(".pdf")
      }
      let made = try Program.files(in: "\(again.folder)/\(school)")
      #expect(made.keys.sorted() == expected.keys.sorted())
      for (name, bytes) in expected { #expect(made[name] == bytes, "\(school)/\(name)") }
    }
  }

  @Test("verify finds a changed and a missing file")
  func verification() throws {
    let (folder, _) = try packet(["Examples"])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try Program.run(["verify", folder]).status == 0)
    let receipt = "\(folder)/南宁市/回执.pdf"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: receipt))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(fileURLWithPath: receipt))
    try FileManager.default.removeItem(
      atPath: "\(folder)/南宁市/马山县金银花职业技术学校/3-审核表.pdf"
    )
    let outcome = try Program.run(["verify", folder])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("已改动：南宁市/回执.pdf"))
    #expect(outcome.output.contains("缺少：南宁市/马山县金银花职业技术学校/3-审核表.pdf"))
  }

  @Test("files can be read by their owner only, and no identity number is shown whole")
  func privacy() throws {
    let (folder, outcome) = try packet(["Examples"])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in try Program.files(in: folder).keys {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(name)")
    }
    #expect((outcome.output + outcome.errors).firstMatch(of: /4500002\d{10}/) == nil)
  }
}
