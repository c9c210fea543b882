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

  @Test("bytes that are no manifest are refused")
  func foreign() {
    #expect(Manifest(json: Array("{\"documents\": 3}".utf8)) == nil)
    #expect(Manifest(json: []) == nil)
  }

  @Test("files that a later run no longer makes are named, but none outside of the folder")
  func leftovers() {
    var earlier = manifest
    earlier.documents[0].path = "../外面.pdf"
    #expect(earlier.files(notIn: Manifest(year: 2023, revision: 1)).isEmpty)
    #expect(
      manifest.files(notIn: Manifest(year: 2023, revision: 1)) == ["南宁市/甲校/2-登记表-护理.pdf"]
    )
    #expect(manifest.files(notIn: manifest).isEmpty)
  }

  @Test("a filtered run replaces its own lines, keeps the rest and lifts what it could now make")
  func merging() {
    var run = Manifest(year: 2023, revision: 1)
    run.documents = [
      Manifest.Document(
        path: "南宁市/甲校/2-登记表-会计.pdf",
        form: "registration",
        volume: "会计",
        city: "南宁市",
        school: "甲校",
        paper: "A3",
        pages: 1,
        copies: 3,
        sha256: "ef",
        fingerprint: "gh"
      )
    ]
    let merged = manifest.merged(with: run, units: [])
    #expect(merged.documents.map(\.sha256) == ["ab", "ef"])
    #expect(merged.withheld.isEmpty)
  }
}
