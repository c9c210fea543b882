import Foundation
import Testing

@Suite("Files that an earlier run left")
struct LeftoverTests {
  @Test("a filtered run deletes nothing, but a volume that is withheld now is no valid one")
  func filteredLeftover() throws {
    var run = try SmallSeason.packet(SmallSeason.json())
    defer { run.remove() }
    try run.again(SmallSeason.json(number: "450000200503150027"), ["--form", "registration"])
    #expect(run.outcome.status == 1)
    #expect(run.outcome.errors.contains("2-登记表-护理.pdf: 警告: 这份文件已过期"))
    #expect(run.files.contains { $0.hasSuffix("2-登记表-护理.pdf") })
    let verification = try Program.run(["verify", "\(run.folder)/out"])
    #expect(verification.status == 1)
    #expect(verification.output.contains("已过期：南宁市/南宁市示例学校/2-登记表-护理.pdf"))
    #expect(verification.output.contains("已过期：南宁市/南宁市示例学校/南宁市示例学校-现场验印材料-A4.pdf"))
    #expect(!verification.output.contains("2-登记表-会计.pdf"))
    try run.again(SmallSeason.json())
    #expect(try Program.run(["verify", "\(run.folder)/out"]).status == 0)
  }

  @Test("proof lists leave the packet where it is")
  func proofBesidePacket() throws {
    var run = try SmallSeason.packet(SmallSeason.json())
    defer { run.remove() }
    let before = run.files
    try run.again(nil, ["--proof"])
    #expect(Set(before).isSubset(of: run.files))
    #expect(run.files.contains { $0.contains("校内核对稿") })
    #expect(try Program.run(["verify", "\(run.folder)/out"]).status == 0)
  }
}
