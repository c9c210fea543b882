import Foundation
import Packets
import TestTools
import Testing

@Suite("A new year")
struct NewYearTests {
  @Test("a copied folder with another packet.xml prints next year's forms")
  func nextYear() throws {
    try Tool.withTemporaryFolder { (folder) throws in
      let templates = "\(folder)/Templates"
      try FileManager.default.createDirectory(
        atPath: templates,
        withIntermediateDirectories: true
      )
      for year in ["2023", "2024"] {
        try FileManager.default.copyItem(
          atPath: "\(Tool.root)/Templates/2023",
          toPath: "\(templates)/\(year)"
        )
      }
      let file = "\(templates)/2024/packet.xml"
      try String(contentsOfFile: file, encoding: .utf8).replacing("2023", with: "2024")
        .write(toFile: file, atomically: true, encoding: .utf8)
      #expect(try Program.run(["template", "lint", "--templates", templates]).status == 0)

      // Everything a year later: entry, graduation, changes, certificates.
      var season = SeasonFile.sample
      for (table, rows) in season.tables {
        season[table] = rows.map { row in
          row.mapValues { value in
            guard value.utf8.count < 18 else { return value }
            return value.replacing("2023", with: "2024").replacing("2022", with: "2023")
              .replacing("2021", with: "2022").replacing("2020", with: "2021")
          }
        }
      }
      try season.write(to: "\(folder)/数据.json")
      func run(_ options: [String], to name: String) throws -> OutputFolder {
        let outcome = try Program.run(
          [
            "packet", "\(folder)/数据.json", "--out", "\(folder)/\(name)", "--templates", templates,
            "--today", "2024-07-01", "--no-progress",
          ] + options
        )
        #expect(outcome.status == 0, "\(outcome.errors)")
        return OutputFolder(path: "\(folder)/\(name)")
      }
      // The newest folder is taken without --year.
      let output = try run([], to: "新")
      #expect(try output.manifest().year == 2024)
      let titles = [
        "回执": "2024年毕业生毕业证书验印回执", "0-": "2024年毕业生毕业证书现场验印材料清单",
        "2-": "广西中等职业学校2024年毕业生资格审核（成绩与操行）与证书验印登记表",
        "3-": "2024年毕业生毕业证书验印审核表", "5-": "2024年毕业生异动情况汇总表",
        "6-": "通过2023年高职对口中职自主招生考试，且目前仍在所录取高职院校就读并可继续完成高职阶段学习的2021级中职学生",
      ]
      for name in try output.pdfs() {
        let last = name.split(separator: "/").last ?? ""
        for page in try output.pdf(name).solidPages(asLaidOut: true) {
          if let title = titles.first(where: { last.hasPrefix($0.key) })?.value {
            #expect(page.contains(title), "\(name)")
          }
          let text = page.replacing("通过2023年高职", with: "")
          #expect(!text.contains("2023年") && !text.contains("2020级"), "\(name)")
        }
      }
      #expect(try run(["--year", "2024"], to: "明").files() == output.files())
      let old = try Program.packet(
        ["Examples"],
        to: "\(folder)/旧",
        ["--templates", templates, "--year", "2023", "--formats", "pdf,html,xml,xlsx"]
      )
      #expect(old.status == 0)
      #expect(
        try OutputFolder(path: "\(folder)/旧").files() == ExampleSeason.run().output.files()
      )
    }
  }
}
