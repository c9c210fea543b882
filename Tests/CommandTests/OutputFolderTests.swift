import Foundation
import Packets
import TestTools
import Testing

@Suite("The folder of outputs")
struct OutputFolderTests {
  @Test("the manifest names every file of the folder and no other")
  func names() throws {
    let output = try ExampleSeason.run().output
    let manifest = try output.manifest()
    let named = manifest.documents.map(\.path) + manifest.packets.map(\.path)
    #expect(Set(named).count == named.count)
    #expect(named.sorted() == (try output.names().filter { $0 != "manifest.json" }))
    #expect(named.count == 68)
  }

  @Test("every SHA-256 is that of the file")
  func digests() throws {
    let run = try ExampleSeason.run()
    let manifest = try run.output.manifest()
    let files =
      manifest.documents.map { ($0.path, $0.sha256) }
      + manifest.packets.map { ($0.path, $0.sha256) }
    let sums = try Tool.run("sha256sum", ["--"] + files.map { "\(run.folder)/\($0.0)" })
    #expect(sums.status == 0)
    let digests = sums.output.split(separator: "\n").map { String($0.prefix(64)) }
    #expect(digests == files.map(\.1))
  }

  @Test("pages and paper of single forms are those that pdfinfo counts")
  func documents() throws {
    let output = try ExampleSeason.run().output
    for document in try output.manifest().documents {
      guard document.path.hasSuffix(".pdf") else {
        #expect(document.pages == nil && document.paper == nil, "\(document.path)")
        continue
      }
      let papers = try output.pdf(document.path).papers()
      #expect(papers.count == document.pages, "\(document.path)")
      #expect(Set(papers) == [document.paper ?? ""], "\(document.path)")
      #expect(document.paper == (document.form == "registration" ? "A3" : "A4"))
    }
  }

  @Test("a print file holds one paper, and its parts are where outline and labels say")
  func packets() throws {
    let output = try ExampleSeason.run().output
    let manifest = try output.manifest()
    #expect(manifest.packets.count == 6)
    for packet in manifest.packets {
      let file = output.pdf(packet.path)
      #expect(try file.papers() == Array(repeating: packet.paper, count: packet.pages))
      let listed = try file.listed()
      var isPart = Array(repeating: false, count: packet.pages)
      for part in packet.parts {
        let title = OutputFolderTests.title(part)
        for number in 1...part.pages {
          let index = part.firstPage + number - 2
          try #require(listed.indices.contains(index))
          #expect(!isPart[index], "two parts on page \(index + 1) of \(packet.path)")
          isPart[index] = true
          #expect(listed[index].label == "\(title) 第 \(part.copy) 份 \(number)")
          let titles = part.copy == 1 ? [title, "第 1 份"] : ["第 \(part.copy) 份"]
          #expect(listed[index].titles == (number == 1 ? titles : []))
        }
      }
      for (page, isPart) in zip(listed, isPart) where !isPart {
        #expect(page.label.hasPrefix("插页："), "\(packet.path): \(page.label)")
      }
    }
  }

  @Test("every document stands in its packet in all its copies, each drawn by the same contents")
  func copies() throws {
    let output = try ExampleSeason.run().output
    let manifest = try output.manifest()
    let originals = try Set(
      ExampleSeason.tables()["对口招收", default: []].filter { $0["盖章原件已收"] == "是" }
        .map { "\($0["来源中职学校名称", default: ""]) \($0["高职院校名称", default: ""])" }
    )
    for document in manifest.documents
    where document.path.hasSuffix(".pdf") && document.school != nil && document.form != "receipt" {
      let packets = manifest.packets.filter { $0.school == document.school }
      var copies: [Int] = []
      var drawings: Set<[[String]]> = []
      for packet in packets {
        let listed = try output.pdf(packet.path).listed()
        for part in packet.parts
        where part.form == document.form && part.volume == document.volume {
          #expect(part.pages == document.pages)
          copies.append(part.copy)
          drawings.insert(
            listed[(part.firstPage - 1)..<(part.firstPage - 1 + part.pages)].map(\.contents)
          )
        }
      }
      let isOriginal =
        originals.contains("\(document.school ?? "") \(document.volume ?? "")")
        && document.form == "intake"
      #expect(copies == (isOriginal ? [] : Array(1...(document.copies ?? 0))), "\(document.path)")
      #expect(drawings.count == (isOriginal ? 0 : 1))
    }
  }

  @Test("copies follow the notice: 3 and 2 of materials (2) and (3), 1 of the others")
  func rule() throws {
    for document in try ExampleSeason.run().output.manifest().documents {
      let school = ExampleSeason.schools.first { $0.name == document.school }
      let isRepeated = ["registration", "review"].contains(document.form)
      #expect(document.copies == (isRepeated ? school?.copies : 1), "\(document.path)")
    }
  }

  @Test("the order of the notice: each material's copies one after another")
  func order() throws {
    let output = try ExampleSeason.run().output
    let school = ExampleSeason.schools[0]
    let pages = try output.pdf(school.packet("A4")).listed()
    #expect(
      pages.flatMap(\.titles) == [
        "材料清单", "第 1 份", "插页：材料（1）原件", "插页：A3登记表", "审核表", "第 1 份", "第 2 份",
        "第 3 份", "插页：材料（4）原件", "异动情况汇总表", "第 1 份",
        "插页：材料（6）广西凤凰木职业技术学院 原件", "对口招收信息表 南宁红豆职业学院", "第 1 份",
      ]
    )
  }

  /// The title of a part in the outline.
  private static func title(_ part: Manifest.Part) -> String {
    let names = [
      "registration": "登记表", "review": "审核表", "changes": "异动情况汇总表",
      "intake": "对口招收信息表", "checklist": "材料清单",
    ]
    return [names[part.form, default: part.form], part.volume].compactMap(\.self)
      .joined(separator: " ")
  }
}
