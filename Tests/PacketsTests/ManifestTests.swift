import Testing

@testable import Packets

@Suite("The manifest")
struct ManifestTests {
  private var manifest: Manifest {
    var manifest = Manifest(year: 2023, revision: 1)
    manifest.documents = [
      Manifest.Document(
        path: "南宁市/甲校/2-登记表-护理.pdf",
        form: "registration",
        volume: "护理",
        city: "南宁市",
        school: "甲校",
        paper: "A3",
        pages: 2,
        copies: 3,
        sha256: "ab",
        fingerprint: "cd"
      )
    ]
    manifest.withheld = [
      Manifest.Withheld(
        city: "南宁市",
        school: "甲校",
        form: "registration",
        volume: "会计",
        errors: 4
      )
    ]
    return manifest
  }

  @Test("one document stands on a line, keys in the order of the format")
  func lines() throws {
    let expected = """
      {
        "format": 1, "year": 2023, "generator": "yanyin", "revision": 1,
        "documents": [
          {"path":"南宁市/甲校/2-登记表-护理.pdf","form":"registration","volume":"护理","city":"南宁市",\
      "school":"甲校","paper":"A3","pages":2,"copies":3,"sha256":"ab","fingerprint":"cd"}
        ],
        "packets": [],
        "withheld": [
          {"city":"南宁市","school":"甲校","form":"registration","volume":"会计","errors":4}
        ]
      }

      """
    #expect(manifest.json == expected)
  }

  @Test("what was written is read back")
  func roundTrip() {
    #expect(Manifest(json: Array(manifest.json.utf8)) == manifest)
  }

  @Test("a print file of all schools names them with their pages")
  func merged() {
    var manifest = manifest
    manifest.merged = [
      Manifest.Merged(
        path: "印刷-A3.pdf",
        paper: "A3",
        pages: 7,
        sha256: "ab",
        fingerprint: "cd",
        schools: [
          Manifest.Merged.School(city: "南宁市", school: "甲校", firstPage: 1, pages: 7)
        ]
      )
    ]
    let line = """
        "merged": [
          {"path":"印刷-A3.pdf","paper":"A3","pages":7,"sha256":"ab","fingerprint":"cd",\
      "schools":[{"city":"南宁市","school":"甲校","firstPage":1,"pages":7}]}
        ],
        "withheld": [
      """
    #expect(manifest.json.contains(line), "\(manifest.json)")
    #expect(Manifest(json: Array(manifest.json.utf8)) == manifest)
    #expect(manifest.paths.contains("印刷-A3.pdf"))
  }

  @Test("bytes that are no manifest are refused")
  func foreign() {
    #expect(Manifest(json: Array("{\"documents\": 3}".utf8)) == nil)
    #expect(Manifest(json: []) == nil)
  }

  @Test("files that a later run no longer makes are named, but none outside of the folder")
  func leftovers() {
    var earlier = manifest
    earlier.documents[0].path = "../外面.pdf"
    let empty = Manifest(year: 2023, revision: 1)
    #expect(empty.leftovers(of: earlier.paths).isEmpty)
    #expect(empty.leftovers(of: manifest.paths) == ["南宁市/甲校/2-登记表-护理.pdf"])
    #expect(manifest.leftovers(of: manifest.paths).isEmpty)
  }

  private func document(
    _ volume: String,
    _ fingerprint: String,
    ending: String = "pdf"
  )
    -> Manifest.Document
  {
    Manifest.Document(
      path: "南宁市/甲校/2-登记表-\(volume).\(ending)",
      form: "registration",
      volume: volume,
      city: "南宁市",
      school: "甲校",
      paper: "A3",
      pages: 1,
      copies: 3,
      sha256: fingerprint,
      fingerprint: fingerprint
    )
  }

  private var packet: Manifest.Packet {
    Manifest.Packet(
      path: "南宁市/甲校/甲校-现场验印材料-A4.pdf",
      city: "南宁市",
      school: "甲校",
      paper: "A4",
      pages: 1,
      sha256: "pp",
      fingerprint: "pp",
      parts: []
    )
  }

  /// The scope of a run of some forms of a school.
  private func scope(_ forms: [String], school: String = "甲校") throws -> RunScope {
    var options = RunOptions()
    options.forms = forms
    options.schools = [school]
    var outcome = UnitOutcome()
    outcome.school = school
    outcome.city = "南宁市"
    return try #require(RunScope(options, units: [outcome]))
  }

  @Test("a filtered run replaces its own lines, keeps the rest and lifts what it could now make")
  func merging() throws {
    var run = Manifest(year: 2023, revision: 1)
    run.documents = [document("护理", "cd"), document("会计", "gh")]
    let merged = manifest.merged(with: run, scope: try scope(["registration"]))
    #expect(merged.documents.map(\.sha256) == ["cd", "gh"])
    #expect(merged.withheld.isEmpty)
    #expect(merged.outdatedPaths.isEmpty)
  }

  @Test(
    "a document that a filtered run no longer makes is kept, but as outdated, and so is the packet"
  )
  func outdated() throws {
    var earlier = manifest
    earlier.withheld = []
    earlier.packets = [packet]
    var run = Manifest(year: 2023, revision: 1)
    run.withheld = [
      Manifest.Withheld(
        city: "南宁市",
        school: "甲校",
        form: "registration",
        volume: "护理",
        errors: 1
      )
    ]
    let merged = earlier.merged(with: run, scope: try scope(["registration"]))
    #expect(merged.documents.map(\.outdated) == [true])
    #expect(merged.packets.map(\.outdated) == [true])
    #expect(merged.withheld == run.withheld)
    #expect(merged.json.contains("\"fingerprint\":\"cd\",\"outdated\":true}"))
    #expect(Manifest(json: Array(merged.json.utf8)) == merged)
    // Other forms and other schools are none of the run's business.
    let empty = Manifest(year: 2023, revision: 1)
    #expect(earlier.merged(with: empty, scope: try scope(["review"])).outdatedPaths.isEmpty)
    let other = try scope([], school: "乙校")
    #expect(earlier.merged(with: empty, scope: other).outdatedPaths.isEmpty)
    // Made again, all is well.
    run.documents = [document("护理", "ij")]
    run.packets = [packet]
    run.withheld = []
    #expect(merged.merged(with: run, scope: try scope([])).outdatedPaths.isEmpty)
  }

  @Test(
    "the same document in a format that was not asked for again stays valid while it is the same"
  )
  func otherFormat() throws {
    var earlier = manifest
    earlier.withheld = []
    earlier.documents = [document("护理", "cd"), document("护理", "cd", ending: "html")]
    var run = Manifest(year: 2023, revision: 1)
    run.documents = [document("护理", "cd")]
    #expect(earlier.merged(with: run, scope: try scope(["registration"])).outdatedPaths.isEmpty)
    run.documents = [document("护理", "xy")]
    let merged = earlier.merged(with: run, scope: try scope(["registration"]))
    #expect(merged.outdatedPaths == ["南宁市/甲校/2-登记表-护理.html"])
  }

  @Test("single forms that changed outdate the print files that hold them")
  func outdatedPacket() throws {
    var earlier = manifest
    earlier.documents = [document("护理", "cd")]
    earlier.packets = [packet]
    var run = Manifest(year: 2023, revision: 1)
    run.documents = [document("护理", "cd")]
    #expect(earlier.merged(with: run, scope: try scope(["registration"])).outdatedPaths.isEmpty)
    run.documents = [document("护理", "xy")]
    let merged = earlier.merged(with: run, scope: try scope(["registration"]))
    #expect(merged.outdatedPaths == ["南宁市/甲校/甲校-现场验印材料-A4.pdf"])
  }
}
